import type { PricePoint } from "@gimbal/sdk";

export interface Candle {
  /** Start of the slot [unix seconds]. */
  readonly time: number;
  readonly open: bigint;
  readonly high: bigint;
  readonly low: bigint;
  readonly close: bigint;
}

/** Length of a candle [s] and its name. */
export interface Interval {
  readonly seconds: number;
  readonly label: string;
}

export const intervals = [
  { seconds: 15, label: "15 s" },
  { seconds: 60, label: "1 m" },
  { seconds: 300, label: "5 m" },
  { seconds: 900, label: "15 m" },
  { seconds: 3_600, label: "1 h" },
  { seconds: 14_400, label: "4 h" },
  { seconds: 86_400, label: "1 d" },
] as const satisfies readonly Interval[];

/** More would be slower to draw than to look at. */
export const MOST_CANDLES = 300;
const FEWEST_CANDLES = 6;
const OFFERED = 4;
const BEST_COUNT = 75;

/** Groups prices into slots. A slot opens where the last one closed; one without a price stays flat. */
export function toCandles(
  points: readonly PricePoint[],
  seconds: number,
  most = MOST_CANDLES,
): readonly Candle[] {
  const candles: Candle[] = [];
  for (const { time, price } of points) {
    const slot = Math.floor(Number(time) / seconds) * seconds;
    const last = candles.at(-1);
    if (last === undefined) {
      candles.push({ time: slot, open: price, high: price, low: price, close: price });
    } else if (last.time === slot) {
      candles[candles.length - 1] = {
        ...last,
        high: larger(price, last.high),
        low: smaller(price, last.low),
        close: price,
      };
    } else {
      candles.push(...flat(last, slot, seconds, most), next(last.close, slot, price));
    }
  }
  return candles.slice(-most);
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);
const smaller = (a: bigint, b: bigint) => (a < b ? a : b);

function flat(last: Candle, until: number, seconds: number, most: number): readonly Candle[] {
  const gap = (until - last.time) / seconds - 1;
  const kept = Math.min(gap, most);
  return Array.from({ length: kept }, (_, index) => ({
    time: until - (kept - index) * seconds,
    open: last.close,
    high: last.close,
    low: last.close,
    close: last.close,
  }));
}

function next(open: bigint, time: number, price: bigint): Candle {
  return { time, open, high: larger(price, open), low: smaller(price, open), close: price };
}

/** Intervals that show the series in a useful number of candles, shortest first. */
export function offeredIntervals(points: readonly PricePoint[]): readonly Interval[] {
  const first = points[0];
  const last = points.at(-1);
  const span = first && last ? Number(last.time - first.time) : 0;
  const useful = intervals.filter(({ seconds }) => {
    const count = span / seconds;
    return count >= FEWEST_CANDLES && count <= MOST_CANDLES;
  });
  return useful.length === 0 ? [intervals[0]] : useful.slice(-OFFERED);
}

/** The offered interval whose number of candles is nearest to what reads best. */
export function defaultInterval(points: readonly PricePoint[]): Interval {
  const first = points[0];
  const last = points.at(-1);
  const span = first && last ? Number(last.time - first.time) : 0;
  const miss = ({ seconds }: Interval) => Math.abs(Math.log(Math.max(span / seconds, 1) / BEST_COUNT));
  return offeredIntervals(points).reduce((best, interval) => (miss(interval) < miss(best) ? interval : best));
}
