import { createRandom } from "./random";

const HOUR = 3600;
const START = 1_577_836_800; // 2020-01-01, a Wednesday

/** Options of {@link generatedCandles}. */
export interface GeneratedPrices {
  readonly hours: number;
  readonly seed?: bigint;
  /** Seconds of a candle: 3,600 or a divisor of it. */
  readonly interval?: number;
}

/**
 * Text of a file of candles with what is published of crypto-assets and no more: volatility that clusters, fat tails,
 * calm weekends and nights, jumps.
 */
export function generatedCandles({ hours, seed = 1n, interval = HOUR }: GeneratedPrices): string {
  const random = createRandom(seed);
  const uniform = () => Number(random.between(0n, 1_000_000_000n)) / 1e9;
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, x) => sum + x, -6);
  const steps = HOUR / interval;
  let price = 3000;
  let level = 0; // log of the slow part of the volatility
  const rows = ["unix_ts,open,high,low,close,volume"];
  for (let hour = 0; hour < hours; hour++) {
    level = 0.995 * level + 0.07 * normal();
    const time = START + hour * HOUR;
    const day = Math.floor(time / 86_400 + 4) % 7;
    const season = (day === 0 || day === 6 ? 0.6 : 1.1) * (hour % 24 < 8 ? 0.8 : 1.1);
    const jump = uniform() < 0.001 ? 0.05 * normal() : 0;
    for (let step = 0; step < steps; step++) {
      const move = (0.008 * Math.exp(level) * season * normal()) / Math.sqrt(steps) + jump / steps;
      const close = price * Math.exp(move);
      const [high, low] = [Math.max(price, close) * 1.001, Math.min(price, close) * 0.999];
      rows.push([time + step * interval, price, high, low, close, 1].map(String).join(","));
      price = close;
    }
  }
  return rows.join("\n");
}
