import type { Address } from "viem";
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { browserStorage } from "@/lib/browser-storage";
import type { Rule } from "./rules";

interface RuleStore {
  /** By chain and owner. */
  readonly rules: Readonly<Record<string, readonly Rule[]>>;
  readonly put: (scope: string, rules: readonly Rule[]) => void;
}

/** Rules of this browser's user, for each account that was looked at. */
export const useRules = create<RuleStore>()(
  persist(
    (set) => ({
      rules: {},
      put: (scope, list) => set(({ rules }) => ({ rules: { ...rules, [scope]: list } })),
    }),
    {
      name: "gimbal.alerts",
      version: 1,
      skipHydration: true,
      storage: browserStorage(),
      partialize: ({ rules }) => ({ rules }),
    },
  ),
);

const NONE: readonly Rule[] = [];

export function scopeOf(chainId: number, owner: Address): string {
  return `${chainId}:${owner.toLowerCase()}`;
}

export function useRulesOf(scope: string | undefined): readonly Rule[] {
  return useRules(({ rules }) => (scope === undefined ? NONE : (rules[scope] ?? NONE)));
}
