"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "wagmi";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";
import { type Borrowers, WATCHED } from "./watched";

/** Events have no place in a block's one request, so they are asked for more rarely. */
const EVERY_MS = 10_000;

/** Key of who may be liquidated, and of what was. */
export const borrowersKey = (chainId: number) => queryKeys.of("borrowers", chainId);

/** Who may be liquidated, and what was: events since the last look, then the accounts. */
export function useBorrowers(enabled = true): Loadable<Borrowers> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const queryClient = useQueryClient();
  const staleAge = useStaleAge();

  const { data, error, refetch } = useQuery({
    queryKey: borrowersKey(chainId),
    enabled,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    structuralSharing: false,
    queryFn: async (): Promise<Borrowers> => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { nearestToLiquidation, readAccounts, readLiquidationJournal } = await import("./read");
      const previous = queryClient.getQueryData<Borrowers>(borrowersKey(chainId))?.journal;
      const journal = await readLiquidationJournal(client, { deployment, previous });
      const states = await readAccounts(client, { deployment, accounts: journal.accounts });
      return { journal, states, nearest: nearestToLiquidation(states, WATCHED) };
    },
  });

  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}
