"use client";

import type { AccountId, Position, TradeHistory, Usd } from "@gimbal/sdk";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useTradeStore } from "@/features/trade/trade-store";
import { entryOf } from "./result";

/** Changes when something happened to an account that was not interest: others may have done it. */
export function fingerprintOf(position: Position | undefined): string {
  return position === undefined
    ? "flat"
    : position.legs.map(({ asset, collateral }) => `${asset.index}:${collateral}`).join(",");
}

interface Of {
  readonly account: AccountId;
  /** Market that the account is in: its index need not tell it. */
  readonly market: number;
  /** Index of the base asset; 1 when left out. */
  readonly base?: number;
}

function useTradesQuery() {
  const { chainId, indexerUrl } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  return ({ account, market, base = 1 }: Of, fingerprint: string) => ({
    queryKey: queryKeys.of("trades", chainId, account, `${market}.${base}`, fingerprint),
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      if (indexerUrl !== undefined) {
        const { indexerAt, readIndexedHistory } = await import("@/features/indexer/indexed-history");
        const of = { account, market, base };
        const indexed = await readIndexedHistory(indexerAt(indexerUrl), client, deployment, of);
        if (indexed !== undefined) return indexed;
      }
      const { readTrades } = await import("./read-trades");
      return readTrades(client, { deployment, account, market, base });
    },
  });
}

/** What happened to the account of a position; read once, and again when its collateral changed. */
export function useTrades(position: Position | undefined): TradeHistory | undefined {
  const optionsOf = useTradesQuery();
  const { data } = useQuery({
    ...optionsOf(
      {
        account: position?.account ?? "0x",
        market: position?.market.id ?? 0,
        base: position?.base.index ?? 1,
      },
      fingerprintOf(position),
    ),
    enabled: position !== undefined,
    placeholderData: (previous: TradeHistory | undefined) =>
      previous?.account === position?.account && previous?.base.index === position?.base.index
        ? previous
        : undefined,
  });
  return position === undefined ? undefined : data;
}

/** Histories of several accounts at once. */
export function useHistories(accounts: readonly (Of & { readonly fingerprint: string })[]) {
  const optionsOf = useTradesQuery();
  return useQueries({ queries: accounts.map(({ fingerprint, ...of }) => optionsOf(of, fingerprint)) });
}

/** Average entry of a position, also for the chart. */
export function useEntry(position: Position | undefined): Usd | undefined {
  const history = useTrades(position);
  return position && entryOf(position, history);
}

/** Tells the chart where a position was entered. */
export function useEntryOnChart(key: string, entry: Usd | undefined): void {
  const setEntry = useTradeStore((state) => state.setEntry);
  useEffect(() => {
    setEntry(key, entry);
    return () => setEntry(key, undefined);
  }, [key, entry, setEntry]);
}
