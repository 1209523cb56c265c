import type { Address, Hash } from "viem";
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { browserStorage } from "@/lib/browser-storage";
import type { StepName } from "./run-state";

/** A transaction that was sent and not yet seen in a block. */
export interface PendingTransaction {
  readonly id: string;
  readonly chainId: number;
  readonly owner: Address;
  readonly hash: Hash;
  readonly title: string;
  /** What it does: an allowance alone is not yet what was asked for. */
  readonly step: StepName;
  /** What was asked for, as text, so that it can be gone on with. */
  readonly intent: string;
}

interface PendingStore {
  readonly entries: readonly PendingTransaction[];
  readonly put: (entry: PendingTransaction) => void;
  readonly drop: (id: string) => void;
}

/** Survives a reload, so that a result is never missed. */
export const usePending = create<PendingStore>()(
  persist(
    (set) => ({
      entries: [],
      put: (entry) =>
        set(({ entries }) => ({ entries: [...entries.filter(({ id }) => id !== entry.id), entry] })),
      drop: (id) => set(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) })),
    }),
    {
      name: "gimbal.pending",
      version: 2,
      skipHydration: true,
      migrate: () => ({ entries: [] }),
      storage: browserStorage(),
    },
  ),
);
