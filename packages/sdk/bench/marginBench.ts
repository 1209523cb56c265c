import { type Candle, CandleFileError } from "./candles";
import { replay } from "./replay";

const HOUR = 3600;
const WARM_UP = 365 * 24 * HOUR;
const MIN_EVALUATED = 30 * 24;
/** `τ` of one hour, as a share of a year. */
const HORIZON = 1 / 8760;
/** `k` of the protocol. */
const MULTIPLE = 7;
/** Points per hour by which the maintenance margin of an existing position may change. */
const RAMP = 0.01;
const REFERENCES = [0.1, 0.12] as const;
const MAX_MULTIPLE = 100;

/** Realised on the gap from a close to the worst price of the next hour. */
export interface MarginOutcome {
  /** Hours whose gap was larger than the maintenance margin. */
  readonly exceedances: number;
  /** Mean of what the gap took beyond the margin, over all hours. */
  readonly tailLoss: number;
  /** Mean of `1 / margin` of a new position. */
  readonly meanLeverage: number;
}

/** Margin that follows the volatility against a fixed one with the same realised tail loss. */
export interface MarginRow extends MarginOutcome {
  readonly file: string;
  readonly side: "long" | "short";
  /** Mean leverage of the following margin over that of the fixed one. */
  readonly leverageRatio: number;
  readonly fixedMargin: number;
  readonly fixedExceedances: number;
  /** `k` at which the following margin loses as much as the fixed one. */
  readonly multiple: number;
  readonly floor: number;
  /** The following margin with the protocol's `k = 7`, and the fixed margin that loses as much. */
  readonly nominal: MarginOutcome & { readonly fixedMargin: number; readonly leverageRatio: number };
  /** Hours evaluated. */
  readonly hours: number;
}

interface Hour {
  readonly volatility: number;
  /** Hours since the sample before. */
  readonly elapsed: number;
  /** Gap of the next hour; undefined: not evaluated. */
  readonly gap: number | undefined;
}

/** Four rows: longs on lows and shorts on highs, each against the fixed margins of 10 % and 12 %. */
export function marginBench(candles: readonly Candle[], file: string, floor: number): readonly MarginRow[] {
  const readings = replay(candles);
  const start = (candles[0]?.time ?? 0) + WARM_UP;
  return (["long", "short"] as const).flatMap((side) => {
    const hours = readings.slice(0, -1).map(({ candle, volatility }, i): Hour => {
      const next = candles[i + 1] as Candle;
      const isNext = next.time - candle.time === HOUR && candle.time >= start;
      const gap = side === "long" ? 1 - next.low / candle.close : next.high / candle.close - 1;
      const before = candles[i - 1] ?? candle;
      return { volatility, elapsed: (candle.time - before.time) / HOUR, gap: isNext ? gap : undefined };
    });
    const gaps = hours.flatMap(({ gap }) => (gap === undefined ? [] : [gap]));
    if (gaps.length < MIN_EVALUATED)
      throw new CandleFileError(
        file,
        0,
        `has ${gaps.length} hours after the first year: ${MIN_EVALUATED} are needed`,
      );
    const nominal = following(hours, MULTIPLE, floor);
    const nominalFixed = fixedMarginLosing(gaps, nominal.tailLoss);
    return REFERENCES.map((reference): MarginRow => {
      // with no gap beyond the reference a smaller margin loses as little
      const fixedMargin = Math.min(reference, Math.max(...gaps));
      const fixed = excess(gaps, fixedMargin);
      const multiple = multipleLosing(hours, floor, fixed.tailLoss);
      const outcome = following(hours, multiple, floor);
      return {
        file,
        side,
        leverageRatio: outcome.meanLeverage * fixedMargin,
        ...outcome,
        fixedMargin,
        fixedExceedances: fixed.exceedances,
        multiple,
        floor,
        nominal: {
          ...nominal,
          fixedMargin: nominalFixed,
          leverageRatio: nominal.meanLeverage * nominalFixed,
        },
        hours: gaps.length,
      };
    });
  });
}

/**
 * `v = max(k·σ·√τ, floor)`. New positions get it at once when it rises; the maintenance margin follows by a point an
 * hour, both ways, and new positions never get less than that.
 */
function following(hours: readonly Hour[], multiple: number, floor: number): MarginOutcome {
  let maintenance: number | undefined;
  let [exceedances, loss, leverage, count] = [0, 0, 0, 0];
  for (const { volatility, elapsed, gap } of hours) {
    const margin = Math.min(Math.max(multiple * volatility * Math.sqrt(HORIZON), floor), 1);
    const step = RAMP * elapsed;
    maintenance ??= margin;
    maintenance = Math.max(maintenance - step, Math.min(maintenance + step, margin));
    if (gap === undefined) continue;
    count++;
    leverage += 1 / Math.max(margin, maintenance);
    if (gap <= maintenance) continue;
    exceedances++;
    loss += gap - maintenance;
  }
  return { exceedances, tailLoss: loss / count, meanLeverage: leverage / count };
}

function excess(gaps: readonly number[], margin: number) {
  const beyond = gaps.filter((gap) => gap > margin);
  return {
    exceedances: beyond.length,
    tailLoss: beyond.reduce((sum, gap) => sum + gap - margin, 0) / gaps.length,
  };
}

/** Smallest fixed margin that loses no more. */
function fixedMarginLosing(gaps: readonly number[], loss: number): number {
  return smallest(0, 1, (margin) => excess(gaps, margin).tailLoss <= loss);
}

/** Smallest multiple that loses no more. */
function multipleLosing(hours: readonly Hour[], floor: number, loss: number): number {
  return smallest(0, MAX_MULTIPLE, (multiple) => following(hours, multiple, floor).tailLoss <= loss);
}

function smallest(low: number, high: number, holds: (x: number) => boolean): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 40; step++) {
    const middle = (below + above) / 2;
    if (holds(middle)) above = middle;
    else below = middle;
  }
  return above;
}
