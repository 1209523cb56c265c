"use client";

import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { ChartKey, chartMarks } from "@/components/ui/chart-key";
import { EmptyState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { riskCopy } from "@/content/risk";
import { barsOf } from "./map";
import { MapTable } from "./map-table";
import type { RiskView } from "./risk-view";

const MapChart = dynamic(() => import("./map-chart").then((module) => module.MapChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[256px] rounded-2" />,
});

const copy = riskCopy.map;

/** Debt by the price that makes it liquidatable. */
export function MapPanel({ view: { risk, price, base } }: { readonly view: RiskView }) {
  const [asTable, setAsTable] = useState(false);
  const bars = useMemo(() => barsOf(risk), [risk]);
  const isEmpty = bars.length === 0;
  return (
    <Panel
      title={<Explain term={copy.title}>{copy.explain}</Explain>}
      data-risk-panel="map"
      aside={
        !isEmpty && (
          <Button variant="ghost" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? riskCopy.showChart : riskCopy.showTable}
          </Button>
        )
      }
    >
      <div className="grid gap-2 px-4 pb-4">
        {isEmpty ? (
          risk.coverage === null ? (
            <EmptyState title={copy.several.title}>{copy.several.body}</EmptyState>
          ) : (
            <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
          )
        ) : (
          <>
            <div className="flex flex-wrap gap-x-3.5 text-12 text-fg-2">
              <ChartKey mark={chartMarks.block("bg-s1")} name={copy.longs} />
              <ChartKey mark={chartMarks.block("hatch-short border border-s4")} name={copy.shorts} />
              <span className="text-fg-3">{copy.about(base.symbol)}</span>
            </div>
            {asTable || price === undefined ? (
              <MapTable bars={bars} price={price} />
            ) : (
              <MapChart asset={base.symbol} bars={bars} price={price} coverage={risk.coverage} />
            )}
          </>
        )}
      </div>
    </Panel>
  );
}
