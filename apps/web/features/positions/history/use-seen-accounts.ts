"use client";

import type { AccountId, Position } from "@gimbal/sdk";
import { useState } from "react";

/** An account, and the market it was seen in. */
export interface SeenAccount {
  readonly account: AccountId;
  readonly market: number;
}

/** Accounts that had a position since the page was opened, gone ones included. */
export function useSeenAccounts(positions: readonly Position[] | undefined): readonly SeenAccount[] {
  const [seen, setSeen] = useState<readonly SeenAccount[]>([]);
  const fresh = (positions ?? [])
    .map(({ account, market }) => ({ account, market: market.id }))
    .filter(({ account, market }) => !seen.some((s) => s.account === account && s.market === market));
  if (fresh.length === 0) return seen;
  const all = [...seen, ...fresh];
  setSeen(all);
  return all;
}
