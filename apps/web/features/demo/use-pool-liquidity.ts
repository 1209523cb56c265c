"use client";

import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { type PoolLiquidity, readLiquidity } from "./control";

/** Another tab may pull it too. */
const EVERY_MS = 15_000;

export const liquidityKey = queryKeys.of("pool-liquidity");

/** Where the liquidity of an asset's pool is; undefined while the endpoint has not said. */
export function usePoolLiquidity(asset: string): PoolLiquidity | undefined {
  const { controlUrl } = useRuntime();
  const { data } = useQuery({
    queryKey: liquidityKey,
    enabled: controlUrl !== undefined,
    refetchInterval: EVERY_MS,
    queryFn: () => readLiquidity(controlUrl ?? ""),
  });
  return data?.[asset];
}
