"use client";

import { useState } from "react";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { common } from "@/content/common";
import { liquidationsCopy } from "@/content/liquidations";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { marketTitle } from "@/features/market/market-title";
import { LiquidationsBody } from "./liquidations-body";
import { LiquidationsSkeleton } from "./liquidations-skeleton";
import { useLiquidations } from "./use-liquidations";

const copy = liquidationsCopy;
const ALL = "all";

interface LiquidationsScreenProps {
  /** Slug of the market that the address asks for; all of them when left out. */
  readonly requested: string | undefined;
}

/** Who is being liquidated, who may be next, and what became of those before. */
export function LiquidationsScreen({ requested }: LiquidationsScreenProps) {
  const loadedSnapshot = useSnapshot();
  const loadedReport = useLiquidations();
  const [selected, setSelected] = useState(requested);
  const snapshot = dataOf(loadedSnapshot);
  const report = dataOf(loadedReport);
  const market = snapshot?.markets.find(({ slug }) => slug === selected);
  const failed = [loadedReport, loadedSnapshot].find((loadable) => loadable.status === "error");

  const select = (slug: string) => {
    setSelected(slug);
    const url = new URL(window.location.href);
    if (slug === ALL) url.searchParams.delete("market");
    else url.searchParams.set("market", slug);
    window.history.replaceState(null, "", url);
  };

  return (
    <div data-slot="liquidations" data-status={loadedReport.status} className="grid grid-cols-1 gap-3">
      <header className="flex min-h-10 flex-wrap items-center gap-x-3.5 gap-y-2">
        <h1 className="font-semibold text-20 tracking-figure">{copy.title}</h1>
        {snapshot !== undefined && snapshot.markets.length > 1 && (
          <Segmented
            label={copy.markets}
            options={[
              { value: ALL, label: copy.all },
              ...snapshot.markets.map(({ slug, deployed }) => ({
                value: slug,
                label: marketTitle(deployed),
              })),
            ]}
            value={market?.slug ?? ALL}
            onChange={select}
            className="max-w-full overflow-x-auto [&>button]:shrink-0 [&>button]:whitespace-nowrap"
          />
        )}
      </header>
      {failed?.status === "error" ? (
        <ErrorState title={copy.failed.title} onRetry={failed.retry} retryLabel={common.retry}>
          {copy.failed.body}
        </ErrorState>
      ) : snapshot === undefined || report === undefined ? (
        <LiquidationsSkeleton />
      ) : snapshot.markets.length === 0 ? (
        <EmptyState title={copy.auctions.empty.title}>{copy.auctions.empty.body}</EmptyState>
      ) : (
        <LiquidationsBody
          key={market?.slug ?? ALL}
          snapshot={snapshot}
          report={report}
          market={market}
          isStale={loadedReport.status === "stale"}
          behind={
            loadedSnapshot.status === "ok" && loadedReport.status === "stale" ? loadedReport.age : undefined
          }
        />
      )}
    </div>
  );
}
