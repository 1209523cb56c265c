import { abs, expWad, lnWad, max, min, sqrt } from "../math/FixedPointMath";
import { type Seconds, type Usd, WAD, type Wad } from "../units";
import { logReturn } from "./factorCorrelation";
import { learnedCounts, pendingForecast, ringIndex, settleForecast } from "./forecastScore";
import { annualVolatility, hourlyVariance, ONE_Q64, shapeOf, type VolatilityState } from "./volatilityState";
import { learnProfile, nextDayProfile, profileMultiplier } from "./weeklyProfile";

const HOUR = 3600n;
const DAY = 24n * HOUR;
const MAX_LEVEL = ONE_Q64 - 1n;
/** Longest gap over which one sample may make the estimate fall. */
const MAX_CALM_GAP = 6n * HOUR;
/** A return over a longer time belongs to no hour of the week: it is divided by the mean of a day. */
const MAX_PROFILED = 2n * HOUR;
const RAIL_SQUARED = 100n; // (10 σ)²
const LEAST_RAIL_SQUARED = WAD / 100n; // (10 %)² [wad]
const SHAPE_MEMORY = 4000n * HOUR;
const BIAS = WAD / 20n;
const MAX_FEATURE = 4n * WAD;
/** Hours over which the variance in use fades at the fastest. */
const DESCENT = 12n;
const MAX_CLIPS = 65_535n;
/** Highest volatility that is ever reported: 500 % a year. */
export const MAX_VOLATILITY: Wad = 5n * WAD;

/** Forecasts of the variance of the next 24 hours, each the mean of an hour [2^-64]. */
export interface VarianceForecast {
  /** HAR with fixed weights 0.5 / 0.3 / 0.2. */
  readonly baseline: bigint;
  /** Learned forecast, within [0.85, 1.5] times the baseline in volatility. */
  readonly learned: bigint;
  /** The one that counts. */
  readonly counted: bigint;
  /** Features of the learned forecast [wad]. */
  readonly features: readonly bigint[];
}

/** When a sample is stale, and how far that widens the volatility. */
export interface Staleness {
  /** Age from which the volatility widens [seconds]. */
  readonly grace: Seconds;
  /** Volatility it widens to in a day. */
  readonly stress: Wad;
}

/**
 * State after a poke at a time with a price, bit for bit what `VolatilityOracle.poke` writes.
 *
 * @param state State before.
 * @param price Guarded price [USD wad].
 * @param time Block time, after the last poke.
 * @param staleness As configured on chain.
 */
export function pokeVolatility(
  state: VolatilityState,
  price: Usd,
  time: Seconds,
  staleness: Staleness,
): VolatilityState {
  if (state.price === 0n) return { ...state, price, lastPoke: time, since: time };
  const hour = time / HOUR;
  const isNewHour = hour !== state.lastPoke / HOUR;
  const index = ringIndex(time);
  const widened = staleVariance(state, time, staleness);
  let next = sample(state, price, time);
  const entry = state.ring[index];
  if (isNewHour && entry) next = settleForecast(next, entry, time);
  next = { ...next, shape: followShape(next, time - state.lastPoke) };
  const forecast = forecastVariance(next);
  const elapsed = min(time - state.lastPoke, HOUR);
  const floor = (widened * decay(elapsed, DESCENT)) / WAD;
  next = {
    ...next,
    used: min(max(max(forecast.counted, next.raw[0] as bigint), floor), MAX_LEVEL),
  };
  if (!isNewHour) return next;
  const pending = pendingForecast(next, forecast.baseline, forecast.learned, forecast.features);
  return { ...next, ring: state.ring.map((old, i) => (i === index ? pending : old)) };
}

/** Forecasts that a state makes, as `VolatilityMath.forecast`. */
export function forecastVariance(state: VolatilityState): VarianceForecast {
  const [, d, w, m] = state.raw as [bigint, bigint, bigint, bigint];
  const baseline = max(har(d, w, m), 1n);
  const [cd, cw, cm] = state.calm as [bigint, bigint, bigint];
  const [a6, , a168] = state.absolute as [bigint, bigint, bigint];
  const [shape24, shape168] = shapes(state);
  const features = [
    2n * (lnWad(a6) - lnWad(a168)),
    shape24 - (state.shape[0] as bigint),
    shape168 - (state.shape[1] as bigint),
  ].map((x) => max(-MAX_FEATURE, min(MAX_FEATURE, x)));
  const log = features.reduce((sum, x, i) => sum + (x * (state.slopes[i] as bigint)) / 10n ** 9n, BIAS);
  const seasonal = (har(cd, cw, cm) * nextDayProfile(state.profile, state.lastPoke / HOUR)) >> 56n;
  const learned = max(
    (baseline * 7225n) / 10_000n + 1n,
    min((baseline * 9n) / 4n, (seasonal * expWad(log)) / WAD),
  );
  return { baseline, learned, features, counted: learnedCounts(state) ? learned : baseline };
}

