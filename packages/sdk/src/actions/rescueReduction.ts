import { GimbalError } from "../errors/base";
import type { Position, Snapshot } from "../types";
import type { TokenAmount, Wad } from "../units";
import { decreasePosition } from "./decreasePosition";

/** Parameters of {@link rescueReduction}. */
export interface RescueReductionParameters {
  readonly snapshot: Snapshot;
  readonly position: Position;
  /** Health to reach. */
  readonly target: Wad;
}

/** Limits that do not matter here: the plan that is sent has its own. */
const ANY = { slippage: 0n, deadline: 2n ** 48n } as const;
/** Finer than a ten-thousandth of a position no person asks. */
const STEPS = 4_096n;

/**
 * Least part of a position whose sale brings it to a health, with the price impact of that sale.
 *
 * @param parameters.snapshot Snapshot with the account and the pool.
 * @param parameters.position Position.
 * @param parameters.target Health to reach.
 * @returns Size to reduce by [units of base]; undefined if no sale short of closing reaches it.
 *
 * @example
 * const size = rescueReduction({ snapshot, position: held, target: (WAD * 105n) / 100n });
 */
export function rescueReduction(parameters: RescueReductionParameters): TokenAmount | undefined {
  const { size } = parameters.position;
  let low = 0n;
  let high = STEPS;
  const sizeAt = (step: bigint) => (size * step + STEPS - 1n) / STEPS;
  // Selling all is closing: that is another action.
  if (!reached(parameters, sizeAt(high - 1n))) return undefined;
  high -= 1n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (reached(parameters, sizeAt(middle))) high = middle;
    else low = middle;
  }
  return sizeAt(high);
}

function reached({ snapshot, position, target }: RescueReductionParameters, size: bigint): boolean {
  const { account, market, side, base } = position;
  if (side === undefined || size === 0n) return false;
  try {
    const { preview, guards } = decreasePosition({
      ...ANY,
      snapshot,
      account,
      market: market.id,
      base: base.index,
      size,
      side,
    });
    const after = preview.after?.health;
    const isPossible = !guards.some(({ level }) => level === "block");
    return isPossible && (after === null || (after !== undefined && after >= target));
  } catch (error) {
    if (error instanceof GimbalError) return false;
    throw error;
  }
}
