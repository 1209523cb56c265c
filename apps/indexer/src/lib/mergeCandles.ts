import { max, min } from "./bigints";

/** A candle; units as in the schema. */
export interface Candle {
  readonly source: string;
  readonly interval: number;
  readonly time: bigint;
  readonly open: bigint;
  readonly high: bigint;
  readonly low: bigint;
  readonly close: bigint;
  readonly baseVolume: bigint;
  readonly quoteVolume: bigint;
  readonly trades: number;
}

/** Longer candles from shorter ones of one source, both oldest first. */
export function mergeCandles(candles: readonly Candle[], interval: bigint): Candle[] {
  const merged: Candle[] = [];
  for (const next of candles) {
    const time = next.time - (next.time % interval);
    const open = merged.at(-1);
    if (open?.time !== time) merged.push({ ...next, interval: Number(interval), time });
    else merged[merged.length - 1] = join(open, next);
  }
  return merged;
}

function join(a: Candle, b: Candle): Candle {
  return {
    ...a,
    high: max(a.high, b.high),
    low: min(a.low, b.low),
    close: b.close,
    baseVolume: a.baseVolume + b.baseVolume,
    quoteVolume: a.quoteVolume + b.quoteVolume,
    trades: a.trades + b.trades,
  };
}
