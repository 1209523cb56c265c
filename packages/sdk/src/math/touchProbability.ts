import { type Seconds, type Usd, WAD, type Wad, YEAR } from "../units";

/** Parameters of {@link touchProbability}. */
export interface TouchProbabilityParameters {
  /** Price now [USD wad]. */
  readonly price: Usd;
  /** Price to be touched [USD wad]. */
  readonly target: Usd;
  /** Volatility of a year. */
  readonly volatility: Wad;
  readonly horizon: Seconds;
}

/**
 * **Estimate** of the chance that a price is touched within a horizon: `2·Φ(−|ln(P/target)| / (σ·√T))`, the reflection
 * principle for a driftless log-normal price. Real prices jump, so the truth is rather higher. Show it as an estimate.
 *
 * The only place of the SDK that computes in floating point: no decision on chain depends on it.
 *
 * @param parameters.price Price now.
 * @param parameters.target Price to be touched.
 * @param parameters.volatility Volatility of a year.
 * @param parameters.horizon Seconds.
 * @returns Chance, 0 to 1e18.
 *
 * @example
 * const chance = touchProbability({ price, target: (price * 9n) / 10n, volatility: 6n * 10n ** 17n, horizon: 86_400n });
 */
export function touchProbability(parameters: TouchProbabilityParameters): Wad {
  const { price, target, volatility, horizon } = parameters;
  if (price === target) return WAD;
  if (price <= 0n || target <= 0n || volatility <= 0n || horizon <= 0n) return 0n;
  const deviation = (Number(volatility) / 1e18) * Math.sqrt(Number(horizon) / Number(YEAR));
  const distance = Math.abs(Math.log(Number(price) / Number(target)));
  return BigInt(Math.round(erfc(distance / (deviation * Math.SQRT2)) * 1e9)) * 10n ** 9n;
}

/** Complementary error function, `2·Φ(−x·√2)`, for x ≥ 0: Abramowitz and Stegun 7.1.26, error below 1.5e-7. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return polynomial * Math.exp(-x * x);
}
