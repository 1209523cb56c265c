"use client";

import { useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import type { AccountView, AuctionView } from "./auction-view";
import { bestOf, candidatesOf, type Nettings } from "./nettings";

/** The best netting of each auction at the block on screen, read in the one request of each block. */
export function useNettings(auctions: readonly AuctionView[], views: readonly AccountView[]): Nettings {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const candidates = candidatesOf(auctions, views);
  const key = candidates.map(({ auction, counterparty }) => `${auction.key}:${counterparty.view.key}`).join();
  const { data } = useQuery({
    queryKey: queryKeys.beside(chainId, "nettings", key),
    enabled: candidates.length > 0,
    structuralSharing: false,
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readNettings } = await import("./read");
      const pairs = candidates.map(({ auction, counterparty }) => ({
        unhealthy: auction.key,
        counterparty: counterparty.view.key,
        collateralAsset: auction.quote.collateralAsset,
        debtAsset: auction.quote.debtAsset,
      }));
      return readNettings(client, { deployment, pairs });
    },
  });
  return bestOf(candidates, data);
}
