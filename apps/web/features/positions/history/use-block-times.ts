"use client";

import { useQueries } from "@tanstack/react-query";
import { getBlock } from "viem/actions";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";

/** Times of blocks [unix seconds], each read once. */
export function useBlockTimes(blocks: readonly bigint[]): ReadonlyMap<bigint, bigint> {
  const { chainId } = useRuntime();
  const client = useClient({ chainId });
  const distinct = [...new Set(blocks)];
  const answers = useQueries({
    queries: distinct.map((blockNumber) => ({
      queryKey: queryKeys.of("block-time", chainId, blockNumber.toString()),
      enabled: client !== undefined,
      queryFn: async () => {
        if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
        return (await getBlock(client, { blockNumber })).timestamp;
      },
    })),
  });
  const times = new Map<bigint, bigint>();
  distinct.forEach((block, index) => {
    const time = answers[index]?.data;
    if (time !== undefined) times.set(block, time);
  });
  return times;
}
