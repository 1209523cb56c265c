"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { useClient } from "wagmi";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { common } from "@/content/common";
import { portfolioCopy } from "@/content/portfolio";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import type { PortfolioView } from "../portfolio-view";
import type { PortfolioHistory } from "../read-history";
import { eventBlocks, type WorthPoint } from "./worth";
import { WorthTable } from "./worth-table";

const WorthChart = dynamic(() => import("./worth-chart").then((module) => module.WorthChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[200px] rounded-2" />,
});

const copy = portfolioCopy.worth;

interface WorthPanelProps {
  readonly view: PortfolioView;
  readonly history: PortfolioHistory;
}

/** Net worth over time, read when somebody asks for it: it takes a look at every past block that is drawn. */
export function WorthPanel({ view, history }: WorthPanelProps) {
  const [isWanted, setIsWanted] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const worth = useWorth(view, history, isWanted);
  const { snapshot, portfolio } = view;
  const points = useMemo(() => {
    if (worth.data === undefined) return undefined;
    const now = { block: snapshot.blockNumber, time: Number(snapshot.timestamp), worth: portfolio.netWorth };
    return [...worth.data.filter(({ block }) => block < now.block), now];
  }, [worth.data, snapshot, portfolio]);
  if (eventBlocks(history).length === 0) return null;
  return (
    <Panel
      title={copy.title}
      data-portfolio-panel="worth"
      data-status={isWanted ? worth.status : "asleep"}
      data-points={points?.length}
      aside={
        points !== undefined && (
          <Button variant="ghost" size="xs" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? copy.showChart : copy.showTable}
          </Button>
        )
      }
    >
      <div className="px-4 pb-4">
        {!isWanted ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="min-w-0 flex-1 text-fg-2">{copy.ask}</p>
            <Button size="sm" className="max-tablet:h-11" onClick={() => setIsWanted(true)}>
              {copy.show}
            </Button>
          </div>
        ) : worth.status === "error" ? (
          <ErrorState title={copy.failed.title} onRetry={worth.retry} retryLabel={common.retry}>
            {copy.failed.body}
          </ErrorState>
        ) : points === undefined ? (
          <div aria-busy="true">
            <span className="sr-only">{copy.loading}</span>
            <Skeleton className="h-[200px] rounded-2" />
          </div>
        ) : asTable ? (
          <WorthTable points={points} />
        ) : (
          <WorthChart points={points} />
        )}
        {points !== undefined && <p className="mt-2 text-12 text-fg-3">{copy.about}</p>}
      </div>
    </Panel>
  );
}

interface Worth {
  readonly status: "loading" | "error" | "ok";
  readonly data: readonly WorthPoint[] | undefined;
  readonly retry: () => void;
}

function useWorth({ snapshot }: PortfolioView, history: PortfolioHistory, enabled: boolean): Worth {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { owner, toBlock } = history;
  const { data, error, refetch } = useQuery({
    // the history is read again when something happened, and the course with it
    queryKey: queryKeys.of("worth", chainId, owner, toBlock.toString()),
    enabled: enabled && snapshot.owner?.toLowerCase() === owner.toLowerCase(),
    retry: false,
    queryFn: async ({ signal }) => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readWorth } = await import("./read-worth");
      return readWorth(client, { deployment, owner, history, newest: toBlock, signal });
    },
  });
  const status = data !== undefined ? "ok" : error === null ? "loading" : "error";
  return { status, data, retry: () => void refetch() };
}
