"use client";

import type { Snapshot } from "@gimbal/sdk";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "wagmi";
import { useChainStore } from "@/features/data/chain-store";
import { dataOf, type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useIsLocalChain, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { isDue, traceOf } from "./trace";
import type { Borrowers, Watched } from "./watched";

/** Between two looks at what was read, for signs of events that were not [ms]. */
const EVERY_MS = 10_000;

/** Key of who may be liquidated, and of what was. */
export const borrowersKey = (chainId: number) => queryKeys.of("borrowers", chainId);

/** Key of what the one request of each block says of auctions. */
export const watchedKey = (chainId: number) => queryKeys.beside(chainId, "liquidations");

/**
 * Who may be liquidated, and what was. Events have no place in a block's one request: they are asked for only when what
 * was read at the blocks shows that there must be some.
 */
export function useBorrowers(enabled = true): Loadable<Borrowers> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const queryClient = useQueryClient();
  const staleAge = useStaleAge();
  const isLocal = useIsLocalChain();
  // without it nobody could tell later what has changed since
  const isRead = dataOf(useSnapshotSelect(isThere)) === true;

  const { data, error, refetch } = useQuery({
    queryKey: borrowersKey(chainId),
    enabled: enabled && isRead,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    structuralSharing: false,
    queryFn: async (): Promise<Borrowers> => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const previous = queryClient.getQueryData<Borrowers>(borrowersKey(chainId));
      const watched = queryClient.getQueryData<Watched>(watchedKey(chainId));
      const snapshot = newestOf(queryClient.getQueriesData(snapshots(chainId)));
      // noted before the events are read: what is newer than they are shows again
      const trace = traceOf(snapshot, watched);
      const now = Date.now();
      if (previous !== undefined) {
        const seen = traceOf(snapshot, watched, previous.trace.held.keys());
        const head = useChainStore.getState().watch.head?.number;
        const isFirst = previous.trace.held.size === 0 && trace.held.size > 0;
        const same = isFirst ? { ...previous, trace: { ...previous.trace, held: trace.held } } : previous;
        if (!isDue(previous, { trace: seen, now, head, isLocal })) return same;
      }
      const { readLiquidationJournal } = await import("./read");
      const journal = await readLiquidationJournal(client, { deployment, previous: previous?.journal });
      return { journal, trace, readAt: now };
    },
  });

  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}

const isThere = () => true;

const snapshots = (chainId: number) => ({ queryKey: queryKeys.block(chainId, "snapshot") });

/** Whoever it was read for: markets are the same for everybody. */
function newestOf(read: [unknown, Snapshot | undefined][]): Snapshot | undefined {
  return read
    .flatMap(([, snapshot]) => snapshot ?? [])
    .reduce<Snapshot | undefined>(
      (newest, snapshot) =>
        newest === undefined || snapshot.blockNumber > newest.blockNumber ? snapshot : newest,
      undefined,
    );
}
