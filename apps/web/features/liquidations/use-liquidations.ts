"use client";

import type { LiquidationReport, Snapshot } from "@gimbal/sdk";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useClient } from "wagmi";
import { useChainStore } from "@/features/data/chain-store";
import { dataOf, type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useStaleAge } from "@/features/data/use-data-status";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { borrowersKey, useBorrowers } from "./use-borrowers";
import { type Borrowers, wantedOf } from "./watched";

const selectMarkets = ({ markets }: Snapshot) => markets;

interface Read {
  readonly report: LiquidationReport;
  /** Newest block on screen when it was read. */
  readonly head: bigint;
}

/** Auctions and quotes at the block on screen, read in the one request of each block. */
export function useLiquidations(enabled = true): Loadable<LiquidationReport> {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const queryClient = useQueryClient();
  const staleAge = useStaleAge();
  const borrowers = useBorrowers(enabled);
  const markets = dataOf(useSnapshotSelect(selectMarkets));
  const isKnown = dataOf(borrowers) !== undefined && markets !== undefined;

  const { data, error, refetch, dataUpdatedAt, errorUpdatedAt } = useQuery({
    queryKey: queryKeys.beside(chainId, "liquidations"),
    enabled: enabled && isKnown,
    staleTime: ({ state }) => (isCurrent(state.data) ? Number.POSITIVE_INFINITY : 0),
    structuralSharing: false,
    queryFn: async (): Promise<Read> => {
      if (client === undefined || markets === undefined) throw new ReferenceError("Nothing to read from");
      const head = useChainStore.getState().watch.head?.number ?? 0n;
      const nearest = queryClient.getQueryData<Borrowers>(borrowersKey(chainId))?.nearest ?? [];
      const last = queryClient.getQueryData<Read>(queryKeys.beside(chainId, "liquidations"))?.report;
      const newest = new Map(last?.accounts.map(({ state }) => [state.id, state]));
      const { readLiquidations } = await import("./read");
      const accounts = nearest.map((state) => wantedOf(newest.get(state.id) ?? state, { markets }));
      const report = await readLiquidations(client, { deployment, accounts });
      // What came near in this very block has no quote yet: a second look, in that block only.
      const late = report.accounts.map(({ state }) => wantedOf(state, { markets })).filter(isNew(accounts));
      if (late.length === 0) return { report, head };
      const quoted = await readLiquidations(client, { deployment, accounts: late });
      const known = new Map(quoted.accounts.map((account) => [account.state.id, account]));
      const merged = report.accounts.map((account) => known.get(account.state.id) ?? account);
      return { report: { ...report, accounts: merged }, head };
    },
  });

  // Somebody new came near between two blocks.
  const ids = dataOf(borrowers)
    ?.nearest.map(({ id }) => id)
    .join();
  const lastIds = useRef(ids);
  useEffect(() => {
    if (ids === undefined || lastIds.current === ids) return;
    const isFirst = lastIds.current === undefined;
    lastIds.current = ids;
    if (!isFirst && enabled) void refetch();
  }, [ids, enabled, refetch]);

  const failed = borrowers.status === "error" ? borrowers : undefined;
  const behind =
    error === null ? undefined : Math.max(0, Math.floor((errorUpdatedAt - dataUpdatedAt) / 1000));
  const age = staleAge ?? behind;
  return useMemo(() => {
    if (data !== undefined) {
      return age === undefined
        ? { status: "ok", data: data.report }
        : { status: "stale", data: data.report, age };
    }
    if (failed !== undefined) return failed;
    return error === null ? loading() : { status: "error", error, retry: () => void refetch() };
  }, [data, error, refetch, age, failed]);
}

type Wanted = ReturnType<typeof wantedOf>;

/** Accounts whose quote is wanted and was not asked for. */
function isNew(asked: readonly Wanted[]) {
  const quoted = new Set(asked.flatMap(({ account, pair }) => (pair === undefined ? [] : [account])));
  return ({ account, pair }: Wanted) => pair !== undefined && !quoted.has(account);
}

function isCurrent(read: Read | undefined): boolean {
  const head = useChainStore.getState().watch.head?.number;
  return read !== undefined && head !== undefined && read.head >= head;
}
