"use client";

import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";
import { common } from "@/content/common";
import { indexerCopy as copy } from "@/content/indexer";
import { formatBlock } from "@/lib/format";
import type { IndexerState } from "./indexer-state";
import { useIndexer } from "./use-indexer";

/** Says when the index of the past lags, and nothing while it is current or there is none. */
export function IndexerNote() {
  const { state, retry } = useIndexer();
  const isSilent = state === undefined || state.status === "current";
  return (
    // stays in the page, so that a change is announced
    <div role="status" data-slot="indexer" data-status={state?.status ?? "none"}>
      {!isSilent && (
        <p className="flex min-h-8 flex-wrap items-center gap-x-2 px-4 text-12 text-fg-3">
          {state.status === "indexing" && <Spinner className="text-accent" />}
          <span>{sentenceOf(state)}</span>
          {state.status !== "indexing" && (
            <Button variant="ghost" size="xs" onClick={retry}>
              {common.retry}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function sentenceOf(state: IndexerState): string {
  switch (state.status) {
    case "current":
      return "";
    case "indexing":
      return copy.indexing(formatBlock(state.block));
    case "behind":
      return `${copy.behind(state.blocks)} ${copy.fromChain}`;
    case "down":
      return `${copy.down} ${copy.fromChain}`;
  }
}
