import { toPlot } from "@/lib/plot";
import type { Candle } from "./candles";
import type { Level } from "./levels";
import { type Domain, domainOf } from "./scale";

/** Free slots right of the last candle. */
const LEAD = 4;
/** A young series stands at the right, in candles of the usual width. */
const FEWEST_SLOTS = 32;

type Range = readonly [low: number, high: number];

/** A slot of the time axis, its prices in pixels' units; a free one has none. */
export type Slot =
  | {
      readonly candle: Candle;
      readonly range: Range;
      /** From open to close, the lower one first. */
      readonly body: Range;
      readonly isUp: boolean;
    }
  | { readonly candle: undefined; readonly range: undefined; readonly body: undefined; readonly isUp: false };

const FREE: Slot = { candle: undefined, range: undefined, body: undefined, isUp: false };

/** Slots of the time axis, with room before a young series and after the last candle. */
export function slotsOf(candles: readonly Candle[]): readonly Slot[] {
  const missing = Math.max(0, FEWEST_SLOTS - candles.length);
  return [...free(missing), ...candles.map(slotOf), ...free(LEAD)];
}

function slotOf(candle: Candle): Slot {
  const [open, close] = [toPlot(candle.open), toPlot(candle.close)];
  const isUp = close >= open;
  return {
    candle,
    range: [toPlot(candle.low), toPlot(candle.high)],
    body: isUp ? [open, close] : [close, open],
    isUp,
  };
}

function free(count: number): readonly Slot[] {
  return Array.from({ length: count }, () => FREE);
}

/** Highest and lowest price of all candles. */
export function extremesOf(slots: readonly Slot[]): Range {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { range } of slots) {
    if (range === undefined) continue;
    low = Math.min(low, range[0]);
    high = Math.max(high, range[1]);
  }
  return [low, high];
}

/** Range of the price axis: all candles, and levels that are near; all levels with `fitLevels`. */
export function rangeOf(extremes: Range, levels: readonly Level[], fitLevels: boolean): Domain {
  return domainOf(
    extremes,
    levels.map(({ price }) => toPlot(price)),
    fitLevels,
  );
}

/** Levels inside the frame. */
export function insideOf(levels: readonly Level[], { low, high }: Domain): readonly Level[] {
  return levels.filter(({ price }) => toPlot(price) >= low && toPlot(price) <= high);
}
