import { WAD, type Wad } from "@gimbal/sdk";
import { REALISED_WINDOW, type VolatilityPoint } from "./series";

const WINDOW = Number(REALISED_WINDOW);
/** How much later than a day after its forecast a sample may be to count as what came of it. */
const LATENESS = WINDOW / 8;
/** Fewer pairs than a day of hourly samples say nothing about a tenth of them. */
const LEAST_PAIRS = 24;

/** What came of forecasts, over the forecast: a tenth was below `low`, a tenth above `high`. */
export interface ForecastRange {
  readonly low: Wad;
  readonly high: Wad;
}

/**
 * Range in which four of five forecasts ended, from the samples themselves: each forecast against the realised
 * volatility of the day after it.
 *
 * @returns undefined while there are too few pairs.
 */
export function forecastRange(points: readonly VolatilityPoint[]): ForecastRange | undefined {
  const ratios: Wad[] = [];
  let after = 0;
  for (const { time, forecast } of points) {
    if (forecast === 0n) continue;
    while (after < points.length && (points[after]?.time ?? 0) < time + WINDOW) after += 1;
    const outcome = points[after];
    if (outcome === undefined) break;
    if (outcome.realised === undefined || outcome.time > time + WINDOW + LATENESS) continue;
    ratios.push((outcome.realised * WAD) / forecast);
  }
  if (ratios.length < LEAST_PAIRS) return undefined;
  ratios.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const at = (tenths: number) => ratios[Math.round(((ratios.length - 1) * tenths) / 10)] ?? WAD;
  return { low: at(1), high: at(9) };
}
