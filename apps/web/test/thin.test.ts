// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_POINTS, thinned } from "@/lib/thin";

const at = ([x, y]: readonly [number, number]) => ({ x, y });
const line = (length: number, y: (x: number) => number) =>
  Array.from({ length }, (_, x) => [x, y(x)] as const);

describe("a line of few points", () => {
  test("is the line itself where it has few", () => {
    const points = line(MOST_POINTS, (x) => x);
    expect(thinned(points, at)).toBe(points);
  });

  test("keeps a single peak and a single trough, wherever they are", () => {
    for (const place of [1, 17, 4_000, 7_998]) {
      for (const height of [50, -50]) {
        const points = line(8_000, (x) => (x === place ? height : 0));
        const kept = thinned(points, at);
        expect(kept).toHaveLength(MOST_POINTS);
        expect(kept, `${place}`).toContain(points[place]);
      }
    }
  });

  test("has exactly as many points as asked, the first and the last, each once, in order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 1_500 }),
        fc.integer({ min: 1, max: 400 }),
        (values, most) => {
          const points = values.map((y, x) => [x, y] as const);
          const kept = thinned(points, at, most);
          expect(kept).toHaveLength(Math.min(points.length, most));
          expect(kept.at(-1)).toBe(points.at(-1));
          if (most > 2) expect(kept[0]).toBe(points[0]);
          const places = kept.map(([x]) => x);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        },
      ),
    );
  });
});
