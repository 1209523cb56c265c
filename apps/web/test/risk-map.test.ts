// @vitest-environment node
import { type MapBucket, WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barsOf, hurtSide, marksOf, openDebtOf, priceAfter, reachedAt, spanOf } from "@/features/risk/map";
import { axisPrice, mapPlot, NOW_TAG } from "@/features/risk/map-plot";
import { bucket, covered, ethMarket, million, percent } from "./support/risk";

const PRICE = 3_000n * WAD;
const market = ethMarket();
const bars = barsOf(market);

/** Buckets of one width from a price on, with any debt. */
const buckets = (from: number) =>
  fc
    .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 30 })
    .map((debts) => debts.map((debt, i): MapBucket => bucket(from + i * 40, from + i * 40 + 40, debt / 100)));

describe("bars", () => {
  test("stand in the order of prices, and buckets without debt are left out", () => {
    expect(bars.map(({ side }) => side)).toEqual(["long", "long", "long", "short", "short"]);
    expect(barsOf({ longs: [bucket(2_000, 2_100, 0)], shorts: [] })).toEqual([]);
  });

  test("add up from the price outward", () => {
    expect(bars.map(({ reached }) => reached)).toEqual([5.5, 2.5, 0.5, 0.4, 2].map(million));
  });

  test("what a move reaches grows with the move, up to all there is", () => {
    fc.assert(
      fc.property(buckets(1_500), buckets(3_000), fc.nat(99), fc.nat(99), (longs, shorts, a, b) => {
        const all = barsOf({ longs, shorts });
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const fall = (move: number) => reachedAt(all, "long", priceAfter(PRICE, -percent(move)));
        const rise = (move: number) => reachedAt(all, "short", priceAfter(PRICE, percent(move)));
        expect(fall(small)).toBeLessThanOrEqual(fall(large));
        expect(rise(small)).toBeLessThanOrEqual(rise(large));
        const total = openDebtOf({ longs, shorts });
        expect(reachedAt(all, "long", 0n)).toBe(total.long);
        expect(reachedAt(all, "short", 10n ** 30n)).toBe(total.short);
      }),
    );
  });

  test("a bucket that a move only touches counts whole", () => {
    expect(reachedAt(bars, "long", 2_799n * WAD)).toBe(million(2.5));
    expect(reachedAt(bars, "long", 2_800n * WAD)).toBe(million(0.5));
    expect(reachedAt(bars, "short", 3_200n * WAD)).toBe(0n);
    expect(reachedAt(bars, "short", 3_200n * WAD + 1n)).toBe(million(0.4));
  });
});

describe("gap", () => {
  test("is shaded on the side it hurts", () => {
    expect(hurtSide(bars, PRICE, percent(12))).toBe("long");
    expect(hurtSide(barsOf({ longs: [], shorts: market.shorts }), PRICE, percent(12))).toBe("short");
    expect(hurtSide([], PRICE, percent(12))).toBe("long");
  });

  test("its mark has the figure of the coverage, and steps beside it say nothing twice", () => {
    const marks = marksOf(bars, PRICE, covered);
    expect(marks.find(({ isGap }) => isGap)).toMatchObject({ move: -percent(12), reached: covered.needed });
    expect(marks.map(({ move }) => move)).toEqual([-25, -12, -5, 5, 12, 25].map(percent));
    const near = marksOf(bars, PRICE, { ...covered, gap: percent(7) });
    expect(near.map(({ move }) => move)).toEqual([-25, -7, 7, 25].map(percent));
  });

  test("without coverage only the steps are named", () => {
    expect(marksOf(bars, PRICE, null).every(({ isGap }) => !isGap)).toBe(true);
  });
});

describe("plot", () => {
  test("holds every bar and the gap on both sides", () => {
    const { low, high } = spanOf(bars, PRICE, percent(20));
    expect(low).toBe(2_400n * WAD);
    expect(high).toBe(3_700n * WAD);
  });

  test("words never stand on each other or on the price now, the gap apart", () => {
    fc.assert(
      fc.property(
        buckets(1_500),
        buckets(3_000),
        fc.integer({ min: 5, max: 30 }),
        fc.integer({ min: 250, max: 1_100 }),
        (longs, shorts, gap, width) => {
          const coverage = { ...covered, gap: percent(gap) };
          const { marks, xOf } = mapPlot(barsOf({ longs, shorts }), PRICE, coverage, width);
          const now = xOf(PRICE);
          const extents = marks.map((mark) => {
            const x = xOf(mark.price);
            const words = mark.name.includes("gap") ? 100 : 54;
            return mark.side === "left" ? [x - words, x] : [x, x + words];
          });
          for (const [i, [from = 0, to = 0]] of extents.entries()) {
            if (marks[i]?.isGap) continue;
            expect(to <= now || from >= now + NOW_TAG).toBe(true);
            for (const [j, [start = 0, end = 0]] of extents.entries())
              if (i !== j) expect(to <= start || from >= end).toBe(true);
          }
        },
      ),
    );
  });

  test("a phone names the gap alone", () => {
    const { marks } = mapPlot(bars, PRICE, covered, 300);
    expect(marks.map(({ name }) => name)).toEqual(["−12\u00a0%"]);
  });

  test.each([
    [2_512.3, { low: 2_000, high: 3_500 }, "2,512"],
    [14.8234, { low: 10, high: 20 }, "14.8"],
    [0.12345, { low: 0.1, high: 0.2 }, "0.1235"],
  ])("labels %s by what differs", (value, domain, text) => {
    expect(axisPrice(value, domain)).toBe(text);
  });
});
