import { WAD } from "@gimbal/sdk";

/** `k·√(τ / 1 year)` with k = 7 and τ = 3,624 s: what turns a yearly volatility into the volatility margin. */
const MARGIN_PER_VOLATILITY = 75_039_309_840_302_910n;

/** Yearly volatility that a volatility margin stands for [wad]. */
export function volatilityOf(volatilityMargin: bigint): bigint {
  return (volatilityMargin * WAD) / MARGIN_PER_VOLATILITY;
}
