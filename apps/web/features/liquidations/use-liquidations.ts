"use client";

import type { AccountState, LiquidationReport, Snapshot } from "@gimbal/sdk";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useClient } from "wagmi";
import { useChainStore } from "@/features/data/chain-store";
import { dataOf, type Loadable, loading, mapLoadable } from "@/features/data/loadable";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { borrowersKey, useBorrowers, watchedKey } from "./use-borrowers";
import type { Borrowers, Watched } from "./watched";

const selectMarkets = ({ markets }: Snapshot) => markets;

/** Auctions and quotes at the block on screen. */
export function useLiquidations(enabled = true): Loadable<LiquidationReport> {
  const watched = useWatched(enabled);
  return useMemo(() => mapLoadable(watched, ({ report }) => report), [watched]);
}

/** Every account that ever acted, as it was last read. */
export function useBorrowerStates(): Loadable<readonly AccountState[]> {
  const watched = useWatched(true);
  return useMemo(() => mapLoadable(watched, ({ states }) => [...states.values()]), [watched]);
}

/** What is read of accounts in the one request of each block. */
function useWatched(enabled: boolean): Loadable<Watched> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const queryClient = useQueryClient();
  const staleAge = useStaleAge();
  const borrowers = useBorrowers(enabled);
  const markets = dataOf(useSnapshotSelect(selectMarkets));
  const isKnown = dataOf(borrowers) !== undefined && markets !== undefined;

  const { data, error, refetch, dataUpdatedAt, errorUpdatedAt } = useQuery({
    queryKey: watchedKey(chainId),
    enabled: enabled && isKnown,
    staleTime: ({ state }) => (isCurrent(state.data) ? Number.POSITIVE_INFINITY : 0),
    structuralSharing: false,
    queryFn: async (): Promise<Watched> => {
      if (client === undefined || markets === undefined) throw new ReferenceError("Nothing to read from");
      const head = useChainStore.getState().watch.head?.number ?? 0n;
      const accounts = queryClient.getQueryData<Borrowers>(borrowersKey(chainId))?.journal.accounts ?? [];
      const last = queryClient.getQueryData<Watched>(watchedKey(chainId));
      const { readWatched } = await import("./read-watched");
      return readWatched(client, { deployment, markets, accounts, last, head });
    },
  });

  // Somebody acted for the first time between two blocks.
  const count = dataOf(borrowers)?.journal.accounts.length;
  const lastCount = useRef(count);
  useEffect(() => {
    if (count === undefined || lastCount.current === count) return;
    const isFirst = lastCount.current === undefined;
    lastCount.current = count;
    if (!isFirst && enabled) void refetch({ cancelRefetch: false });
  }, [count, enabled, refetch]);

  const failed = borrowers.status === "error" ? borrowers : undefined;
  const behind =
    error === null ? undefined : Math.max(0, Math.floor((errorUpdatedAt - dataUpdatedAt) / 1000));
  const age = staleAge ?? behind;
  return useMemo(() => {
    if (data !== undefined) {
      return age === undefined ? { status: "ok", data } : { status: "stale", data, age };
    }
    if (failed !== undefined) return failed;
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, age, failed]);
}

function isCurrent(read: Watched | undefined): boolean {
  const head = useChainStore.getState().watch.head?.number;
  return read !== undefined && head !== undefined && read.head >= head;
}
