import type { ReactNode } from "react";
import { Health } from "@/components/gauge/health";
import { Explain } from "@/components/ui/explain";
import { Kpi, KpiList } from "@/components/ui/kpi";
import { portfolioCopy } from "@/content/portfolio";
import { accountName } from "@/features/positions/position-view";
import { resultColours } from "@/features/positions/result-colours";
import { Value } from "@/features/transaction/value";
import { formatResult, formatUsd, formatUsdCompact, formatUsdCost } from "@/lib/format";
import type { PortfolioView } from "./portfolio-view";
import { directionOf, type Results } from "./result/results";

const copy = portfolioCopy.kpis;

interface PortfolioKpisProps {
  readonly view: PortfolioView;
  /** Undefined while the history loads, or did not. */
  readonly results: Results | undefined;
}

/** What an owner reads first. */
export function PortfolioKpis({ view: { portfolio }, results }: PortfolioKpisProps) {
  const { netWorth, long, short, debt, costPerDay, positions, loans, weakest, lowestHealth } = portfolio;
  const exposure = long === undefined || short === undefined ? undefined : long + short;
  const { net, price, isPart } = results?.total ?? {};
  return (
    <KpiList
      name="portfolio-kpis"
      label={copy.label}
      className="grid-cols-2 tablet:grid-cols-3 desktop:grid-cols-5 max-desktop:[&>:last-child]:col-span-2"
    >
      <Figure name="netWorth" raw={netWorth} note={copy.netWorthNote(positions.length, loans.length)}>
        {formatUsd(netWorth)}
      </Figure>
      <Figure
        name="exposure"
        raw={exposure}
        note={copy.exposureNote(formatUsdCompact(long), formatUsdCompact(short))}
      >
        <span title={exposure === undefined ? undefined : formatUsd(exposure)}>
          {formatUsdCompact(exposure)}
        </span>
      </Figure>
      <Figure name="debt" raw={debt} note={copy.debtNote(formatUsdCost(costPerDay))}>
        {formatUsdCost(debt)}
      </Figure>
      <Figure
        name="result"
        raw={net}
        className={resultColours[directionOf(net)]}
        note={isPart === true ? copy.resultPart : copy.resultNote(formatResult(price))}
      >
        {formatResult(net)}
      </Figure>
      <Kpi
        label={<Explain term={copy.health}>{copy.explain.health}</Explain>}
        note={weakest === undefined ? copy.healthNone : accountName(weakest)}
      >
        <span data-slot="lowest-health" className="block h-7 font-normal text-13 tracking-normal">
          <Health health={lowestHealth} />
        </span>
      </Kpi>
    </KpiList>
  );
}

interface FigureProps {
  readonly name: keyof typeof copy.explain & keyof typeof copy;
  readonly raw: bigint | undefined;
  readonly note: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

function Figure({ name, raw, note, className, children }: FigureProps) {
  return (
    <Kpi label={<Explain term={copy[name]}>{copy.explain[name]}</Explain>} note={note}>
      <Value name={name} raw={raw} className={className}>
        {children}
      </Value>
    </Kpi>
  );
}
