import { earnCopy } from "@/content/earn";
import { Value } from "@/features/transaction/value";
import { formatSupplyRate, formatUsd, formatUsdCompact, formatUtilisation, UNKNOWN } from "@/lib/format";
import { type ReserveView, totalsOf } from "./reserves";

const copy = earnCopy.kpis;

interface EarnKpisProps {
  readonly reserves: readonly ReserveView[];
  readonly hasOwner: boolean;
}

/** What the owner lends and earns, beside what everybody does. */
export function EarnKpis({ reserves, hasOwner }: EarnKpisProps) {
  const totals = totalsOf(reserves);
  const own = <T,>(value: T | undefined) => (hasOwner ? value : undefined);
  return (
    <dl
      data-slot="earn-kpis"
      className="grid rounded-3 border border-line bg-panel max-tablet:grid-cols-2 tablet:grid-cols-4"
    >
      <Kpi
        name="yours"
        label={copy.supplied}
        raw={own(totals.yours)}
        text={formatUsd(own(totals.yours))}
        note={hasOwner ? copy.suppliedNote(totals.reserves) : UNKNOWN}
      />
      <Kpi
        name="rate"
        label={copy.earning}
        raw={own(totals.rate)}
        text={formatSupplyRate(own(totals.rate))}
        note={copy.earningNote}
      />
      <Kpi
        name="yearly"
        label={copy.yearly}
        raw={own(totals.yearly)}
        text={formatUsd(own(totals.yearly))}
        note={copy.yearlyNote}
      />
      <Kpi
        name="total"
        label={copy.total}
        raw={totals.total}
        text={formatUsdCompact(totals.total)}
        note={copy.totalNote(formatUtilisation(totals.lent))}
      />
    </dl>
  );
}

interface KpiProps {
  readonly name: string;
  readonly label: string;
  readonly raw: bigint | undefined;
  readonly text: string;
  readonly note: string;
}

function Kpi({ name, label, raw, text, note }: KpiProps) {
  return (
    <div className="border-line px-4 py-3 max-tablet:[&:nth-child(even)]:border-l max-tablet:[&:nth-child(n+3)]:border-t tablet:not-first:border-l">
      <dt className="text-12 text-fg-3">{label}</dt>
      <dd className="mt-0.5">
        <Value name={name} raw={raw} className="font-semibold text-20 tracking-figure">
          {text}
        </Value>
        <span className="mt-px block text-12 text-fg-3">{note}</span>
      </dd>
    </div>
  );
}
