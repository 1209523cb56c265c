import type { Pool } from "./markets";

const Q192 = 1n << 192n;

/** Price of a pool [quote units per whole base token], rounded down. */
export function poolPrice(sqrtPriceX96: bigint, { baseIsToken0, baseDecimals }: Pool): bigint {
  const square = sqrtPriceX96 * sqrtPriceX96;
  const whole = 10n ** BigInt(baseDecimals);
  if (baseIsToken0) return (square * whole) / Q192;
  return square === 0n ? 0n : (Q192 * whole) / square;
}
