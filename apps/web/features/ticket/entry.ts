import type { Position, TradePreview, Usd } from "@gimbal/sdk";

/** Average entry after a trade that adds to a position, rounded down; undefined while a part of it is unknown. */
export function entryAfter(
  before: Position | undefined,
  entryBefore: Usd | undefined,
  { size, executionPrice }: Pick<TradePreview, "size" | "executionPrice">,
): Usd | undefined {
  if (executionPrice === undefined) return undefined;
  if (before === undefined || before.size === 0n) return executionPrice;
  if (entryBefore === undefined || before.size + size === 0n) return undefined;
  return (before.size * entryBefore + size * executionPrice) / (before.size + size);
}
