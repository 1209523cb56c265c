import type { Position } from "@gimbal/sdk";
import { parseBound, type Rule } from "./rules";

/** What a rule finds of one sub-account. */
export interface Finding {
  /** Rule and account: one alarm. */
  readonly key: string;
  readonly rule: Rule;
  readonly position: Position;
  readonly bound: bigint;
  readonly actual: bigint;
  readonly isTrue: boolean;
}

/** Every rule on every sub-account it is about. What is not known is not found, neither true nor false. */
export function evaluate(rules: readonly Rule[], positions: readonly Position[]): readonly Finding[] {
  return rules.flatMap((rule) => {
    const parsed = parseBound(rule.kind, rule.bound);
    if (parsed.type !== "bound") return [];
    return positions.flatMap((position): Finding[] => {
      if (rule.account !== "any" && rule.account !== position.account) return [];
      const reading = readingOf(rule, position, parsed.wad);
      if (reading === undefined) return [];
      return [{ key: `${rule.id}:${position.account}`, rule, position, bound: parsed.wad, ...reading }];
    });
  });
}

function readingOf({ kind }: Rule, position: Position, bound: bigint) {
  switch (kind) {
    case "health": {
      const { health } = position;
      return typeof health === "bigint" ? { actual: health, isTrue: health < bound } : undefined;
    }
    case "liquidation": {
      const { liquidationDistance: distance } = position;
      if (typeof distance !== "bigint") return undefined;
      const actual = distance < 0n ? -distance : distance;
      return { actual, isTrue: position.liquidatable === true || actual <= bound };
    }
    case "auction": {
      const { health, liquidatable } = position;
      const isKnown = typeof health === "bigint" && liquidatable !== undefined;
      return isKnown ? { actual: health, isTrue: liquidatable } : undefined;
    }
    case "rate": {
      const { borrowRate } = position;
      return borrowRate === undefined ? undefined : { actual: borrowRate, isTrue: borrowRate > bound };
    }
  }
}

/** Alarms that ring now, by key. */
export type Ringing = ReadonlySet<string>;

/**
 * Which alarms begin to ring: those that were silent, or new, and are true. One that rings says nothing more until it was
 * false in between; one that is not known for a while keeps its state.
 */
export function step(
  ringing: Ringing,
  findings: readonly Finding[],
): { readonly ringing: Ringing; readonly begun: readonly Finding[] } {
  const next = new Set(ringing);
  const begun: Finding[] = [];
  for (const finding of findings) {
    if (!finding.isTrue) next.delete(finding.key);
    else if (!next.has(finding.key)) {
      next.add(finding.key);
      begun.push(finding);
    }
  }
  return { ringing: next, begun };
}
