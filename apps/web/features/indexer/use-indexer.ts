"use client";

import { createHistoryClient, HistoryError } from "@gimbal/history";
import { useQuery } from "@tanstack/react-query";
import { useChainStore } from "@/features/data/chain-store";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { useOwnBlock } from "@/features/transaction/own-block-store";
import { type IndexerState, indexerStateOf, pauseAfter } from "./indexer-state";

/** An indexer that takes longer counts as down [ms]. */
const TIMEOUT = 1_500;

interface Indexer {
  /** Undefined where there is no indexer, and before its first answer. */
  readonly state: IndexerState | undefined;
  readonly retry: () => void;
}

/**
 * How far the index is, asked while a history is on screen and the tab in front: every second while a transaction of
 * this page is awaited, else seldom.
 */
export function useIndexer(): Indexer {
  const { chainId, indexerUrl } = useRuntime();
  const own = useOwnBlock((store) => store.block);
  // what was known before the last transaction says nothing of it
  const awaited: IndexerState | undefined =
    own === undefined ? undefined : { status: "indexing", block: own };
  const { data, refetch } = useQuery({
    queryKey: queryKeys.of("indexer", chainId, indexerUrl, own?.toString()),
    enabled: indexerUrl !== undefined,
    queryFn: async () => {
      const indexed = await statusOf(indexerUrl ?? "");
      return indexerStateOf({ indexed, head: useChainStore.getState().watch.head, own });
    },
    staleTime: 0,
    refetchInterval: ({ state }) => pauseAfter(state.data),
    ...(awaited !== undefined && { placeholderData: awaited }),
  });
  return { state: indexerUrl === undefined ? undefined : data, retry: () => void refetch() };
}

async function statusOf(url: string) {
  try {
    return (await createHistoryClient({ url, timeout: TIMEOUT }).status()).indexed;
  } catch (error) {
    if (error instanceof HistoryError) return undefined;
    throw error;
  }
}
