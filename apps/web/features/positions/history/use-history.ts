"use client";

import {
  type Deployment,
  marketAccounts,
  positionsOf,
  readOwnerHistory,
  type Snapshot,
  type TradeHistory,
} from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { useClient } from "wagmi";
import { type Loadable, loading } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { fingerprintOf } from "../use-trades";
import { type AccountTrade, newestFirst, tradesOf } from "./trade-view";

/** Rows shown; older ones are on the chain. */
const SHOWN = 50;

/** Everything that happened to the accounts of an owner, newest first. */
export function useHistory(
  snapshot: Snapshot | undefined,
  owner: Address,
): Loadable<readonly AccountTrade[]> {
  const { chainId, indexerUrl } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const isOwn = snapshot?.owner?.toLowerCase() === owner.toLowerCase();
  const fingerprint = snapshot === undefined || !isOwn ? "" : fingerprintOfAll(snapshot);
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.of("trades", chainId, "history", owner, fingerprint),
    enabled: isOwn,
    queryFn: async () => {
      if (client === undefined) throw new ReferenceError(`No client for chain ${chainId}`);
      const indexed =
        indexerUrl === undefined ? undefined : await readIndexed(indexerUrl, client, deployment, owner);
      return indexed ?? (await readOwnerHistory(client, { deployment, owner })).histories;
    },
  });
  if (error !== null && data === undefined) return { status: "error", error, retry: () => void refetch() };
  if (!isOwn || data === undefined) return loading();
  const trades = [...tradesOf(data)].filter(isTold).sort(newestFirst);
  return { status: "ok", data: trades.slice(0, SHOWN) };
}

/** In an account with several assets, what moved quote alone is told once, and a swap of two others by them. */
function isTold({ base, size, type }: AccountTrade): boolean {
  if (size !== 0n) return true;
  return base === 1 && type !== "swap-collateral" && type !== "swap-debt";
}

function fingerprintOfAll(snapshot: Snapshot): string {
  return positionsOf(snapshot)
    .map((position) => `${position.account}=${fingerprintOf(position)}`)
    .join(";");
}

/** Histories of all accounts from the indexer; undefined if it has not all of them. */
async function readIndexed(
  url: string,
  client: Client,
  deployment: Deployment,
  owner: Address,
): Promise<readonly TradeHistory[] | undefined> {
  const { indexerAt, readIndexedHistory } = await import("@/features/indexer/indexed-history");
  const indexer = indexerAt(url);
  const answers = await Promise.all(
    deployment.markets.flatMap(({ id: market, assets }) =>
      marketAccounts(owner, market).flatMap((account) =>
        assets
          .slice(1)
          .map(({ index: base }) =>
            readIndexedHistory(indexer, client, deployment, { account, market, base }),
          ),
      ),
    ),
  );
  const known = answers.filter((answer) => answer !== undefined);
  return known.length === answers.length ? known : undefined;
}
