"use client";

import type { AccountId, Position } from "@gimbal/sdk";
import { useState } from "react";

/** Accounts that had a position since the page was opened, gone ones included. */
export function useSeenAccounts(positions: readonly Position[] | undefined): readonly AccountId[] {
  const [seen, setSeen] = useState<readonly AccountId[]>([]);
  const fresh = (positions ?? []).map(({ account }) => account).filter((account) => !seen.includes(account));
  if (fresh.length === 0) return seen;
  const all = [...seen, ...fresh];
  setSeen(all);
  return all;
}
