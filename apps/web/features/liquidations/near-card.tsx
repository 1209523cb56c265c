import { cx } from "class-variance-authority";
import { memo, type ReactNode } from "react";
import { Health } from "@/components/gauge/health";
import { liquidationsCopy } from "@/content/liquidations";
import { formatDistance, formatLeverage, formatUsdWhole } from "@/lib/format";
import { softHealthOf, zoneOf } from "@/lib/zones";
import type { AccountView } from "./auction-view";
import { Owner, SoftChoice } from "./near-cells";

const copy = liquidationsCopy.near;

export interface NearProps {
  readonly view: AccountView;
  readonly isStale: boolean;
}

/** One account near liquidation, as a phone shows it. */
export const NearCard = memo(function NearCard({ view, isStale }: NearProps) {
  const { position, key, name, collateral } = view;
  const soft = softHealthOf(collateral);
  return (
    <li
      data-account={key}
      data-zone={zoneOf(position.health, soft)}
      className={cx(
        "grid gap-2 border-line border-t px-4 py-3",
        "data-[zone=soft]:shadow-[inset_3px_0_0_var(--soft)]",
        isStale && "text-fg-2",
      )}
    >
      <div className="flex items-center justify-between">
        <span>
          <span className="block font-medium">
            {name} {formatLeverage(position.leverage, "nearest")}
          </span>
          <Owner view={view} />
        </span>
        <Health health={position.health} soft={soft} stale={isStale} />
      </div>
      <dl className="grid grid-cols-3">
        <Term label={copy.head.debt}>{formatUsdWhole(view.debtValue)}</Term>
        <Term label={copy.head.distance}>{formatDistance(position.liquidationDistance)}</Term>
        <Term label={copy.head.soft}>
          <SoftChoice view={view} />
        </Term>
      </dl>
    </li>
  );
});

function Term({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-11 text-fg-3">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
