"use client";

import { useMemo, useState } from "react";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { common } from "@/content/common";
import { riskCopy } from "@/content/risk";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { marketTitle } from "@/features/market/market-title";
import { RegimeStrip } from "./regime-strip";
import { RiskBody } from "./risk-body";
import { RiskSkeleton } from "./risk-skeleton";
import { viewsOf, withBase } from "./risk-view";
import { useRisk } from "./use-risk";

interface RiskScreenProps {
  /** Slug of the market that the address asks for. */
  readonly requested: string | undefined;
}

/** How a market is measured, what that says now, and what would happen if its price jumped. */
export function RiskScreen({ requested }: RiskScreenProps) {
  const loadedSnapshot = useSnapshot();
  const loadedReport = useRisk();
  const [selected, setSelected] = useState(requested);
  const [symbol, setSymbol] = useState<string>();
  const snapshot = dataOf(loadedSnapshot);
  const report = dataOf(loadedReport);
  const views = useMemo(
    () => (snapshot === undefined || report === undefined ? undefined : viewsOf(snapshot, report)),
    [snapshot, report],
  );
  const found = views?.find(({ market }) => market.slug === selected) ?? views?.[0];
  const view = useMemo(() => found && withBase(found, symbol), [found, symbol]);
  const failed = [loadedReport, loadedSnapshot].find((loadable) => loadable.status === "error");

  const select = (slug: string) => {
    setSelected(slug);
    const url = new URL(window.location.href);
    url.searchParams.set("market", slug);
    window.history.replaceState(null, "", url);
  };

  return (
    <div data-slot="risk" data-status={loadedReport.status} className="grid grid-cols-1 gap-3">
      <header className="flex min-h-10 flex-wrap items-center gap-x-3.5 gap-y-2">
        <h1 className="font-semibold text-20 tracking-figure">{riskCopy.title}</h1>
        {view !== undefined && views !== undefined && (
          <>
            <Segmented
              label={riskCopy.markets}
              options={views.map(({ market }) => ({
                value: market.slug,
                label: marketTitle(market.deployed),
              }))}
              value={view.market.slug}
              onChange={select}
              className="max-w-full overflow-x-auto [&>button]:shrink-0 [&>button]:whitespace-nowrap"
            />
            {view.market.assets.length > 2 && (
              <Segmented
                label={riskCopy.assets}
                options={view.market.assets
                  .slice(1)
                  .map((asset) => ({ value: asset.symbol, label: asset.symbol }))}
                value={view.base.symbol}
                onChange={setSymbol}
              />
            )}
            <RegimeStrip risk={view.risk} now={view.report.timestamp} />
          </>
        )}
      </header>
      {failed?.status === "error" ? (
        <ErrorState title={riskCopy.failed.title} onRetry={failed.retry} retryLabel={common.retry}>
          {riskCopy.failed.body}
        </ErrorState>
      ) : views === undefined ? (
        <RiskSkeleton />
      ) : view === undefined ? (
        <EmptyState title={riskCopy.empty.title}>{riskCopy.empty.body}</EmptyState>
      ) : (
        <RiskBody
          key={`${view.market.slug}:${view.base.symbol}`}
          view={view}
          isStale={loadedReport.status === "stale"}
          behind={
            loadedSnapshot.status === "ok" && loadedReport.status === "stale" ? loadedReport.age : undefined
          }
        />
      )}
    </div>
  );
}
