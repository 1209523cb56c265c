import fc from "fast-check";
import { expect, test } from "vitest";
import { lastGood } from "../../src/math/lastGood";

const ends = fc.tuple(fc.bigInt({ min: 0n, max: 1n << 128n }), fc.bigInt({ min: 1n, max: 1n << 128n }));

test("finds the last integer that holds, on lines, parabolas, steps and plateaus, in either direction", () => {
  const shapes = fc.constantFrom<(x: bigint) => bigint>(
    (x) => x,
    (x) => x * x * (x < 0n ? -1n : 1n),
    (x) => (x < 0n ? -1n : 0n),
    (x) => (x < 0n ? -(10n ** 60n) : 1n),
    (x) => x >> 70n,
    (x) => (x < 0n ? x * 1_000_000n : x >> 20n),
  );
  fc.assert(
    fc.property(ends, fc.boolean(), shapes, ([room, width], upwards, shape) => {
      const boundary = room; // holds up to here, on the way up
      const slack = (x: bigint) => shape(boundary - x);
      const up = lastGood(0n, boundary + width + (1n << 71n), slack);
      expect(slack(up)).toBeGreaterThanOrEqual(0n);
      expect(slack(up + 1n)).toBeLessThan(0n);
      const down = lastGood(0n, -(boundary + width + (1n << 71n)), (x) => slack(-x));
      expect(upwards ? down : -down).toBe(upwards ? -up : up);
    }),
  );
});

test("needs few questions where the answer is nearly linear", () => {
  let asked = 0;
  const answer = lastGood(0n, 1n << 128n, (x) => {
    asked++;
    return 10n ** 40n - 3n * x - (x * x) / 10n ** 45n;
  });
  expect(answer).toBeGreaterThan(0n);
  expect(asked).toBeLessThan(40);
});
