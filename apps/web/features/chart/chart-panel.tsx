"use client";

import { cx } from "class-variance-authority";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { common } from "@/content/common";
import { tradeCopy } from "@/content/trade";
import { dataOf } from "@/features/data/loadable";
import { useDeployment } from "@/features/data/runtime-context";
import { useMarket } from "@/features/data/use-snapshot";
import { knownPrice } from "@/features/market/market-menu";
import { ChartLegend } from "./chart-legend";
import { ChartSkeleton } from "./chart-skeleton";
import { levelsOf } from "./levels";
import { PriceTable } from "./price-table";
import { type CandleSource, useCandles } from "./use-candles";
import { useChartLines } from "./use-chart-lines";

const PriceChart = dynamic(() => import("./price-chart").then((module) => module.PriceChart), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

const copy = tradeCopy.chart;

/** Price of the base asset with the lines that matter to the position. */
export function ChartPanel({ slug }: { readonly slug: string }) {
  const { state: series, candles, offered, interval, choose, source, chooseSource } = useCandles(slug);
  const [asTable, setAsTable] = useState(false);
  const [fitLevels, setFitLevels] = useState(false);
  const base = useDeployment().markets.find((market) => market.slug === slug)?.assets[1];
  const price = knownPrice(dataOf(useMarket(slug))?.assets[1]);
  const lines = useChartLines(slug);

  const levels = useMemo(
    () => levelsOf({ price, position: lines.position, preview: lines.preview }),
    [price, lines.position, lines.preview],
  );

  return (
    <section
      aria-label={copy.region}
      data-slot="chart-panel"
      data-status={series.status}
      data-source={source}
      className="flex min-h-0 flex-1 flex-col max-tablet:flex-none"
    >
      <header className="flex h-10 shrink-0 items-center gap-3 px-4 max-tablet:h-auto max-tablet:min-h-10 max-tablet:flex-wrap max-tablet:gap-y-1 max-tablet:px-3 max-tablet:py-1.5">
        {candles.length > 0 && (
          <Segmented
            size="xs"
            className="shrink-0"
            label={copy.interval}
            options={offered.map(({ seconds, label }) => ({ value: String(seconds), label }))}
            value={String(interval.seconds)}
            onChange={(value) => choose(Number(value))}
          />
        )}
        {chooseSource !== undefined && (
          <Segmented<CandleSource>
            size="xs"
            className="shrink-0"
            label={copy.source}
            options={(["oracle", "trades"] as const).map((value) => ({ value, label: copy.sources[value] }))}
            value={source}
            onChange={chooseSource}
          />
        )}
        <ChartLegend levels={levels} />
        <span className="ml-auto flex items-center gap-1">
          {levels.length > 1 && !asTable && (
            <Button
              size="xs"
              variant={fitLevels ? "secondary" : "ghost"}
              className="text-fg-2"
              aria-pressed={fitLevels}
              onClick={() => setFitLevels(!fitLevels)}
            >
              {copy.fit}
            </Button>
          )}
          <Button
            variant="ghost"
            size="xs"
            className="text-fg-2"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? copy.showChart : copy.showTable}
          </Button>
        </span>
      </header>
      <div
        className={cx(
          "relative min-h-[300px] flex-1 max-tablet:h-[300px] max-tablet:flex-none",
          series.status === "stale" && "opacity-60",
        )}
      >
        {series.status === "loading" ? (
          <ChartSkeleton />
        ) : series.status === "error" ? (
          <ErrorState title={copy.failed.title} onRetry={series.retry} retryLabel={common.retry}>
            {source === "trades" ? copy.failed.ofTrades : copy.failed.body}
          </ErrorState>
        ) : candles.length === 0 ? (
          <EmptyState title={copy.empty.title}>
            {source === "trades" ? copy.empty.ofTrades : copy.empty.body}
          </EmptyState>
        ) : asTable ? (
          <PriceTable candles={candles} />
        ) : (
          <PriceChart
            asset={base?.symbol ?? ""}
            candles={candles}
            interval={interval}
            levels={levels}
            fitLevels={fitLevels}
          />
        )}
      </div>
    </section>
  );
}
