import { GimbalError, type Position, type Snapshot, type TradeLimits, type Wad } from "@gimbal/sdk";
import { fromTenths } from "@/features/ticket/leverage";
import { planFlip } from "@/features/transaction/flip/plan";
import type { FlipIntent } from "@/features/transaction/intent";

/** True for positions that can be turned round: one base asset, a direction, and debt that closing pays back. */
export function canFlip({ side, market, equity, legs }: Position): boolean {
  const owes = legs.some(({ debt }) => debt > 0n);
  return (
    side !== undefined && owes && market.deployed.kind === "isolated" && equity !== undefined && equity > 0n
  );
}

/** Turns a position round to a leverage; undefined for one that cannot be. */
export function flipIntent(position: Position, leverage: Wad | "same"): FlipIntent | undefined {
  const { account, market, side, base } = position;
  if (side === undefined || !canFlip(position)) return undefined;
  return { type: "flip", account, market: market.id, side, base: base.index, leverage };
}

/** Highest leverage of the new side that nothing blocks, in tenths up to `most`; undefined if none is possible. */
export function flipCeiling(
  snapshot: Snapshot,
  limits: TradeLimits,
  position: Position,
  { least, most }: { readonly least: number; readonly most: number },
): number | undefined {
  const stands = (tenths: number) => {
    const intent = flipIntent(position, fromTenths(tenths));
    if (intent === undefined) return false;
    try {
      return !planFlip(intent, { snapshot, limits }).guards.some(({ level }) => level === "block");
    } catch (error) {
      if (error instanceof GimbalError) return false;
      throw error;
    }
  };
  if (stands(most)) return most;
  let [good, bad] = [least - 1, most];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (stands(middle)) good = middle;
    else bad = middle;
  }
  return good < least ? undefined : good;
}