/**
 * Volatility in use at a time, as `VolatilityOracle.volatility`: what the last poke said, widened since it became stale.
 */
export function volatilityAt(state: VolatilityState, time: Seconds, staleness: Staleness): Wad {
  return min(annualVolatility(staleVariance(state, time, staleness)), MAX_VOLATILITY);
}

function staleVariance(state: VolatilityState, time: Seconds, { grace, stress }: Staleness): bigint {
  const age = time - state.lastPoke;
  const bound = hourlyVariance(stress);
  if (state.price === 0n || age <= grace || bound <= state.used) return state.used;
  return state.used + ((bound - state.used) * min(age - grace, DAY)) / DAY;
}

function sample(state: VolatilityState, price: Usd, time: Seconds): VolatilityState {
  const elapsed = time - state.lastPoke;
  const { variance, isClipped } = squaredReturn(state, price, elapsed);
  const absolute = sqrt(variance << 64n);
  const isProfiled = elapsed < MAX_PROFILED;
  const middle = (time - elapsed / 2n) / HOUR;
  const multiplier = isProfiled
    ? profileMultiplier(state.profile, middle)
    : sqrt(nextDayProfile(state.profile, state.lastPoke / HOUR));
  const calmVariance = min((variance << 56n) / (multiplier * multiplier), MAX_LEVEL);
  const calmAbsolute = min((absolute << 28n) / multiplier, MAX_LEVEL);

  const mixed = (levels: readonly bigint[], latest: bigint, hours: readonly bigint[]) =>
    levels.map((level, i) => mix(level, latest, elapsed, hours[i] as bigint));
  return {
    ...state,
    raw: mixed(state.raw, variance, [6n, 24n, 168n, 720n]),
    calm: mixed(state.calm, calmVariance, [24n, 168n, 720n]),
    absolute: mixed(state.absolute, calmAbsolute, [6n, 24n, 168n]),
    profile: isProfiled
      ? learnProfile(state.profile, middle, calmAbsolute, state.absolute[1] as bigint, elapsed)
      : state.profile,
    price,
    lastPoke: time,
    cumulative: BigInt.asUintN(64, state.cumulative + (((variance * elapsed) / HOUR) >> 8n)),
    clips: isClipped ? min(state.clips + 1n, MAX_CLIPS) : 0n,
  };
}

/** Shapes at 24 and 168 hours. */
function shapes({ absolute, calm }: VolatilityState): readonly [bigint, bigint] {
  const [, a24, a168] = absolute as [bigint, bigint, bigint];
  const [c24, c168] = calm as [bigint, bigint];
  return [shapeOf(a24, c24), shapeOf(a168, c168)];
}

/** Slow mean of the shapes: follows by the share of this sample in all time seen, at most 4,000 hours. */
function followShape(state: VolatilityState, elapsed: Seconds): readonly bigint[] {
  const step = min(elapsed, SHAPE_MEMORY);
  const span = min(state.lastPoke - state.since, SHAPE_MEMORY);
  const latest = shapes(state);
  return state.shape.map((mean, i) => mean + (((latest[i] as bigint) - mean) * step) / span);
}

/** Squared return per hour within the rail [2^-64], as `VolatilityMath.squaredReturn`. */
function squaredReturn(state: VolatilityState, price: Usd, elapsed: Seconds) {
  const size = abs(logReturn(state.price, price));
  const variance = (size * size * HOUR * ONE_Q64) / (elapsed * WAD * WAD);
  const rail = min(
    max(RAIL_SQUARED * state.used, (LEAST_RAIL_SQUARED * HOUR * ONE_Q64) / (elapsed * WAD)),
    MAX_LEVEL,
  );
  return { variance: min(variance, rail), isClipped: variance > rail };
}

function har(day: bigint, week: bigint, month: bigint): bigint {
  return (5n * day + 3n * week + 2n * month) / 10n;
}

/** `e^(−elapsed / hours)` [wad]. */
function decay(elapsed: Seconds, hours: bigint): bigint {
  return expWad(-((elapsed * WAD) / (hours * HOUR)));
}

/** Weighted mean, at least 1: a level of 0 has no logarithm. A level falls by at most six hours' fading. */
function mix(old: bigint, latest: bigint, elapsed: Seconds, hours: bigint): bigint {
  const weight = decay(latest < old ? min(elapsed, MAX_CALM_GAP) : elapsed, hours);
  return max((old * weight + latest * (WAD - weight)) / WAD, 1n);
}
