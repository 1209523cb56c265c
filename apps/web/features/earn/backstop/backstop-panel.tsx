"use client";

import type { BackstopState, MarketState, Snapshot } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { useState } from "react";
import { ErrorState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { backstopCopy } from "@/content/backstop";
import { common } from "@/content/common";
import { dataOf } from "@/features/data/loadable";
import { marketTitle } from "@/features/market/market-title";
import { BackstopActions } from "./backstop-actions";
import { BackstopDialog } from "./backstop-dialog";
import { BackstopExit } from "./backstop-exit";
import { BackstopFigures } from "./backstop-figures";
import type { BackstopMode } from "./backstop-form";
import { BackstopHoldings } from "./backstop-holdings";
import { type BackstopAddress, useBackstop } from "./use-backstop";

const copy = backstopCopy;

interface BackstopPanelProps {
  readonly vault: BackstopAddress;
  readonly snapshot: Snapshot;
}

/** One backstop vault: what it is worth, holds, earned and lost, and the owner's stake in it. */
export function BackstopPanel({ vault, snapshot }: BackstopPanelProps) {
  const loaded = useBackstop(vault);
  const [mode, setMode] = useState<BackstopMode>();
  const market = snapshot.markets.find(({ id }) => id === vault.market);
  const state = dataOf(loaded);
  if (market === undefined) return null;
  return (
    <Panel title={copy.title(marketTitle(market.deployed))} data-backstop={market.slug}>
      {loaded.status === "error" ? (
        <ErrorState title={copy.failed.title} onRetry={loaded.retry} retryLabel={common.retry}>
          {copy.failed.body}
        </ErrorState>
      ) : state === undefined ? (
        <div aria-busy="true" className="grid gap-3 px-4 pb-4">
          <span className="sr-only">{copy.loading}</span>
          <Skeleton className="h-16 rounded-2" />
          <Skeleton className="h-24 rounded-2" />
        </div>
      ) : (
        <Body market={market} state={state} isStale={loaded.status === "stale"} onEdit={setMode} />
      )}
      {state !== undefined && mode !== undefined && (
        <BackstopDialog
          key={mode}
          mode={mode}
          market={market}
          state={state}
          snapshot={snapshot}
          onClose={() => setMode(undefined)}
          onReopen={() => setMode(mode)}
        />
      )}
    </Panel>
  );
}

interface BodyProps {
  readonly market: MarketState;
  readonly state: BackstopState;
  readonly isStale: boolean;
  readonly onEdit: (mode: BackstopMode) => void;
}

function Body({ market, state, isStale, onEdit }: BodyProps) {
  return (
    <div className={cx("grid gap-4 px-4 pb-4", isStale && "opacity-60")}>
      <BackstopFigures market={market} state={state} />
      <div className="grid gap-4 desktop:grid-cols-2">
        <BackstopHoldings market={market} state={state} />
        <div className="grid content-between gap-3">
          <BackstopExit market={market} state={state} />
          <BackstopActions market={market} state={state} onEdit={onEdit} />
        </div>
      </div>
    </div>
  );
}
