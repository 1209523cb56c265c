import type { Position } from "@gimbal/sdk";

/** Names a position among others: an account of several assets has one for each. */
export function keyOf({ account, base }: Position): string {
  return `${account}:${base.index}`;
}

/** Lowest health first; then what is unknown, then what has no debt. Equal ones by their key, so that rows never swap. */
export function byRisk(a: Position, b: Position): number {
  const [left, right] = [rankOf(a), rankOf(b)];
  if (left.group !== right.group) return left.group - right.group;
  if (left.health !== right.health) return left.health < right.health ? -1 : 1;
  const [one, other] = [keyOf(a), keyOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function rankOf({ health }: Position): { readonly group: number; readonly health: bigint } {
  if (health === undefined) return { group: 1, health: 0n };
  return health === null ? { group: 2, health: 0n } : { group: 0, health };
}

/** Positions in the order of `kept` where they are in it, new ones behind, so that nothing moves under a pointer. */
export function keepOrder(positions: readonly Position[], kept: readonly string[]): readonly Position[] {
  const place = new Map(kept.map((key, index) => [key, index]));
  const placeOf = (position: Position) => place.get(keyOf(position)) ?? kept.length;
  return [...positions].sort((a, b) => placeOf(a) - placeOf(b) || byRisk(a, b));
}
