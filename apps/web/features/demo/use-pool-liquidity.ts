"use client";

import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { type PoolLiquidity, readLiquidity } from "./control";

export const liquidityKey = queryKeys.of("pool-liquidity");

/** Where the liquidity of an asset's pool is; undefined while the endpoint has not said. */
export function usePoolLiquidity(asset: string): PoolLiquidity | undefined {
  const { controlUrl } = useRuntime();
  const { data } = useQuery({
    queryKey: liquidityKey,
    enabled: controlUrl !== undefined,
    // another tab may have pulled it
    refetchOnWindowFocus: "always",
    queryFn: () => readLiquidity(controlUrl ?? ""),
  });
  return data?.[asset];
}
