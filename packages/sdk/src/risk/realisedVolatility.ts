import type { PricePoint } from "../entities/readPriceHistory";
import { lnWad, sqrt } from "../math/FixedPointMath";
import { type Seconds, WAD, type Wad, YEAR } from "../units";

/** Fewer returns than this are no measure of volatility. */
const LEAST_RETURNS = 6;

/**
 * Realised volatility at each sample, looking back: the square root of the squared log returns of the window over the
 * time they took, a year.
 *
 * @param points Samples, oldest first, at strictly rising times.
 * @param window How far back the returns may begin [seconds].
 * @returns One value per sample; undefined where the window holds fewer than six returns.
 *
 * @example
 * const [, ...rest] = realisedVolatility([{ time: 0n, price: 10n ** 18n }], 86_400n);
 */
export function realisedVolatility(
  points: readonly PricePoint[],
  window: Seconds,
): readonly (Wad | undefined)[] {
  const squares = points.map((point, i) => {
    const before = points[i - 1];
    return before === undefined || before.price === 0n || point.price === 0n
      ? 0n
      : squaredReturn(before, point);
  });
  let first = 0;
  let sum = 0n;
  return points.map(({ time }, last) => {
    if (last > 0) sum += squares[last] as bigint;
    while ((points[first] as PricePoint).time + window < time) {
      first += 1;
      sum -= squares[first] as bigint;
    }
    const elapsed = time - (points[first] as PricePoint).time;
    if (last - first < LEAST_RETURNS || elapsed === 0n) return undefined;
    return sqrt((sum * YEAR) / elapsed);
  });
}

/** [wad²] */
function squaredReturn(from: PricePoint, to: PricePoint): bigint {
  const change = lnWad((to.price * WAD) / from.price);
  return change * change;
}
