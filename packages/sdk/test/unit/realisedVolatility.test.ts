import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { realisedVolatility, WAD, YEAR } from "../../src";

const HOUR = 3_600n;
const DAY = 24n * HOUR;
const START = 1_800_000_000n;

/** A price that goes up and down by one step each hour. */
function zigzag(count: number, percent: bigint, step = HOUR) {
  return Array.from({ length: count }, (_, i) => ({
    time: START + BigInt(i) * step,
    price: i % 2 === 0 ? 1_000n * WAD : (1_000n * WAD * (100n + percent)) / 100n,
  }));
}

describe("realised volatility", () => {
  test("of hourly moves of one percent is √(hours of a year) times their log", () => {
    const last = realisedVolatility(zigzag(49, 1n), DAY).at(-1) as bigint;
    // ln 1.01 · √8,760
    expect(Number(last) / 1e18).toBeCloseTo(Math.log(1.01) * Math.sqrt(Number(YEAR / HOUR)), 9);
  });

  test("is unknown until six returns are in the window", () => {
    const values = realisedVolatility(zigzag(8, 1n), DAY);
    expect(values.slice(0, 6)).toEqual(Array(6).fill(undefined));
    expect(values[6]).toBeTypeOf("bigint");
  });

  test("is unknown where samples are too far apart for the window", () => {
    expect(realisedVolatility(zigzag(20, 1n, 6n * HOUR), DAY).every((v) => v === undefined)).toBe(true);
  });

  test("forgets what is older than the window", () => {
    const loud = zigzag(25, 10n);
    const time = (loud.at(-1)?.time ?? START) + HOUR;
    const calm = Array.from({ length: 26 }, (_, i) => ({
      time: time + BigInt(i) * HOUR,
      price: 1_000n * WAD,
    }));
    const values = realisedVolatility([...loud, ...calm], DAY);
    expect(values[24]).toBeGreaterThan(WAD);
    expect(values.at(-1)).toBe(0n);
  });

  test("of a window equals that of its points alone, and knows no unit of price", () => {
    const price = fc.bigInt({ min: WAD, max: 10_000n * WAD });
    fc.assert(
      fc.property(
        fc.array(price, { minLength: 30, maxLength: 60 }),
        fc.bigInt({ min: 2n, max: 9n }),
        (prices, unit) => {
          const points = prices.map((p, i) => ({ time: START + BigInt(i) * HOUR, price: p }));
          const whole = realisedVolatility(points, DAY);
          expect(whole.at(-1)).toBe(realisedVolatility(points.slice(-25), DAY).at(-1));
          const scaled = points.map((point) => ({ ...point, price: point.price * unit }));
          const difference = (realisedVolatility(scaled, DAY).at(-1) ?? 0n) - (whole.at(-1) ?? 0n);
          expect(difference < 1_000n && difference > -1_000n).toBe(true);
        },
      ),
    );
  });
});
