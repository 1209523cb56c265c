"use client";

import { type AssetState, type PricePoint, readPriceHistory, type Snapshot } from "@gimbal/sdk";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from "react";
import { useClient } from "wagmi";
import { dataOf, type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useDataStatus, useStaleAge } from "@/features/data/use-data-status";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { appendPoint } from "./append-point";

const ROUNDS = 300;

/** Prices of a market's base asset, oldest first: the feed's rounds once, then each new one from the snapshot. */
export function usePriceSeries(slug: string): Loadable<readonly PricePoint[]> {
  const { chainId } = useRuntime();
  const { markets } = useDeployment();
  const client = useClient({ chainId });
  const queryClient = useQueryClient();
  const staleAge = useStaleAge();
  const feed = markets.find((market) => market.slug === slug)?.assets[1]?.feed;
  const queryKey = useMemo(() => queryKeys.of("prices", chainId, feed), [chainId, feed]);

  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => {
      if (client === undefined || feed === undefined) throw new ReferenceError(`No feed for ${slug}`);
      return readPriceHistory(client, { feed, rounds: ROUNDS });
    },
    enabled: feed !== undefined,
    // Points are appended here; comparing hundreds of them on each block would be wasted.
    structuralSharing: false,
  });

  const newest = dataOf(useSnapshotSelect(useCallback((snapshot) => newestPoint(snapshot, slug), [slug])));
  const highestBlock = useRef(0n);
  useEffect(() => {
    if (newest === undefined || data === undefined) return;
    const wentBack = newest.block < highestBlock.current;
    highestBlock.current = newest.block;
    if (wentBack) void refetch();
    else if (newest.point !== undefined) queryClient.setQueryData(queryKey, appendPoint(data, newest.point));
  }, [newest, data, queryClient, queryKey, refetch]);

  // The block watcher finds the chain again; what failed meanwhile is read then.
  const isFresh = useDataStatus().status === "ok";
  const onFresh = useEffectEvent(() => {
    if (error !== null) void refetch();
  });
  useEffect(() => {
    if (isFresh) onFresh();
  }, [isFresh]);

  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}

interface Newest {
  readonly block: bigint;
  readonly point: PricePoint | undefined;
}

function newestPoint(snapshot: Snapshot, slug: string): Newest {
  const asset: AssetState | undefined = snapshot.markets.find((market) => market.slug === slug)?.assets[1];
  const hasPrice = asset !== undefined && asset.price.primary !== 0n;
  return {
    block: snapshot.blockNumber,
    point: hasPrice ? { time: asset.price.updatedAt, price: asset.price.primary } : undefined,
  };
}
