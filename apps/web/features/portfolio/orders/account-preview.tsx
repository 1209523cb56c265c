import type { Position } from "@gimbal/sdk";
import { ValueTable, ValueTransition } from "@/components/ui/value-table";
import { ordersCopy } from "@/content/orders";
import { accountChange } from "@/features/transaction/orders/account-change";
import { Value } from "@/features/transaction/value";
import { softOf, type Zone, zoneOf } from "@/lib/zones";

const copy = ordersCopy.preview;

const tones: Partial<Record<Zone, "warning" | "bad">> = { soft: "warning", auction: "bad" };

interface AccountPreviewProps {
  /** Which account, in words. */
  readonly title: string;
  readonly side: "from" | "to" | "own";
  readonly before: Position | undefined;
  readonly after: Position | undefined;
  /** False while nothing is planned: what is stays, what would be is left out. */
  readonly isPlanned: boolean;
  readonly isExact: boolean;
}

/** One account before and after an order. */
export function AccountPreview({ title, side, before, after, isPlanned, isExact }: AccountPreviewProps) {
  const all = accountChange(before, isPlanned ? after : before);
  // the gauge of one account says its health
  const rows = side === "own" ? all.filter(({ name }) => name !== "health") : all;
  const zone = after === undefined ? undefined : zoneOf(after.health, softOf(after));
  const tone = (isPlanned && zone !== undefined && tones[zone]) || "neutral";
  return (
    <section data-slot="account-preview" data-side={side} aria-label={copy.account(title)}>
      <h3 className="mb-1 truncate font-medium text-12">{title}</h3>
      <ValueTable label={copy.account(title)} busy={isPlanned && !isExact}>
        {rows.map((row) => (
          <ValueTransition
            key={row.name}
            name={row.name}
            label={row.label}
            tone={row.name === "health" ? tone : "neutral"}
            before={<Value raw={row.before.raw}>{row.before.text}</Value>}
            after={isPlanned ? <Value raw={row.after.raw}>{row.after.text}</Value> : ""}
          />
        ))}
      </ValueTable>
    </section>
  );
}
