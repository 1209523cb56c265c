"use client";

import { useEffect } from "react";
import { useRuntime } from "@/features/data/runtime-context";
import { usePending } from "./pending-store";
import { useFollow } from "./use-follow";

/** Follows what was sent before a reload to its end. */
export function usePendingRecovery(): void {
  const { chainId } = useRuntime();
  const follow = useFollow();

  useEffect(() => {
    if (follow === undefined) return;
    void Promise.resolve(usePending.persist.rehydrate()).then(() => {
      for (const pending of usePending.getState().entries) {
        if (pending.chainId === chainId) void follow(pending);
      }
    });
  }, [follow, chainId]);
}
