"use client";

import { positionsOf, type Snapshot } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "wagmi";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { fingerprintOf } from "@/features/positions/use-trades";
import type { VaultStakes } from "./portfolio-view";
import type { PortfolioHistory } from "./read-history";

/** Changes when something happened to an account or loan that was not interest. */
export function historyFingerprint(snapshot: Snapshot, vaults: VaultStakes = []): string {
  const positions = positionsOf(snapshot).map((position) => `${position.account}=${fingerprintOf(position)}`);
  const loans = snapshot.lender.map(({ market, asset, shares }) => `${market}.${asset}=${shares}`);
  const tokens = (vaults === "unknown" ? [] : vaults).flatMap(({ address, stake }) =>
    stake === undefined || stake.shares === 0n ? [] : [`${address}=${stake.shares}`],
  );
  return [...positions, ...loans, ...tokens].join(";");
}

/** What happened to the owner of a snapshot; read once, and again when something changed. */
export function usePortfolioHistory(snapshot: Snapshot, vaults: VaultStakes): Loadable<PortfolioHistory> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { owner } = snapshot;
  const fingerprint = useMemo(() => historyFingerprint(snapshot, vaults), [snapshot, vaults]);

  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.of("trades", chainId, "owner", owner ?? "nobody", fingerprint),
    enabled: owner !== undefined,
    queryFn: async () => {
      if (client === undefined || owner === undefined)
        throw new ReferenceError(`No client for chain ${chainId}`);
      const { readHistory } = await import("./read-history");
      return readHistory(client, { deployment, owner });
    },
    placeholderData: (previous: PortfolioHistory | undefined) =>
      previous?.owner === owner ? previous : undefined,
  });
  return useMemo(() => {
    if (data !== undefined) return { status: "ok", data };
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch]);
}
