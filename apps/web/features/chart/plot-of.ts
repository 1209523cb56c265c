import { toPlot } from "@/lib/plot";
import type { Candle, Interval } from "./candles";
import type { Level } from "./levels";
import { type Domain, domainOf } from "./scale";
import { zonesOf } from "./zones-of";

/** Free slots right of the last candle. */
const LEAD = 4;
/** A young series stands at the right, in candles of the usual width. */
const FEWEST_SLOTS = 32;

/** A slot of the time axis; free ones have no range. */
export type Slot =
  | (Candle & { readonly range: readonly [low: number, high: number] })
  | { readonly time: number; readonly range: undefined };

export interface Plot {
  readonly slots: readonly Slot[];
  readonly domain: Domain;
  readonly zones: ReturnType<typeof zonesOf>;
  /** Levels inside the frame. */
  readonly inside: readonly Level[];
}

interface PlotParameters {
  readonly candles: readonly Candle[];
  readonly interval: Interval;
  readonly levels: readonly Level[];
  /** Stretches the range to every level, however far. */
  readonly fitLevels: boolean;
}

/** Everything the chart draws, in pixels' units. */
export function plotOf({ candles, interval, levels, fitLevels }: PlotParameters): Plot {
  const priced = candles.map(
    (candle) => ({ ...candle, range: [toPlot(candle.low), toPlot(candle.high)] }) as const,
  );
  const domain = domainOf(
    priced.flatMap(({ range }) => range),
    levels.map(({ price }) => toPlot(price)),
    fitLevels,
  );
  const first = priced[0]?.time ?? 0;
  const last = priced.at(-1)?.time ?? 0;
  const missing = Math.max(0, FEWEST_SLOTS - priced.length);
  const { seconds } = interval;
  return {
    slots: [
      ...free(first - missing * seconds, missing, seconds),
      ...priced,
      ...free(last + seconds, LEAD, seconds),
    ],
    domain,
    zones: zonesOf(levels, domain),
    inside: levels.filter(({ price }) => toPlot(price) >= domain.low && toPlot(price) <= domain.high),
  };
}

function free(from: number, count: number, seconds: number): readonly Slot[] {
  return Array.from({ length: count }, (_, index) => ({ time: from + index * seconds, range: undefined }));
}
