// @vitest-environment node
import type { PricePoint } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendPoint } from "@/features/chart/append-point";
import { defaultInterval, MOST_CANDLES, offeredIntervals, toCandles } from "@/features/chart/candles";
import { changeOver } from "@/features/market/change-over";

const point = (time: number, price: number): PricePoint => ({ time: BigInt(time), price: BigInt(price) });

describe("candles", () => {
  test("open where the last one closed, and hold the extremes", () => {
    const points = [point(60, 100), point(80, 130), point(119, 90), point(130, 95)];
    expect(toCandles(points, 60)).toEqual([
      { time: 60, open: 100n, high: 130n, low: 90n, close: 90n },
      { time: 120, open: 90n, high: 95n, low: 90n, close: 95n },
    ]);
  });

  test("a slot without a price stays flat", () => {
    const candles = toCandles([point(0, 100), point(180, 110)], 60);
    expect(candles.map(({ time }) => time)).toEqual([0, 60, 120, 180]);
    expect(candles[1]).toEqual({ time: 60, open: 100n, high: 100n, low: 100n, close: 100n });
  });

  test("any series gives few, even, coherent candles", () => {
    const series = fc
      .array(fc.record({ gap: fc.integer({ min: 0, max: 1e6 }), price: fc.integer({ min: 1, max: 1e9 }) }), {
        minLength: 1,
        maxLength: 30,
      })
      .map((steps) => {
        let time = 0;
        return steps.map(({ gap, price }) => {
          time += gap;
          return point(time, price);
        });
      });
    fc.assert(
      fc.property(series, fc.constantFrom(15, 60, 3_600), (points, seconds) => {
        const candles = toCandles(points, seconds);
        expect(candles.length).toBeLessThanOrEqual(MOST_CANDLES);
        expect(candles.at(-1)?.close).toBe(points.at(-1)?.price);
        const isCoherent = candles.every((candle, index) => {
          const before = candles[index - 1];
          const holdsOpen = candle.low <= candle.open && candle.open <= candle.high;
          const holdsClose = candle.low <= candle.close && candle.close <= candle.high;
          const follows =
            before === undefined || (candle.time - before.time === seconds && candle.open === before.close);
          return holdsOpen && holdsClose && follows;
        });
        expect(isCoherent).toBe(true);
      }),
    );
  });
});

describe("intervals", () => {
  test("two hours of prices start at one minute", () => {
    const points = [point(0, 1), point(7_200, 1)];
    expect(offeredIntervals(points).map(({ label }) => label)).toEqual(["1 m", "5 m", "15 m"]);
    expect(defaultInterval(points).label).toBe("1 m");
  });

  test("twelve days of prices start at four hours", () => {
    expect(defaultInterval([point(0, 1), point(12 * 86_400, 1)]).label).toBe("4 h");
  });

  test("a young series still has one", () => {
    expect(offeredIntervals([point(0, 1)])).toHaveLength(1);
  });
});

describe("series", () => {
  const series = [point(10, 100), point(20, 110)];

  test("grows by newer prices only", () => {
    expect(appendPoint(series, point(30, 120))).toHaveLength(3);
    expect(appendPoint(series, point(20, 110))).toBe(series);
    expect(appendPoint(series, point(5, 90))).toBe(series);
    expect(appendPoint(series, point(20, 115)).at(-1)).toEqual(point(20, 115));
  });

  test("the change is against a day ago, or the oldest price known", () => {
    const day = [point(0, 100), point(50_000, 200), point(90_000, 220), point(136_400, 250)];
    expect(changeOver(day, 250n)).toEqual({ share: 25n * 10n ** 16n, seconds: 86_400 });
    expect(changeOver(series, 99n)).toEqual({ share: -(10n ** 16n), seconds: 10 });
    expect(changeOver([point(0, 100)], 100n)).toBeUndefined();
  });
});
