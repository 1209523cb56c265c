import type { Wad } from "../units";
import { min } from "./FixedPointMath";

const BASIS = 100_000_000_000_000n;
/** One percentage point an hour. */
const RAMP_PER_SECOND = 10_000_000_000_000_000n / 3600n;

/** Margin ramp of an asset, as the engine stores it. */
export interface MarginRamp {
  /** Margin at the start of the ramp [1e-4]. */
  readonly from: bigint;
  /** Margin at its end [1e-4]. */
  readonly to: bigint;
  /** [unix seconds] */
  readonly start: bigint;
}

/**
 * `v` at a time. Tightening is instant for the initial margin and glides for the maintenance margin; loosening glides
 * for both.
 */
export function volatilityMargin(ramp: MarginRamp, now: bigint, initial: boolean): Wad {
  const target = ramp.to * BASIS;
  const from = ramp.from * BASIS;
  if (from === target) return from;
  const step = (now - ramp.start) * RAMP_PER_SECOND;
  if (from < target) return initial ? target : min(from + step, target);
  return from > target + step ? from - step : target;
}

/** Depth as the engine stores it: 11 bits of mantissa, rounded down [USD, whole]. */
export function packedDepth(depth: bigint): bigint {
  let exponent = 0n;
  while (depth >> exponent > 2047n && exponent < 31n) exponent++;
  return min(depth >> exponent, 2047n) << exponent;
}
