/** Least share of the calm depth that is left however volatile the market is [1e-4]. */
const LEAST = 1_000;
const FULL = 10_000;
/** Half-life of the volatility that liquidity providers see [seconds]. */
const HALF_LIFE = 1_800;
const YEAR = 365 * 24 * 3600;

/**
 * Depth at each step over the calm one [1e-4]: inversely proportional to the volatility of the last half hour while that
 * is above twice the usual one, at least a tenth; all of it times `factor`.
 *
 * @param usual Annualised volatility of a calm market.
 */
export function liquidityOf(
  prices: readonly bigint[],
  interval: number,
  usual: number,
  factor: number,
): readonly bigint[] {
  const keep = 0.5 ** (interval / HALF_LIFE);
  let variance = usual * usual;
  return prices.map((price, i) => {
    const before = prices[i - 1] ?? price;
    const change = Number(((price - before) * 10n ** 12n) / before) / 1e12;
    variance = keep * variance + (1 - keep) * ((change * change * YEAR) / interval);
    const share = (2 * usual * FULL) / Math.sqrt(variance);
    const bounded = Math.min(FULL, Math.max(LEAST, Math.round(share)));
    return BigInt(Math.max(1, Math.round(bounded * factor)));
  });
}
