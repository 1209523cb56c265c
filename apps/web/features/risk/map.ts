import {
  type Coverage,
  type MapBucket,
  type MarketRisk,
  type Side,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";

/** One bar of the liquidation map. */
export interface MapBar extends MapBucket {
  readonly side: Side;
  /** Debt of this bar and of all between it and the price now. */
  readonly reached: Usd;
}

/** Bars with debt, lowest price first: longs, then shorts. */
export function barsOf({ longs, shorts }: Pick<MarketRisk, "longs" | "shorts">): readonly MapBar[] {
  let below = 0n;
  const falling = longs
    .filter(({ debt }) => debt > 0n)
    .toReversed()
    .map((bucket): MapBar => {
      below += bucket.debt;
      return { ...bucket, side: "long", reached: below };
    });
  let above = 0n;
  const rising = shorts
    .filter(({ debt }) => debt > 0n)
    .map((bucket): MapBar => {
      above += bucket.debt;
      return { ...bucket, side: "short", reached: above };
    });
  return [...falling.toReversed(), ...rising];
}

/** Debt that a move to a price makes liquidatable; a bucket that is touched counts whole. */
export function reachedAt(bars: readonly MapBar[], side: Side, price: Usd): Usd {
  return bars
    .filter((bar) => bar.side === side && (side === "long" ? bar.high > price : bar.low < price))
    .reduce((sum, { debt }) => sum + debt, 0n);
}

/** Debt of all longs and of all shorts. */
export interface OpenDebt {
  readonly long: Usd;
  readonly short: Usd;
}

export function openDebtOf({ longs, shorts }: Pick<MarketRisk, "longs" | "shorts">): OpenDebt {
  const sum = (buckets: readonly MapBucket[]) => buckets.reduce((total, { debt }) => total + debt, 0n);
  return { long: sum(longs), short: sum(shorts) };
}

/** The price after a relative move. */
export function priceAfter(price: Usd, move: Wad): Usd {
  return (price * (WAD + move)) / WAD;
}

/** Side that the gap of the coverage hurts most: a fall hurts longs. */
export function hurtSide(bars: readonly MapBar[], now: Usd, gap: Wad): Side {
  const longs = reachedAt(bars, "long", priceAfter(now, -gap));
  return reachedAt(bars, "short", priceAfter(now, gap)) > longs ? "short" : "long";
}

/** One price that the map names, with the debt a move there would reach. */
export interface MapMark {
  readonly move: Wad;
  readonly price: Usd;
  readonly reached: Usd;
  /** The gap that coverage is measured for, on the side it hurts. */
  readonly isGap: boolean;
}

const STEPS = [WAD / 20n, WAD / 4n] as const;
/** Nearer than this to the gap a step says nothing new. */
const NEAR = WAD / 25n;

/** Moves that the map names: the gap on both sides, and a small and a large one. */
export function marksOf(bars: readonly MapBar[], now: Usd, coverage: Coverage | null): readonly MapMark[] {
  const gap = coverage?.gap;
  const hurt = gap === undefined ? undefined : hurtSide(bars, now, gap);
  const steps = STEPS.filter((step) => gap === undefined || distance(step, gap) > NEAR);
  const mark = (side: Side, size: Wad): MapMark => {
    const move = side === "long" ? -size : size;
    const price = priceAfter(now, move);
    const isGap = size === gap && side === hurt;
    return {
      move,
      price,
      reached: isGap && coverage ? coverage.needed : reachedAt(bars, side, price),
      isGap,
    };
  };
  const sizes = gap === undefined ? steps : [...steps, gap];
  return (["long", "short"] as const)
    .flatMap((side) => sizes.map((size) => mark(side, size)))
    .sort((a, b) => (a.price < b.price ? -1 : 1));
}

const distance = (a: bigint, b: bigint) => (a > b ? a - b : b - a);

/** A range of prices. */
export interface Span {
  readonly low: Usd;
  readonly high: Usd;
}

/** Prices the map spans: all its bars, and the gap on both sides. */
export function spanOf(bars: readonly MapBar[], now: Usd, gap: Wad): Span {
  let low = priceAfter(now, -gap);
  let high = priceAfter(now, gap);
  for (const bar of bars) {
    if (bar.low < low) low = bar.low;
    if (bar.high > high) high = bar.high;
  }
  return { low, high };
}
