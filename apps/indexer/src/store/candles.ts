import { candle } from "ponder:schema";
import type { Hex } from "viem";
import { max, min } from "../lib/bigints";
import type { Db } from "./db";

/** Lengths that are stored [seconds]; others are sums of these. */
export const STORED_INTERVALS = [60, 3_600] as const;

/** One price, and what was traded at it. */
export interface Tick {
  readonly price: bigint;
  readonly baseVolume: bigint;
  readonly quoteVolume: bigint;
}

export async function addTick(db: Db, source: Hex, time: bigint, tick: Tick): Promise<void> {
  const { price, baseVolume, quoteVolume } = tick;
  const first = { open: price, high: price, low: price, close: price, baseVolume, quoteVolume, trades: 1 };
  await db
    .insert(candle)
    .values(
      STORED_INTERVALS.map((interval) => ({
        source,
        interval,
        time: time - (time % BigInt(interval)),
        ...first,
      })),
    )
    .onConflictDoUpdate((row) => ({
      high: max(price, row.high),
      low: min(price, row.low),
      close: price,
      baseVolume: row.baseVolume + baseVolume,
      quoteVolume: row.quoteVolume + quoteVolume,
      trades: row.trades + 1,
    }));
}
