"use client";

import type { LendingVaultState } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "wagmi";
import { useChainStore } from "@/features/data/chain-store";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";
import { useOwner } from "@/features/wallet/use-owner";

/** Every vault of the deployment. */
export interface Vaults {
  /** Whose stakes they tell; undefined without an owner. */
  readonly owner: string | undefined;
  readonly states: readonly LendingVaultState[];
}

/** Vaults of all reserves and the owner's shares, at the block on screen. */
export function useVaults(enabled = true): Loadable<Vaults> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { owner } = useOwner();
  const staleAge = useStaleAge();

  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.beside(chainId, "lending-vaults", owner ?? "nobody"),
    enabled,
    staleTime: ({ state }) => (isCurrent(state.dataUpdatedAt) ? Number.POSITIVE_INFINITY : 0),
    structuralSharing: false,
    queryFn: async (): Promise<Vaults> => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readLendingVault } = await import("./read");
      const reads = deployment.markets.flatMap(({ id: market, assets }) =>
        assets.flatMap(({ index: asset, lendingVault }) =>
          lendingVault === null ? [] : [readLendingVault(client, { deployment, market, asset, owner })],
        ),
      );
      const states = await Promise.all(reads);
      return { owner, states: states.filter((state) => state !== undefined) };
    },
  });
  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}

/** The vault of one reserve; undefined where it has none. */
export function vaultOf(
  vaults: Vaults | undefined,
  reserve: { readonly market: number; readonly asset: number },
): LendingVaultState | undefined {
  return vaults?.states.find(({ market, asset }) => market === reserve.market && asset === reserve.asset);
}

/** Read since the head on screen came. */
function isCurrent(updatedAt: number): boolean {
  const { goodAt } = useChainStore.getState().watch;
  return goodAt !== undefined && updatedAt >= goodAt;
}
