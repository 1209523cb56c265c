"use client";

import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useAccount } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { canBatch, type WalletRequest } from "./batch";

/** Whether the wallet takes several calls as one; false until it has said so. Asked once for each wallet. */
export function useCanBatch(owner: Address): boolean {
  const { chainId } = useRuntime();
  const { connector } = useAccount();
  const { data = false } = useQuery({
    queryKey: queryKeys.of("can-batch", chainId, owner, connector?.uid ?? "none"),
    enabled: connector !== undefined,
    queryFn: async () => {
      const provider = (await connector?.getProvider()) as { request: WalletRequest } | undefined;
      return provider === undefined ? false : canBatch((args) => provider.request(args), owner, chainId);
    },
  });
  return data;
}
