import { lnWad, max, min, sqrt } from "../math/FixedPointMath";
import { type Seconds, type Usd, WAD, type Wad, YEAR } from "../units";

/** One, of the numbers below one that a level is [2^-64]. */
export const ONE_Q64 = 1n << 64n;
/** One, of a multiplier of the weekly profile [2^-14]. */
export const ONE_Q14 = 1n << 14n;
const MAX_SHAPE = 8n * WAD;
/** Slopes before anything is learned [1e-9]: 0.15, 0.4, 0.5. */
export const PRIOR_SLOPES = [150_000_000n, 400_000_000n, 500_000_000n] as const;
/** Entries that wait for the day they forecast to pass. */
export const RING = 24;

/** Weekly profile: multipliers of the absolute return [2^-14]; day 0 is a Thursday, as the unix epoch. */
export interface WeeklyProfile {
  readonly hours: readonly bigint[];
  readonly days: readonly bigint[];
}

/** A forecast that waits to be scored. */
export interface PendingForecast {
  /** Time of the forecast; 0: none [unix seconds]. */
  readonly time: Seconds;
  /** Sum of squared returns up to then [2^-56, modulo 2^64]. */
  readonly cumulative: bigint;
  /** Logarithms of both forecasts [1e-6, of 2^-64 per hour read as a wad]. */
  readonly lnBaseline: bigint;
  readonly lnLearned: bigint;
  /** Features of the learned forecast [2e-4]. */
  readonly features: readonly bigint[];
}

/** State of one token, field for field that of `VolatilityState` of the contracts. */
export interface VolatilityState {
  /** Realised variance, horizons 6, 24, 168 and 720 hours [2^-64 per hour]. */
  readonly raw: readonly bigint[];
  /** The same without the weekly profile, 24, 168 and 720 hours [2^-64 per hour]. */
  readonly calm: readonly bigint[];
  /** Mean absolute return without the weekly profile, 6, 24 and 168 hours [2^-64 per √hour]. */
  readonly absolute: readonly bigint[];
  /** Slow mean of `ln(absolute² / calm)` at 24 and 168 hours [wad]. */
  readonly shape: readonly bigint[];
  /** Last sampled price [USD wad]. */
  readonly price: Usd;
  readonly lastPoke: Seconds;
  /** Time of the first sample [unix seconds]. */
  readonly since: Seconds;
  /** Sum of squared returns [2^-56, modulo 2^64]. */
  readonly cumulative: bigint;
  /** Returns that met the rail, at most 65,535. */
  readonly clips: bigint;
  /** Slopes of the learned forecast [1e-9]. */
  readonly slopes: readonly bigint[];
  /** Mean QLIKE of the last 90 days [1e-10]. */
  readonly baselineScore: bigint;
  readonly learnedScore: bigint;
  /** Forecasts scored, at most 65,535. */
  readonly scored: bigint;
  /** Variance in use at the last poke [2^-64 per hour]. */
  readonly used: bigint;
  readonly profile: WeeklyProfile;
  readonly ring: readonly PendingForecast[];
}

/** Variance of an hour [2^-64] of a volatility of a year, rounded up. */
export function hourlyVariance(volatility: Wad): bigint {
  return (volatility * volatility * 3600n * ONE_Q64) / (YEAR * WAD * WAD) + 1n;
}

/** Volatility of a year of a variance of an hour [2^-64], rounded up. */
export function annualVolatility(variance: bigint): Wad {
  return sqrt((variance * YEAR * WAD * WAD) / (3600n * ONE_Q64)) + 1n;
}

/** `ln(absolute² / calm)`, how evenly variance came, up to a constant that its mean takes out [wad]. */
export function shapeOf(absolute: bigint, calm: bigint): bigint {
  return max(-MAX_SHAPE, min(MAX_SHAPE, 2n * lnWad(absolute) - lnWad(calm)));
}

/**
 * State of a token that was never sampled, as `VolatilityOracle.seed` writes it.
 *
 * @param volatility Volatility of a year to start from.
 */
export function seedVolatility(volatility: Wad): VolatilityState {
  const variance = hourlyVariance(volatility);
  const absolute = (sqrt(variance << 64n) * 4n) / 5n; // E|r| of a normal return is 0.798 σ
  const none = { time: 0n, cumulative: 0n, lnBaseline: 0n, lnLearned: 0n, features: [0n, 0n, 0n] };
  return {
    raw: [variance, variance, variance, variance],
    calm: [variance, variance, variance],
    absolute: [absolute, absolute, absolute],
    shape: [shapeOf(absolute, variance), shapeOf(absolute, variance)],
    price: 0n,
    lastPoke: 0n,
    since: 0n,
    cumulative: 0n,
    clips: 0n,
    slopes: PRIOR_SLOPES,
    baselineScore: 0n,
    learnedScore: 0n,
    scored: 0n,
    used: variance,
    profile: { hours: Array(24).fill(ONE_Q14), days: Array(7).fill(ONE_Q14) },
    ring: Array(RING).fill(none),
  };
}
