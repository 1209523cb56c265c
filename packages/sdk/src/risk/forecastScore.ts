import { expWad, lnWad, max, min } from "../math/FixedPointMath";
import { type Seconds, WAD } from "../units";
import { type PendingForecast, PRIOR_SLOPES, RING, type VolatilityState } from "./volatilityState";

const HOUR = 3600n;
const MIN_AGE = 23n * HOUR;
const MAX_AGE = 25n * HOUR;
const SCORE_MEMORY = 2160n;
const MIN_SCORED = 720n;
const MAX_COUNT = 65_535n;
const MAX_QLIKE = 10n * WAD;
const MAX_RATIO = 4n * WAD;
const MEAN_RATIO = (9n * WAD) / 10n;
const SLOPE_RAIL = 300_000_000n;
/** 2e-4, of the product of two wads, in units of 1e-9. */
const LEARNING_RATE = 200_000n;
const FEATURE_UNIT = 2n * 10n ** 14n;

/** Place in the ring of the hour of a time. */
export function ringIndex(time: Seconds): number {
  return Number((time / HOUR) % BigInt(RING));
}

/** Whether the learned forecast counts, as `ForecastScore.learnedCounts`. */
export function learnedCounts(state: VolatilityState): boolean {
  return state.scored >= MIN_SCORED && state.learnedScore < state.baselineScore;
}

/** State after the day that `entry` forecast has passed, as `ForecastScore.settle`. */
export function settleForecast(
  state: VolatilityState,
  entry: PendingForecast,
  time: Seconds,
): VolatilityState {
  const age = time - entry.time;
  if (entry.time === 0n || age < MIN_AGE || age > MAX_AGE) return state;
  const sum = BigInt.asUintN(64, state.cumulative - entry.cumulative);
  const realised = ((sum << 8n) * HOUR) / age;
  if (realised === 0n) return state;
  const ln = lnWad(realised);
  const scored = min(state.scored + 1n, MAX_COUNT);
  const memory = min(scored, SCORE_MEMORY);
  const baseline = qlike(ln - entry.lnBaseline * 10n ** 12n);
  const learned = qlike(ln - entry.lnLearned * 10n ** 12n);
  const error = min(learned.ratio, MAX_RATIO) - MEAN_RATIO;
  return {
    ...state,
    scored,
    baselineScore: state.baselineScore + (baseline.score - state.baselineScore) / memory,
    learnedScore: state.learnedScore + (learned.score - state.learnedScore) / memory,
    slopes: state.slopes.map((slope, i) => {
      const prior = PRIOR_SLOPES[i] as bigint;
      const feature = (entry.features[i] as bigint) * FEATURE_UNIT;
      const next = slope + (error * feature * LEARNING_RATE) / (WAD * WAD);
      return max(prior - SLOPE_RAIL, min(prior + SLOPE_RAIL, next));
    }),
  };
}

/** Forecast to be scored in a day, as `ForecastScore.pending`. */
export function pendingForecast(
  state: VolatilityState,
  baseline: bigint,
  learned: bigint,
  features: readonly bigint[],
): PendingForecast {
  return {
    time: state.lastPoke,
    cumulative: state.cumulative,
    lnBaseline: lnWad(baseline) / 10n ** 12n,
    lnLearned: lnWad(learned) / 10n ** 12n,
    features: features.map((x) => x / FEATURE_UNIT),
  };
}

/** Score [1e-10] and `RV / F` [wad] from `ln(RV / F)` [wad]. */
function qlike(logRatio: bigint): { readonly score: bigint; readonly ratio: bigint } {
  const ratio = expWad(logRatio);
  return { ratio, score: max(0n, min(ratio - logRatio - WAD, MAX_QLIKE)) / 10n ** 8n };
}
