import { Kpi, KpiList } from "@/components/ui/kpi";
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
    <KpiList name="earn-kpis" className="grid-cols-2 tablet:grid-cols-4">
      <Figure
        name="yours"
        label={copy.supplied}
        raw={own(totals.yours)}
        text={formatUsd(own(totals.yours))}
        note={
          !hasOwner
            ? UNKNOWN
            : totals.yours === undefined
              ? copy.suppliedUnknown
              : copy.suppliedNote(totals.reserves)
        }
      />
      <Figure
        name="rate"
        label={copy.earning}
        raw={own(totals.rate)}
        text={formatSupplyRate(own(totals.rate))}
        note={copy.earningNote}
      />
      <Figure
        name="yearly"
        label={copy.yearly}
        raw={own(totals.yearly)}
        text={formatUsd(own(totals.yearly))}
        note={copy.yearlyNote}
      />
      <Figure
        name="total"
        label={copy.total}
        raw={totals.total}
        text={formatUsdCompact(totals.total)}
        note={copy.totalNote(formatUtilisation(totals.lent))}
      />
    </KpiList>
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: string;
  readonly raw: bigint | undefined;
  readonly text: string;
  readonly note: string;
}

function Figure({ name, label, raw, text, note }: FigureProps) {
  return (
    <Kpi label={label} note={note}>
      <Value name={name} raw={raw}>
        {text}
      </Value>
    </Kpi>
  );
}
