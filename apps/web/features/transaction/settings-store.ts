import type { BasisPoints, Seconds } from "@gimbal/sdk";
import { create } from "zustand";
import { persist } from "zustand/middleware";
import { browserStorage } from "@/lib/browser-storage";

/** How an allowance is given: by signature inside the order, or by a transaction of its own. */
export type ApprovalMethod = "signature" | "transaction";

export interface TradeSettings {
  /** Most a trade may be worse than its quote, as text a person typed [%]. */
  readonly slippage: string;
  /** Minutes an order stays valid, as text. */
  readonly deadline: string;
  readonly approval: ApprovalMethod;
}

interface SettingsStore extends TradeSettings {
  readonly set: (change: Partial<TradeSettings>) => void;
}

export const defaultSettings: TradeSettings = { slippage: "0.3", deadline: "20", approval: "signature" };

/** Settings of this browser's user. Hydrated by `useSettingsHydration`, so that the server renders the defaults. */
export const useSettings = create<SettingsStore>()(
  persist((set) => ({ ...defaultSettings, set: (change) => set(change) }), {
    name: "gimbal.settings",
    version: 1,
    skipHydration: true,
    storage: browserStorage(),
    partialize: ({ slippage, deadline, approval }) => ({ slippage, deadline, approval }),
    merge: (kept, current) => ({ ...current, ...keptSettings(kept) }),
  }),
);

/** What is kept may come from another version, or from another hand: only texts of the right kind count. */
function keptSettings(kept: unknown): Partial<TradeSettings> {
  const { slippage, deadline, approval } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...(typeof slippage === "string" && { slippage }),
    ...(typeof deadline === "string" && { deadline }),
    ...((approval === "signature" || approval === "transaction") && { approval }),
  };
}

const MAX_SLIPPAGE: BasisPoints = 2_000n;
const MAX_MINUTES = 1_440n;

/** A setting as a number, or why its text is none. */
export type ParsedSetting =
  | { readonly type: "value"; readonly value: bigint }
  | { readonly type: "error"; readonly reason: "not-a-number" | "too-low" | "too-high" };

/** `0.3`, `0,3` or `.3` per cent as basis points: more than 0, at most 20 %. */
export function parseSlippage(text: string): ParsedSetting {
  const match = /^(\d*)(?:[.,](\d{0,2}))?$/.exec(text.trim());
  if (match === null || (match[1] === "" && (match[2] ?? "") === "")) {
    return { type: "error", reason: "not-a-number" };
  }
  const value = BigInt(match[1] || "0") * 100n + BigInt((match[2] ?? "").padEnd(2, "0"));
  return within(value, MAX_SLIPPAGE);
}

/** Whole minutes: at least 1, at most a day. */
export function parseDeadline(text: string): ParsedSetting {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) return { type: "error", reason: "not-a-number" };
  return within(BigInt(trimmed), MAX_MINUTES);
}

function within(value: bigint, highest: bigint): ParsedSetting {
  if (value === 0n) return { type: "error", reason: "too-low" };
  if (value > highest) return { type: "error", reason: "too-high" };
  return { type: "value", value };
}

/** What the settings come to; a text that is no value counts as the default. */
export function effectiveSettings(settings: Pick<TradeSettings, "slippage" | "deadline">): {
  readonly slippage: BasisPoints;
  readonly minutes: bigint;
} {
  return {
    slippage: valueOr(parseSlippage(settings.slippage), parseSlippage(defaultSettings.slippage)),
    minutes: valueOr(parseDeadline(settings.deadline), parseDeadline(defaultSettings.deadline)),
  };
}

function valueOr(parsed: ParsedSetting, fallback: ParsedSetting): bigint {
  if (parsed.type === "value") return parsed.value;
  return fallback.type === "value" ? fallback.value : 0n;
}

const SECONDS_PER_MINUTE = 60n;

/**
 * Last valid time of an order. A chain without traffic has an old head and gives its next block the time of day; a local
 * chain that travelled is ahead of it: so the later of the two counts [unix seconds].
 */
export function deadlineAfter(head: Seconds, clock: Seconds, minutes: bigint): Seconds {
  return (head > clock ? head : clock) + minutes * SECONDS_PER_MINUTE;
}
