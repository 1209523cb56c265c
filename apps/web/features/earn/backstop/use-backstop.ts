"use client";

import type { BackstopState } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Address } from "viem";
import { useClient } from "wagmi";
import { useChainStore } from "@/features/data/chain-store";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";
import { useOwner } from "@/features/wallet/use-owner";

/** Vault of a market. */
export interface BackstopAddress {
  readonly market: number;
  readonly address: Address;
}

/** Markets that have a backstop; undefined while they are not known. Governance names them, so once is enough. */
export function useBackstops(enabled = true): readonly BackstopAddress[] | undefined {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { data } = useQuery({
    queryKey: queryKeys.of("backstops", chainId),
    enabled,
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readBackstops } = await import("./read");
      return readBackstops(client, { deployment });
    },
  });
  return data;
}

/** One vault and the owner's stake, at the block on screen; read in the one request of each block. */
export function useBackstop(vault: BackstopAddress | undefined): Loadable<BackstopState> {
  const { chainId } = useRuntime();
  const { markets } = useDeployment();
  const client = useClient({ chainId });
  const { owner } = useOwner();
  const staleAge = useStaleAge();
  const token = markets.find(({ id }) => id === vault?.market)?.assets[0]?.address;

  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.beside(chainId, "backstop", vault?.address, owner ?? "nobody"),
    enabled: vault !== undefined && token !== undefined,
    staleTime: ({ state }) => (isCurrent(state.dataUpdatedAt) ? Number.POSITIVE_INFINITY : 0),
    structuralSharing: false,
    queryFn: async () => {
      if (client === undefined || vault === undefined || token === undefined) {
        throw new ReferenceError("No vault to read");
      }
      const { readBackstop } = await import("./read");
      return readBackstop(client, { ...vault, token, owner });
    },
  });
  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}

/** Read since the head on screen came. */
function isCurrent(updatedAt: number): boolean {
  const { goodAt } = useChainStore.getState().watch;
  return goodAt !== undefined && updatedAt >= goodAt;
}
