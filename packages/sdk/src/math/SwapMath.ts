import { divUp } from "./FixedPointMath";

/** Fees of Uniswap v3 are in millionths. */
export const FEE_UNIT = 1_000_000n;
const Q96_BITS = 96n;
const MIN_SQRT_RATIO = 4295128739n;
const MAX_SQRT_RATIO = 1461446703485210103287273052203988822378723970342n;

/** Amount of token 0 between two prices. */
export function amount0Delta(a: bigint, b: bigint, liquidity: bigint, rounding: "down" | "up"): bigint {
  const [low, high] = a < b ? [a, b] : [b, a];
  const numerator = (liquidity << Q96_BITS) * (high - low);
  return rounding === "up" ? divUp(divUp(numerator, high), low) : numerator / high / low;
}

/** Amount of token 1 between two prices. */
export function amount1Delta(a: bigint, b: bigint, liquidity: bigint, rounding: "down" | "up"): bigint {
  const product = liquidity * (a < b ? b - a : a - b);
  return rounding === "up" ? divUp(product, 1n << Q96_BITS) : product >> Q96_BITS;
}

/** Price after `amount` (without fee) was sold; undefined if the pool cannot take it. */
export function nextPriceFromInput(
  sqrtPrice: bigint,
  liquidity: bigint,
  amount: bigint,
  zeroForOne: boolean,
): bigint | undefined {
  if (liquidity === 0n || sqrtPrice === 0n) return undefined;
  const numerator = liquidity << Q96_BITS;
  const next = zeroForOne
    ? divUp(numerator * sqrtPrice, numerator + amount * sqrtPrice)
    : sqrtPrice + (amount << Q96_BITS) / liquidity;
  return inRange(next);
}

/** Price after `amount` was bought; undefined if the pool has not as much. */
export function nextPriceFromOutput(
  sqrtPrice: bigint,
  liquidity: bigint,
  amount: bigint,
  zeroForOne: boolean,
): bigint | undefined {
  if (liquidity === 0n || sqrtPrice === 0n) return undefined;
  if (zeroForOne) return inRange(sqrtPrice - divUp(amount << Q96_BITS, liquidity));
  const numerator = liquidity << Q96_BITS;
  const product = amount * sqrtPrice;
  return numerator > product ? inRange(divUp(numerator * sqrtPrice, numerator - product)) : undefined;
}

/** True if a trade stopped because the pool ran out, so that only a part was filled. */
export function isExhausted(sqrtPriceAfter: bigint): boolean {
  return sqrtPriceAfter <= MIN_SQRT_RATIO + 1n || sqrtPriceAfter >= MAX_SQRT_RATIO - 1n;
}

function inRange(sqrtPrice: bigint): bigint | undefined {
  return sqrtPrice > MIN_SQRT_RATIO && sqrtPrice < MAX_SQRT_RATIO ? sqrtPrice : undefined;
}
