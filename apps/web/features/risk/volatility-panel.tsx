"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { common } from "@/content/common";
import { riskCopy } from "@/content/risk";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { formatRatio } from "@/lib/format";
import { thinned } from "@/lib/thin";
import { forecastRange } from "./forecast-range";
import type { RiskView } from "./risk-view";
import { drawn, scoreRatio, type VolatilityPoint } from "./series";
import { VolatilityTable } from "./volatility-table";

const VolatilityChart = dynamic(() => import("./volatility-chart").then((module) => module.VolatilityChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[232px] rounded-2" />,
});

const copy = riskCopy.volatility;

interface VolatilityPanelProps {
  readonly view: RiskView;
  readonly series: Loadable<readonly VolatilityPoint[]>;
}

/** What was forecast and what came of it. */
export function VolatilityPanel({ view: { token, base }, series }: VolatilityPanelProps) {
  const [asTable, setAsTable] = useState(false);
  const all = dataOf(series);
  const points = useMemo(() => all && thinned(all, drawn), [all]);
  const range = useMemo(() => all && forecastRange(all), [all]);
  return (
    <Panel
      title={copy.title(base.symbol)}
      data-risk-panel="volatility"
      aside={
        <Button variant="ghost" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? riskCopy.showChart : riskCopy.showTable}
        </Button>
      }
    >
      <div className="grid gap-2 px-4 pb-4">
        {series.status === "error" ? (
          <ErrorState title={copy.failed.title} onRetry={series.retry} retryLabel={common.retry}>
            {copy.failed.body}
          </ErrorState>
        ) : token !== undefined && points === undefined ? (
          <Skeleton className="h-[256px] rounded-2" />
        ) : points === undefined || points.length < 2 ? (
          <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
        ) : asTable ? (
          <VolatilityTable points={points} />
        ) : (
          <VolatilityChart asset={base.symbol} points={points} range={range} />
        )}
        {token !== undefined && (
          <p data-slot="score" className="text-12 text-fg-3 leading-[1.45]">
            <Score view={{ token }} />
          </p>
        )}
      </div>
    </Panel>
  );
}

/** How well the learned forecast does against the fixed one, and whether it counts. */
function Score({ view: { token } }: { readonly view: { readonly token: NonNullable<RiskView["token"]> } }) {
  const ratio = scoreRatio(token);
  return (
    <>
      {ratio === undefined ? copy.noScore : copy.score(formatRatio(ratio))}{" "}
      {token.learnedCounts ? copy.inUse : copy.notInUse}{" "}
      <span className="text-fg-2">
        <Explain term={copy.scoreTerm}>{copy.scoreAbout}</Explain>
        {" · "}
        <Explain term={copy.realisedTerm}>{copy.realisedAbout}</Explain>
        {" · "}
        <Explain term={copy.range}>{copy.rangeAbout}</Explain>
      </span>
    </>
  );
}
