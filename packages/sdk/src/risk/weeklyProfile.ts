import { max, min } from "../math/FixedPointMath";
import type { Seconds } from "../units";
import { ONE_Q14, type WeeklyProfile } from "./volatilityState";

const HOUR = 3600n;
/** Hours of observation over which a multiplier forgets. */
const DAY_MEMORY = 256n;
const HOUR_MEMORY = 96n;
const MAX_SURPRISE = 4n * ONE_Q14;
const MIN_MULTIPLIER = 1n << 12n;
const MAX_MULTIPLIER = (1n << 16n) - 1n;
/** Share of its distance from one that a multiplier gives back per observation: 1 / 10. */
const SHRINKAGE = 10n;

const dayOf = (hour: bigint) => Number((hour / 24n) % 7n);
const hourOf = (hour: bigint) => Number(hour % 24n);

/** Multiplier of the hour [2^-28], as `WeeklyProfile.multiplier`. */
export function profileMultiplier(profile: WeeklyProfile, hour: bigint): bigint {
  return (profile.days[dayOf(hour)] as bigint) * (profile.hours[hourOf(hour)] as bigint);
}

/** Profile after a return, as `WeeklyProfile.learn`. */
export function learnProfile(
  profile: WeeklyProfile,
  hour: bigint,
  absolute: bigint,
  expected: bigint,
  elapsed: Seconds,
): WeeklyProfile {
  const surprise = min(MAX_SURPRISE, (absolute << 14n) / max(expected, 1n)) - ONE_Q14;
  const time = min(elapsed, HOUR);
  return {
    days: replace(profile.days, dayOf(hour), (m) => follow(m, surprise, time, DAY_MEMORY)),
    hours: replace(profile.hours, hourOf(hour), (m) => follow(m, surprise, time, HOUR_MEMORY)),
  };
}

/** Mean square of the multipliers of the 24 hours from `hour` on [2^-56], as `WeeklyProfile.nextDay`. */
export function nextDayProfile(profile: WeeklyProfile, hour: bigint): bigint {
  const split = hourOf(hour);
  let before = 0n;
  let after = 0n;
  profile.hours.forEach((m, i) => {
    if (i < split) before += m * m;
    else after += m * m;
  });
  const today = profile.days[dayOf(hour)] as bigint;
  const tomorrow = profile.days[dayOf(hour + 24n)] as bigint;
  return (today * today * after + tomorrow * tomorrow * before) / 24n;
}

function follow(multiplier: bigint, surprise: bigint, time: bigint, memory: bigint): bigint {
  const pull = ((multiplier - ONE_Q14) << 14n) / SHRINKAGE;
  const next = multiplier + ((multiplier * surprise - pull) * time) / ((memory * HOUR) << 14n);
  return max(MIN_MULTIPLIER, min(MAX_MULTIPLIER, next));
}

function replace(lanes: readonly bigint[], index: number, next: (m: bigint) => bigint): readonly bigint[] {
  return lanes.map((m, i) => (i === index ? next(m) : m));
}
