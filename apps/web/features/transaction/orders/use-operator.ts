"use client";

import { readOperator } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "wagmi";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useOwner } from "@/features/wallet/use-owner";

/** Whether the account mover may act on the owner's accounts; read again at each block. */
export function useOperator(enabled = true): Loadable<boolean> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const { owner } = useOwner();
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.beside(chainId, "operator", owner ?? "nobody"),
    enabled: enabled && owner !== undefined,
    queryFn: () => {
      if (client === undefined || owner === undefined) throw new ReferenceError("Nobody to read");
      return readOperator(client, { deployment, owner });
    },
  });
  return useMemo(() => {
    if (data !== undefined) return { status: "ok", data };
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch]);
}
