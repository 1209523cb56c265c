"use client";

import { useChainStore } from "./chain-store";
import type { DataStatus } from "./watch-state";

/** Freshness of everything on screen. */
export function useDataStatus(): DataStatus {
  return useChainStore((state) => state.status);
}

/** Age of what is on screen [s], or undefined while it is fresh. */
export function useStaleAge(): number | undefined {
  return useChainStore(({ status }) => (status.status === "stale" ? status.age : undefined));
}
