"use client";

import type { MarketRisk, RiskReport, TokenRisk, Wad } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { type Address, isAddressEqual } from "viem";
import { useClient } from "wagmi";
import { useChainStore } from "@/features/data/chain-store";
import { dataOf, type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";

const identity = (report: RiskReport) => report;

/** Whether a report is as new as what is on screen; a page that comes back reads an older one again at once. */
function isCurrent(report: RiskReport | undefined): boolean {
  const head = useChainStore.getState().watch.head?.number;
  return report !== undefined && head !== undefined && report.blockNumber >= head;
}

/** Part of the risk report; renders again only when that part changes. `select` must be stable. */
export function useRiskSelect<T>(select: (report: RiskReport) => T): Loadable<T> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const staleAge = useStaleAge();

  const { data, error, refetch, dataUpdatedAt, errorUpdatedAt } = useQuery({
    queryKey: queryKeys.risk(chainId),
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const { readRisk } = await import("./read");
      return readRisk(client, { deployment });
    },
    staleTime: ({ state }) => (isCurrent(state.data) ? Number.POSITIVE_INFINITY : 0),
    select,
  });

  // What failed to follow the rest of the page is old, although the chain answers.
  const behind =
    error === null ? undefined : Math.max(0, Math.floor((errorUpdatedAt - dataUpdatedAt) / 1000));
  const age = staleAge ?? behind;
  return useMemo(() => {
    if (data !== undefined)
      return age === undefined ? { status: "ok", data } : { status: "stale", data, age };
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, age]);
}

/** Everything that is forecast and measured, at the block on screen. */
export function useRisk(): Loadable<RiskReport> {
  return useRiskSelect(identity);
}

/** What is measured of one market; undefined while the report is not there. */
export function useMarketRisk(id: number | undefined): MarketRisk | undefined {
  const select = useCallback((report: RiskReport) => report.markets.find((market) => market.id === id), [id]);
  return dataOf(useRiskSelect(select));
}

/** What is forecast of one token. */
export function tokenRiskOf(report: RiskReport, token: Address): TokenRisk | undefined {
  return report.tokens.find((candidate) => isAddressEqual(candidate.token, token));
}

/** Volatility in use of one token; undefined while the report is not there, or does not know the token. */
export function useVolatility(token: Address | undefined): Wad | undefined {
  const select = useCallback(
    (report: RiskReport) => (token === undefined ? undefined : tokenRiskOf(report, token)?.volatility),
    [token],
  );
  // 0 is what the chain says of a token it has never measured
  return dataOf(useRiskSelect(select)) || undefined;
}
