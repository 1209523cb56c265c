"use client";

import type { AccountId, Position } from "@gimbal/sdk";
import { useState } from "react";

/** An account, and the market it was seen in. */
export interface SeenAccount {
  readonly account: AccountId;
  readonly market: number;
  /** Index of the base asset. */
  readonly base: number;
}

/** Accounts that had a position since the page was opened, gone ones included. */
export function useSeenAccounts(positions: readonly Position[] | undefined): readonly SeenAccount[] {
  const [seen, setSeen] = useState<readonly SeenAccount[]>([]);
  const fresh = (positions ?? [])
    .map(({ account, market, base }) => ({ account, market: market.id, base: base.index }))
    .filter(
      ({ account, market, base }) =>
        !seen.some((s) => s.account === account && s.market === market && s.base === base),
    );
  if (fresh.length === 0) return seen;
  const all = [...seen, ...fresh];
  setSeen(all);
  return all;
}
