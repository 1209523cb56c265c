"use client";

import { type Position, splitPosition } from "@gimbal/sdk";
import { useMemo } from "react";
import { dataOf, type Loadable, mapLoadable } from "@/features/data/loadable";
import { useAccountPositions } from "@/features/data/use-snapshot";

/** Accounts of the owner on screen, and what a trader calls positions: one per asset of each of them. */
export function useOpenPositions(): {
  readonly accounts: Loadable<readonly Position[]>;
  readonly positions: Loadable<readonly Position[]>;
} {
  const accounts = useAccountPositions();
  const open = dataOf(accounts);
  const split = useMemo(() => open?.flatMap(splitPosition), [open]);
  return { accounts, positions: mapLoadable(accounts, () => split) };
}
