"use client";

import type { ForecastPoint, TokenRisk } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useClient } from "wagmi";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";

/** Newer samples are read this often [s of the chain]: until then the report's own figures end the series. */
const REFRESH = 60n;

/** Samples of the volatility oracle, oldest first: read once, and again when the report tells of a newer minute. */
export function useForecastHistory(risk: TokenRisk | undefined): Loadable<readonly ForecastPoint[]> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const staleAge = useStaleAge();
  const token = risk?.token;

  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.of("forecasts", chainId, token, risk && (risk.sampledAt / REFRESH).toString()),
    queryFn: async () => {
      if (client === undefined || token === undefined) throw new ReferenceError("No token to read");
      const { readForecastHistory } = await import("./read");
      return readForecastHistory(client, { deployment, token });
    },
    enabled: token !== undefined,
    // The chart keeps its line while the next one is read, unless it is another token's.
    placeholderData: (previous, query) => (query?.queryKey[2] === token ? previous : undefined),
    gcTime: 60_000,
    structuralSharing: false,
  });

  return useMemo(() => {
    if (data !== undefined) {
      return staleAge === undefined ? { status: "ok", data } : { status: "stale", data, age: staleAge };
    }
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, staleAge]);
}
