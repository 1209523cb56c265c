import { Gauge } from "@/components/gauge/gauge";
import { gaugeCopy } from "@/content/gauge";
import { Value } from "@/features/transaction/value";
import { formatHealth } from "@/lib/format";
import type { StressedAccount } from "./stress-view";

const tones = {
  safe: "text-fg-3",
  soft: "text-soft",
  auction: "text-auction",
  none: "text-fg-3",
  unknown: "text-fg-3",
} as const;

/** Each sub-account with the beam it has now, dashed, and the one it would have. */
export function StressAccounts({ accounts }: { readonly accounts: readonly StressedAccount[] }) {
  return (
    <ul>
      {accounts.map(({ account, name, before, after, zone, verdict }) => (
        <li
          key={account}
          data-slot="stressed-account"
          data-account={account}
          data-zone={zone}
          className="flex items-center gap-3 border-line border-t py-2"
        >
          <Gauge health={after} before={before} size={52} />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{name}</span>
            <span className="block text-12 text-fg-3">{verdict}</span>
          </span>
          <span className="shrink-0 text-right">
            <span className="text-fg-2">{formatHealth(before)}</span> <span className="text-fg-3">→</span>{" "}
            <Value name="health" raw={after} className="font-medium text-16">
              {formatHealth(after)}
            </Value>
            <span className={`block text-12 ${tones[zone]}`}>{gaugeCopy.words[zone]}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
