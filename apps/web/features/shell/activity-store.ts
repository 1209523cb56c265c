import type { Hash } from "viem";
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { browserStorage } from "@/lib/browser-storage";

/** One transaction that this browser sent. */
export interface Activity {
  readonly id: string;
  readonly chainId: number;
  readonly title: string;
  readonly state: "pending" | "done" | "failed" | "cancelled";
  readonly hash: Hash | undefined;
  /** Unix seconds of the browser. */
  readonly at: number;
}

interface ActivityStore {
  readonly entries: readonly Activity[];
  /** Adds an entry, or replaces the one with the same id. */
  readonly record: (entry: Activity) => void;
  readonly clear: () => void;
}

const KEPT = 20;

/** Transactions of this browser, newest first. They outlive a reload. */
export const useActivity = create<ActivityStore>()(
  persist(
    (set) => ({
      entries: [],
      record: (entry) =>
        set(({ entries }) => ({
          entries: [entry, ...entries.filter(({ id }) => id !== entry.id)].slice(0, KEPT),
        })),
      clear: () => set({ entries: [] }),
    }),
    { name: "gimbal.activity", version: 1, skipHydration: true, storage: browserStorage() },
  ),
);
