import type { Coverage, Usd } from "@gimbal/sdk";
import { riskCopy } from "@/content/risk";
import { type Domain, ticksOf } from "@/features/chart/scale";
import { formatMove } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import { type MapBar, type MapMark, marksOf, spanOf } from "./map";

/** Room on both ends of the price axis, as a part of it. */
const ROOM = 0.03;
/** A chart narrower than this names the gap alone, and labels every second price [px]. */
const NARROW = 560;
const NARROW_TICKS = 4;
/** A label nearer to an end of the axis would be cut off [px]. */
const TICK_EDGE = 18;
/** Width of the words at a mark, and of the tag at the price now [px]. */
const WORDS = { short: 54, long: 100 } as const;
export const NOW_TAG = 66;

/** A mark with its words and where they stand. */
export interface PlacedMark extends MapMark {
  readonly name: string;
  /** Words end at the line, or start there. */
  readonly side: "left" | "right";
}

/** What is drawn of a map besides its bars. */
export interface MapPlot {
  readonly domain: Domain;
  readonly marks: readonly PlacedMark[];
  readonly ticks: readonly number[];
  /** Pixel of a price. */
  readonly xOf: (price: Usd) => number;
}

/** Range, marks and ticks of the price axis in a plot of this width; words never stand on each other. */
export function mapPlot(
  bars: readonly MapBar[],
  price: Usd,
  coverage: Coverage | null,
  width: number,
): MapPlot {
  const span = spanOf(bars, price, coverage?.gap ?? 0n);
  const [low, high] = [toPlot(span.low), toPlot(span.high)];
  const room = (high - low || high * ROOM) * ROOM;
  const domain = { low: Math.max(0, low - room), high: high + room };
  const at = (value: number) => ((value - domain.low) / (domain.high - domain.low)) * width;
  const xOf = (value: Usd) => at(toPlot(value));
  const isNarrow = width < NARROW;
  const inside = ticksOf(domain).filter((tick) => at(tick) > TICK_EDGE && at(tick) < width - TICK_EDGE);
  const now = xOf(price);
  return {
    domain,
    xOf,
    ticks: isNarrow && inside.length > NARROW_TICKS ? inside.filter((_, i) => i % 2 === 0) : inside,
    marks: placed(marksOf(bars, price, coverage), { xOf, width, isNarrow, taken: [[now, now + NOW_TAG]] }),
  };
}

interface Room {
  readonly xOf: (price: Usd) => number;
  readonly width: number;
  readonly isNarrow: boolean;
  /** Where other words stand [px]. */
  readonly taken: readonly (readonly [from: number, to: number])[];
}

/** The gap first, then what has room beside it. */
function placed(marks: readonly MapMark[], { xOf, width, isNarrow, taken }: Room): readonly PlacedMark[] {
  const used = [...taken];
  const result: PlacedMark[] = [];
  for (const mark of [...marks].sort((a, b) => Number(b.isGap) - Number(a.isGap))) {
    const x = xOf(mark.price);
    const words = mark.isGap && !isNarrow ? WORDS.long : WORDS.short;
    const isLeft = mark.move < 0n ? x > words : x > width - words;
    const [from, to] = isLeft ? [x - words, x] : [x, x + words];
    const isFree = used.every(([start, end]) => to <= start || from >= end);
    const isInside = x > 0 && x < width;
    if (!isInside || (!mark.isGap && (isNarrow || !isFree))) continue;
    used.push([from, to]);
    const move = formatMove(mark.move);
    const name = mark.isGap && !isNarrow ? riskCopy.map.gap(move) : move;
    result.push({ ...mark, name, side: isLeft ? "left" : "right" });
  }
  return result;
}

/** Whole dollars where the axis spans tens of them, else the digits that differ. */
export function axisPrice(value: number, { low, high }: Domain): string {
  const range = high - low;
  const digits = range >= 20 ? 0 : range >= 2 ? 1 : range >= 0.2 ? 2 : 4;
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
