import type { AccountId } from "@gimbal/sdk";
import { parseUnits } from "viem";

/** Kinds that compare a number with a bound. */
export type BoundedKind = "health" | "liquidation" | "rate";
export type RuleKind = BoundedKind | "auction";

export function isBounded(kind: RuleKind): kind is BoundedKind {
  return kind !== "auction";
}

/** One condition that a person wants to hear of. */
export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  /** As it was typed: a factor for health, percent otherwise; empty where there is none. */
  readonly bound: string;
  /** One sub-account, or any of them. */
  readonly account: AccountId | "any";
}

export const MOST_RULES = 20;

const WAD_DECIMALS = 18;
const PERCENT_DECIMALS = 16;

/** Bounds that make sense [as typed]. */
const ranges = {
  health: { least: "1", most: "10" },
  liquidation: { least: "0.1", most: "100" },
  rate: { least: "0.1", most: "1000" },
} as const satisfies Record<BoundedKind, { least: string; most: string }>;

const scaleOf = (kind: BoundedKind) => (kind === "health" ? WAD_DECIMALS : PERCENT_DECIMALS);

export type ParsedBound =
  | { readonly type: "bound"; readonly wad: bigint; readonly text: string }
  | { readonly type: "fault"; readonly fault: "number" | "range" };

/** `1.10`, `1,1`, `.5` as a wad: a factor, or percent as a fraction. */
export function parseBound(kind: RuleKind, text: string): ParsedBound {
  if (!isBounded(kind)) return { type: "bound", wad: 0n, text: "" };
  const match = /^(\d{0,4})(?:[.,](\d{0,4}))?$/.exec(text.trim());
  const [whole, part] = [match?.[1] ?? "", match?.[2] ?? ""];
  if (match === null || (whole === "" && part === "")) return { type: "fault", fault: "number" };
  const plain = part === "" ? whole : `${whole === "" ? "0" : whole}.${part}`;
  const scale = scaleOf(kind);
  const wad = parseUnits(plain, scale);
  const { least, most } = ranges[kind];
  return wad < parseUnits(least, scale) || wad > parseUnits(most, scale)
    ? { type: "fault", fault: "range" }
    : { type: "bound", wad, text: plain };
}

/** True for two rules that say the same. */
export function isSameRule(a: Omit<Rule, "id">, b: Omit<Rule, "id">): boolean {
  const [x, y] = [parseBound(a.kind, a.bound), parseBound(b.kind, b.bound)];
  return (
    a.kind === b.kind &&
    a.account === b.account &&
    x.type === "bound" &&
    y.type === "bound" &&
    x.wad === y.wad
  );
}
