/** Uniswap v3 prices from prices in dollars, exact in integers. */

/** Largest whole number whose square is not above `value`. */
export function sqrt(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (let next = (root + value / root) >> 1n; next < root; next = (root + value / root) >> 1n) root = next;
  return root;
}

/** A token and its price in dollars; any unit, the same for both tokens of a pool. */
export interface PricedToken {
  readonly decimals: number;
  readonly price: bigint;
}

/** `√(token1 / token0) · 2^96` of a pool whose tokens have these prices, rounded down. */
export function sqrtPriceX96(token0: PricedToken, token1: PricedToken): bigint {
  const numerator = token0.price * 10n ** BigInt(token1.decimals);
  const denominator = token1.price * 10n ** BigInt(token0.decimals);
  return sqrt((numerator << 192n) / denominator);
}

/** `amount` of `from` in units of `to` at the same value, rounded down. */
export function convert(amount: bigint, from: PricedToken, to: PricedToken): bigint {
  return (amount * from.price * 10n ** BigInt(to.decimals)) / (to.price * 10n ** BigInt(from.decimals));
}
