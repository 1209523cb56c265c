"use client";

import type { AccountId, AuctionRecord } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";

/** Clock and choices of one account, read in the one request of each block; undefined while they are not known. */
export function useAuctionRecord(account: AccountId): AuctionRecord | undefined {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { data } = useQuery({
    queryKey: queryKeys.beside(chainId, "auction", account),
    // a choice changes it in the very block on screen, while nobody looks
    refetchOnMount: "always",
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readAuction } = await import("@/features/liquidations/read");
      return readAuction(client, { deployment, account });
    },
  });
  return data;
}
