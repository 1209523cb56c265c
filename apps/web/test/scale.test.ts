// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { domainOf, spreadTags, TAG_PITCH, ticksOf } from "@/features/chart/scale";
import { timeTicks } from "@/features/chart/time-ticks";

describe("price axis", () => {
  test("holds all prices and the lines that are near", () => {
    const { low, high } = domainOf([3_000, 3_300], [2_780, 1_200]);
    expect(low).toBeLessThan(2_780);
    expect(low).toBeGreaterThan(1_200);
    expect(high).toBeGreaterThan(3_300);
  });

  test("a flat series still has a range", () => {
    const { low, high } = domainOf([100, 100], []);
    expect(low).toBeLessThan(100);
    expect(high).toBeGreaterThan(100);
  });

  test("ticks are round, inside, and few", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        fc.double({ min: 0.01, max: 2, noNaN: true }),
        (low, spread) => {
          const domain = { low, high: low * (1 + spread) };
          const ticks = ticksOf(domain);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(7);
          for (const tick of ticks) expect(tick >= low * 0.999 && tick <= domain.high * 1.001).toBe(true);
        },
      ),
    );
  });
});

describe("tags", () => {
  test("stay where there is room", () => {
    expect(spreadTags([50, 200, 120], 10, 400)).toEqual([50, 200, 120]);
  });

  test("never overlap and never leave the frame", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 500, noNaN: true }), { maxLength: 5 }), (wanted) => {
        const placed = spreadTags(wanted, 10, 390);
        const sorted = placed.toSorted((a, b) => a - b);
        for (const y of sorted) expect(y >= 10 - 1e-9 && y <= 390 + 1e-9).toBe(true);
        for (let i = 1; i < sorted.length; i++) {
          expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(TAG_PITCH - 1e-9);
        }
      }),
    );
  });
});

describe("time axis", () => {
  test("labels stand on round times, far enough apart, and midnight shows its day", () => {
    const times = Array.from({ length: 120 }, (_, index) => 1_700_000_040 + index * 60);
    const ticks = timeTicks(times, 900);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(8);
    for (const { label } of ticks) expect(label).toMatch(/^(\d\d:[0-5][05]|15 Nov)$/);
    expect(ticks.map(({ label }) => label)).toContain("15 Nov");
  });
});
