"use client";

import { positionAccounts, positionOf, type Snapshot } from "@gimbal/sdk";
import type { Address } from "viem";
import { type Loadable, loading } from "@/features/data/loadable";
import { fingerprintOf, useHistories } from "../use-trades";
import { type AccountTrade, newestFirst, tradesOf } from "./trade-view";

/** Rows shown; older ones are on the chain. */
const SHOWN = 50;

/** Everything that happened to the accounts of an owner, newest first. */
export function useHistory(
  snapshot: Snapshot | undefined,
  owner: Address,
): Loadable<readonly AccountTrade[]> {
  const isOwn = snapshot?.owner?.toLowerCase() === owner.toLowerCase();
  const accounts = snapshot !== undefined && isOwn ? positionAccounts(owner, snapshot.deployment) : [];
  const answers = useHistories(
    accounts.map((account) => ({
      account,
      fingerprint: fingerprintOf(snapshot && positionOf(snapshot, account)),
    })),
  );
  const failed = answers.find(({ error, data }) => error !== null && data === undefined);
  if (failed?.error) {
    const retry = () => {
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    };
    return { status: "error", error: failed.error, retry };
  }
  if (!isOwn || answers.some(({ data }) => data === undefined)) return loading();
  const trades = [...tradesOf(answers.map(({ data }) => data))].sort(newestFirst);
  return { status: "ok", data: trades.slice(0, SHOWN) };
}
