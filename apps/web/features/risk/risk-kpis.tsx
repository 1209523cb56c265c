import { WAD } from "@gimbal/sdk";
import type { ReactNode } from "react";
import { Explain } from "@/components/ui/explain";
import { Kpi, KpiList } from "@/components/ui/kpi";
import { regimeCopy } from "@/content/regime";
import { riskCopy } from "@/content/risk";
import { ticketCopy } from "@/content/ticket";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { Value } from "@/features/transaction/value";
import { formatLeverage, formatUsdCompact, formatUtilisation, formatVolatility, UNKNOWN } from "@/lib/format";
import { coverageState, coverageText, gapText } from "./coverage";
import { depthOf } from "./depth";
import { openDebtOf } from "./map";
import { debtOf, leverageOf, type RiskView } from "./risk-view";
import { realisedNow, type VolatilityPoint } from "./series";

const copy = riskCopy.kpis;

interface RiskKpisProps {
  readonly view: RiskView;
  readonly series: Loadable<readonly VolatilityPoint[]>;
}

/** The figures of a market that a trader reads first. */
export function RiskKpis({ view, series }: RiskKpisProps) {
  const { token, risk } = view;
  const points = dataOf(series);
  const volatility = token?.volatility || undefined;
  const leverage = leverageOf(view);
  const most = risk.openingsClosed ? WAD : leverage?.leverage;
  const depth = token && depthOf(token);
  return (
    <KpiList
      name="risk-kpis"
      label={copy.label}
      className="grid-cols-2 tablet:grid-cols-3 desktop:grid-cols-6"
    >
      <Figure
        name="volatility"
        label={copy.volatility}
        explain={copy.explain.volatility}
        raw={volatility}
        text={formatVolatility(volatility)}
        note={copy.realised(formatVolatility(points && realisedNow(points)))}
      />
      <Figure
        name="leverage"
        label={copy.leverage}
        explain={copy.explain.leverage}
        raw={most}
        text={formatLeverage(most)}
        note={
          risk.openingsClosed
            ? regimeCopy.closed.note
            : leverage === undefined
              ? copy.leverageUnknown
              : copy.leverageSetBy(ticketCopy.reason.names[leverage.boundBy])
        }
      />
      <CoverageFigures view={view} />
      <Figure
        name="depth"
        label={copy.depth}
        explain={copy.explain.depth}
        raw={depth?.now}
        text={formatUsdCompact(depth?.now)}
        note={
          token !== undefined && depth === undefined
            ? riskCopy.depth.unmeasured.note
            : copy.depthUsual(formatUsdCompact(depth?.usual))
        }
      />
      <ExposureFigure view={view} />
    </KpiList>
  );
}

function CoverageFigures({ view: { risk, market } }: { readonly view: RiskView }) {
  const { coverage } = risk;
  const state = coverageState(coverage);
  const debt = debtOf(market);
  const share = coverage && debt ? (coverage.needed * WAD) / debt : undefined;
  const isNone = state === "none";
  return (
    <>
      <Figure
        name="coverage"
        label={copy.coverage}
        explain={copy.explain.coverage}
        raw={coverage === null ? undefined : coverage.ratio}
        text={coverageText(coverage)}
        note={coverage === null ? copy.several : isNone ? copy.coverageNone : copy.coverageStops}
        tone={state === "short" ? "text-auction" : state === "thin" ? "text-soft" : undefined}
      />
      <Figure
        name="reached"
        label={copy.reached(coverage === null ? undefined : gapText(coverage.gap))}
        explain={copy.explain.reached}
        raw={coverage === null ? undefined : isNone ? null : coverage.needed}
        text={coverage === null ? UNKNOWN : isNone ? copy.none : formatUsdCompact(coverage.needed)}
        note={
          coverage === null
            ? copy.several
            : isNone
              ? copy.reachedNone
              : copy.reachedShare(formatUtilisation(share))
        }
      />
    </>
  );
}

function ExposureFigure({ view: { risk } }: { readonly view: RiskView }) {
  const isMeasured = risk.coverage !== null;
  const { long, short } = openDebtOf(risk);
  const total = long + short;
  const isNone = total === 0n;
  return (
    <Figure
      name="exposure"
      label={copy.exposure}
      explain={copy.explain.exposure}
      raw={isMeasured ? (isNone ? null : total) : undefined}
      text={isMeasured ? (isNone ? copy.none : formatUsdCompact(total)) : UNKNOWN}
      note={
        !isMeasured
          ? copy.several
          : isNone
            ? copy.exposureNone
            : copy.exposureSplit(formatUsdCompact(long), formatUsdCompact(short))
      }
    />
  );
}

interface FigureProps {
  readonly name: string;
  readonly label: string;
  readonly explain: string;
  readonly raw: bigint | null | undefined;
  readonly text: string;
  readonly note: ReactNode;
  readonly tone?: string | undefined;
}

function Figure({ name, label, explain, raw, text, note, tone }: FigureProps) {
  return (
    <Kpi label={<Explain term={label}>{explain}</Explain>} note={note}>
      <Value name={name} raw={raw} className={tone}>
        {text}
      </Value>
    </Kpi>
  );
}
