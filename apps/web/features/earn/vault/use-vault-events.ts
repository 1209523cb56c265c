"use client";

import type { VaultEvent } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useOwner } from "@/features/wallet/use-owner";

/**
 * The owner's past in all vaults; read once, and again when his shares changed.
 *
 * @param fingerprint Changes with the shares; undefined while there is nothing to ask about.
 */
export function useVaultEvents(fingerprint: string | undefined): readonly VaultEvent[] | undefined {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { owner } = useOwner();
  const { data } = useQuery({
    queryKey: queryKeys.of("trades", chainId, "vaults", owner ?? "nobody", fingerprint ?? "none"),
    enabled: owner !== undefined && fingerprint !== undefined,
    queryFn: async () => {
      if (client === undefined || owner === undefined)
        throw new ReferenceError(`No client for chain ${chainId}`);
      const { readVaultHistory } = await import("./read");
      return readVaultHistory(client, { deployment, owner });
    },
  });
  return data?.owner === owner ? data?.events : undefined;
}
