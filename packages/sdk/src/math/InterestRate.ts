import { WAD, type Wad, YEAR } from "../units";
import { expWad, min } from "./FixedPointMath";

const TARGET_UTILIZATION = 900_000_000_000_000_000n;
const CURVE_STEEPNESS = 3n;
const ADAPTATION = 50n;
const Q96 = 1n << 96n;
/** 0.1 % a year, per second, Q96. */
const MIN_RATE_Q96 = 2512308552583217199n;
const MAX_LOG_RATE = (1n << 32n) - 1n;

/** Result of {@link accrue}. */
export interface Accrual {
  /** Factor by which debt grows, minus 1 [Q96]. */
  readonly growth: bigint;
  /** Adapted `ln(rateAtTarget / 0.1 %)` [2^-29]. */
  readonly newLogRate: bigint;
}

/**
 * Interest over `elapsed` seconds at constant utilisation, as `InterestRate.accrue` of the contracts.
 *
 * @param logRate `ln(rateAtTarget / 0.1 %)` [2^-29].
 * @param utilization [wad].
 * @param elapsed [seconds].
 * @param premium [0.1 % a year].
 */
export function accrue(logRate: bigint, utilization: Wad, elapsed: bigint, premium: bigint): Accrual {
  const deviation = error(utilization);
  const newLogRate = adapt(logRate, deviation, elapsed);
  const rate = curve(averageRateAtTarget(logRate, newLogRate), deviation) + premium * MIN_RATE_Q96;
  const x = min(rate * elapsed, Q96);
  const growth = x + ((x * x) >> 97n) + (((x * x) >> 96n) * x) / (6n * Q96);
  return { growth, newLogRate };
}

/** Borrow rate of this moment [wad, a year]. */
export function borrowRate(logRate: bigint, utilization: Wad, premium: bigint): Wad {
  const perSecond = curve(rateQ96(logRate), error(utilization)) + premium * MIN_RATE_Q96;
  return (perSecond * YEAR * WAD) >> 96n;
}

/** Rate at target utilisation [wad, a year]. */
export function rateAtTarget(logRate: bigint): Wad {
  return (rateQ96(logRate) * YEAR * WAD) >> 96n;
}

/** `debt / (debt + cash)` [wad]. */
export function utilizationOf(debt: bigint, cash: bigint): Wad {
  return debt === 0n ? 0n : (debt * WAD) / (debt + cash);
}

/**
 * Borrow rate at another utilisation, from the rate at target that a reserve reports. The engine computes with more
 * digits than it reports: exact to about 1e-17 a year.
 */
export function borrowRateAt(rateAtTargetWad: Wad, utilizationWad: Wad, premium: bigint): Wad {
  return curve(rateAtTargetWad, error(utilizationWad)) + premium * (WAD / 1000n);
}

function error(u: bigint): bigint {
  const distance = u - TARGET_UTILIZATION;
  return distance > 0n ? distance * 10n : (distance * 10n) / 9n;
}

function adapt(logRate: bigint, deviation: bigint, elapsed: bigint): bigint {
  const adapted = logRate + (deviation * elapsed * (ADAPTATION << 29n)) / (YEAR * WAD);
  if (adapted < 0n) return 0n;
  return min(adapted, MAX_LOG_RATE);
}

function averageRateAtTarget(from: bigint, to: bigint): bigint {
  const start = rateQ96(from);
  const d = to - from;
  if (d > -(1n << 20n) && d < 1n << 20n) {
    return start + ((start * d) >> 30n) + (start * d * d) / (6n << 58n);
  }
  return ((rateQ96(to) - start) * (1n << 29n)) / d;
}

function rateQ96(logRate: bigint): bigint {
  return (MIN_RATE_Q96 * expWad((logRate * WAD) >> 29n)) / WAD;
}

function curve(rate: bigint, deviation: bigint): bigint {
  const factor = WAD + CURVE_STEEPNESS * (deviation > 0n ? deviation : deviation / 4n);
  return (rate * factor) / WAD;
}
