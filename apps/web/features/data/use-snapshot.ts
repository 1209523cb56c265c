"use client";

import { type MarketState, type Position, positionsOf, readSnapshot, type Snapshot } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { useClient } from "wagmi";
import { useOwner } from "@/features/wallet/use-owner";
import { type Loadable, loading, mapLoadable } from "./loadable";
import { queryKeys } from "./query-keys";
import { useDeployment, useRuntime } from "./runtime-context";
import { useStaleAge } from "./use-data-status";

const identity = (snapshot: Snapshot) => snapshot;

/** Part of the snapshot; renders again only when that part changes. `select` must be stable. */
export function useSnapshotSelect<T>(select: (snapshot: Snapshot) => T): Loadable<T> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const { owner } = useOwner();
  const client = useClient({ chainId });
  const staleAge = useStaleAge();

  const query = useQuery({
    queryKey: queryKeys.snapshot(chainId, owner),
    queryFn: () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      return readSnapshot(client, { deployment, ...(owner !== undefined && { owner }) });
    },
    // Markets stay on screen when the wallet changes; what belonged to the old one does not.
    placeholderData: (previous: Snapshot | undefined) =>
      previous && { ...previous, owner: undefined, accounts: [], lender: [], wallet: [] },
    select,
  });

  const { data, error, refetch } = query;
  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}

/** Everything that was read at the block on screen. */
export function useSnapshot(): Loadable<Snapshot> {
  return useSnapshotSelect(identity);
}

/** One market by the slug of its path. */
export function useMarket(slug: string): Loadable<MarketState> {
  const select = useCallback(
    (snapshot: Snapshot) => snapshot.markets.find((market) => market.slug === slug),
    [slug],
  );
  return mapLoadable(useSnapshotSelect(select), (market) => market);
}

interface OwnedPositions {
  readonly owner: string | undefined;
  readonly positions: readonly Position[];
}

const selectPositions = (snapshot: Snapshot): OwnedPositions => ({
  owner: snapshot.owner?.toLowerCase(),
  positions: positionsOf(snapshot),
});

/** Open positions of the owner on screen; an empty list means that there are none. */
export function useAccountPositions(): Loadable<readonly Position[]> {
  const { owner } = useOwner();
  const wanted = owner?.toLowerCase();
  return mapLoadable(useSnapshotSelect(selectPositions), (owned) =>
    owned.owner === wanted ? owned.positions : undefined,
  );
}
