import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { IntentOwner } from "@/features/transaction/intent";
import type { MoveIntent } from "./order-limits";

/** A move whose permission went out and whose own transaction did not. */
export interface UnfinishedMove {
  readonly intent: MoveIntent;
  readonly by: IntentOwner;
}

interface UnfinishedStore {
  readonly move: UnfinishedMove | undefined;
  readonly keep: (move: UnfinishedMove) => void;
  readonly forget: () => void;
}

const BIGINT = /^-?\d+n$/;

/** Survives a reload, so that a move can be finished after it. */
export const useUnfinished = create<UnfinishedStore>()(
  persist(
    (set) => ({
      move: undefined,
      keep: (move) => set({ move }),
      forget: () => set({ move: undefined }),
    }),
    {
      name: "gimbal.unfinished-move",
      version: 1,
      skipHydration: true,
      partialize: ({ move }) => ({ move }),
      storage: createJSONStorage(() => localStorage, {
        replacer: (_, value) => (typeof value === "bigint" ? `${value}n` : value),
        reviver: (_, value) =>
          typeof value === "string" && BIGINT.test(value) ? BigInt(value.slice(0, -1)) : value,
      }),
    },
  ),
);
