import type { HistoryCandle } from "@gimbal/history";
import { type Candle, MOST_CANDLES } from "@/features/chart/candles";

const USD_DECIMALS = 18;

/**
 * Candles of a pool's trades in dollars, oldest first, as the chart draws them: a slot without a trade stays flat at the
 * last price.
 *
 * @param rows Of the index, newest first [quote units].
 * @param decimals Of the quote asset.
 */
export function tradeCandles(
  rows: readonly Pick<HistoryCandle, "time" | "open" | "high" | "low" | "close">[],
  { decimals, seconds }: { readonly decimals: number; readonly seconds: number },
): readonly Candle[] {
  const scale = 10n ** BigInt(USD_DECIMALS - decimals);
  const candles: Candle[] = [];
  for (const row of rows.toReversed()) {
    const time = Number(row.time);
    const last = candles.at(-1);
    if (last !== undefined) {
      const first = Math.max(last.time + seconds, time - MOST_CANDLES * seconds);
      const { close } = last;
      for (let slot = first; slot < time; slot += seconds) {
        candles.push({ time: slot, open: close, high: close, low: close, close });
      }
    }
    candles.push({
      time,
      open: row.open * scale,
      high: row.high * scale,
      low: row.low * scale,
      close: row.close * scale,
    });
  }
  return candles.slice(-MOST_CANDLES);
}
