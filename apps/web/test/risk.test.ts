// @vitest-environment node
import type { ForecastPoint, Regime } from "@gimbal/sdk";
import { WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evenTicks } from "@/features/chart/time-ticks";
import {
  availableOf,
  coverageBar,
  coverageSentence,
  coverageState,
  coverageText,
  gapText,
} from "@/features/risk/coverage";
import { depthOf } from "@/features/risk/depth";
import { forecastRange } from "@/features/risk/forecast-range";
import { healthBars } from "@/features/risk/health-bars";
import { matrixOf, tintOf } from "@/features/risk/matrix";
import { closedOf, reasonText } from "@/features/risk/regime";
import { realisedNow, scoreRatio, seriesOf } from "@/features/risk/series";
import { formatMove } from "@/lib/format";
import { bucket, covered, ethMarket, ethRisk, million, NOW, percent, undisturbed } from "./support/risk";

describe("coverage", () => {
  test("is a number only where there is debt to cover", () => {
    expect(coverageText(covered)).toBe("1.61");
    expect(coverageText(undisturbed)).toBe("No debt");
    expect(coverageText(null)).toBe("—");
    expect(coverageText(undefined)).toBe("—");
  });

  test.each([
    [undefined, "unknown"],
    [null, "unmeasured"],
    [undisturbed, "none"],
    [{ ...covered, ratio: (WAD * 12n) / 10n }, "enough"],
    [{ ...covered, ratio: (WAD * 12n) / 10n - 1n }, "thin"],
    [{ ...covered, ratio: WAD }, "thin"],
    [{ ...covered, ratio: WAD - 1n }, "short"],
  ] as const)("%# is %s", (coverage, state) => {
    expect(coverageState(coverage)).toBe(state);
  });

  test("says it in a sentence, and never as nothing or infinity", () => {
    expect(coverageSentence(covered)).toBe(
      "$11.03\u00a0M is at hand against $6.84\u00a0M that the gap would reach.",
    );
    expect(coverageSentence(undisturbed)).toBe(
      "No debt to cover: a 12\u00a0% gap of ETH makes nothing liquidatable.",
    );
    expect(coverageSentence({ ...covered, ratio: percent(108) })).toContain("New leverage is refused");
    for (const coverage of [undefined, null, undisturbed])
      expect(`${coverageText(coverage)} ${coverageSentence(coverage)}`).not.toMatch(/Infinity|∞|\$0/);
  });

  test("the bar holds all its parts and both bounds, whatever is longer", () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 30n });
    fc.assert(
      fc.property(
        amount,
        amount,
        amount,
        amount,
        amount,
        (backstop, nettable, throttle, insurance, needed) => {
          const bar = coverageBar({ ...covered, backstop, nettable, throttle, insurance, needed });
          const sum = Object.values(bar.parts).reduce((total, part) => total + part, 0);
          expect(sum).toBeLessThanOrEqual(1_000);
          expect(bar.needed).toBeLessThanOrEqual(bar.opening);
          expect(bar.opening).toBeLessThanOrEqual(1_000);
          const isEmpty = backstop + nettable + throttle + insurance + needed === 0n;
          if (!isEmpty) expect(Math.max(sum, bar.opening)).toBeGreaterThanOrEqual(996);
        },
      ),
    );
    expect(availableOf(covered)).toBe(million(11.03));
  });
});

describe("regime", () => {
  test("a reason is a sentence", () => {
    expect(reasonText("depth")).toBe("Depth is far below the usual");
  });

  test("says why openings are closed, with the number where coverage is the cause", () => {
    const closed = {
      openingsClosed: true,
      regime: "stress",
      coverage: { ...covered, ratio: percent(108) },
    } as const;
    expect(closedOf(closed)?.detail).toBe("coverage 1.08, new leverage stops at 1.20");
    expect(closedOf({ ...closed, coverage: covered })?.detail).toBe("the market is under stress");
    expect(closedOf({ ...closed, coverage: null, regime: "halt" })?.detail).toBe("the market is halted");
  });

  test.each<Regime>(["calm", "elevated", "stress", "halt"])("nothing is closed by %s alone", (regime) => {
    expect(closedOf({ openingsClosed: false, regime, coverage: covered })).toBeUndefined();
    expect(closedOf({ openingsClosed: true, regime, coverage: null })?.detail).toMatch(
      /^(the market|no new)/,
    );
  });

  test("a report that is not there closes nothing", () => {
    expect(closedOf(undefined)).toBeUndefined();
  });
});

describe("volatility series", () => {
  const history = (count: number): ForecastPoint[] =>
    Array.from({ length: count }, (_, i) => ({
      time: NOW - BigInt(count - i) * 3_600n,
      price: (i % 2 === 0 ? 3_000n : 3_030n) * WAD,
      volatility: percent(60),
      baseline: percent(58),
      learned: percent(60),
    }));

  test("ends with what the report says now, which has no realised yet", () => {
    const points = seriesOf(history(30), ethRisk(), NOW);
    expect(points).toHaveLength(31);
    expect(points.at(-1)).toMatchObject({ time: Number(NOW), forecast: percent(71), realised: undefined });
    expect(realisedNow(points)).toBe(points.at(-2)?.realised);
    expect(realisedNow(points)).toBeGreaterThan(0n);
  });

  test("is not repeated where the newest sample is of this block", () => {
    expect(seriesOf(history(30), ethRisk(), NOW - 3_600n)).toHaveLength(30);
  });

  test("of a few samples has no realised: unknown, not 0", () => {
    expect(realisedNow(seriesOf(history(5), ethRisk(), NOW))).toBeUndefined();
    expect(realisedNow(seriesOf([], ethRisk(), NOW))).toBeUndefined();
  });

  test("the score compares the learned forecast with the fixed one, if any was scored", () => {
    expect(scoreRatio(ethRisk())).toBe((percent(29.2) * WAD) / percent(31));
    expect(scoreRatio(ethRisk({ scored: 0 }))).toBeUndefined();
    expect(scoreRatio(ethRisk({ baselineScore: 0n }))).toBeUndefined();
  });
});

describe("correlation matrix", () => {
  const pairs = [
    { symbols: ["ETH", "BTC"], raw: percent(84), usable: percent(60), parts: false },
    { symbols: ["LINK", "ETH"], raw: percent(72), usable: percent(52), parts: true },
  ] as const;

  test("has estimates above the diagonal, what counts below, and a dash for a pair nobody measured", () => {
    const rows = matrixOf(pairs);
    expect(rows.map(({ symbol }) => symbol)).toEqual(["ETH", "BTC", "LINK"]);
    expect(rows[0]?.cells).toEqual([
      { kind: "self" },
      { kind: "raw", value: percent(84), parts: false },
      { kind: "raw", value: percent(72), parts: true },
    ]);
    expect(rows[2]?.cells).toEqual([
      { kind: "usable", value: percent(52), parts: true },
      { kind: "unknown" },
      { kind: "self" },
    ]);
  });

  test("of no pair is empty", () => {
    expect(matrixOf([])).toEqual([]);
  });

  test("tints grow with the value and stay readable", () => {
    for (const kind of ["raw", "usable"] as const) {
      expect(tintOf({ kind, value: percent(90) })).toBeGreaterThan(tintOf({ kind, value: percent(10) }));
      expect(tintOf({ kind, value: 2n * WAD })).toBeLessThanOrEqual(28);
      expect(tintOf({ kind, value: -WAD })).toBe(4);
    }
  });
});

describe("depth", () => {
  test("is compared with the usual", () => {
    expect(depthOf(ethRisk())).toEqual({
      now: million(4.2),
      usual: million(4.72),
      change: ((million(4.2) - million(4.72)) * WAD) / million(4.72),
      observedAt: NOW - 250n,
      ladder: expect.arrayContaining([{ move: percent(-5), value: million(21), height: 1_000 }]),
    });
  });

  test("measured in no pool is not 0, and neither is one with too few observations", () => {
    expect(depthOf(ethRisk({ depth: null, slowDepth: null, depthObservedAt: null }))).toBeUndefined();
    expect(depthOf(ethRisk({ depth: 0n }))).toMatchObject({ now: undefined, change: undefined });
    expect(depthOf(ethRisk({ slowDepth: 0n }))).toMatchObject({ usual: undefined, change: undefined });
  });
});

test("moves are written to a tenth where they have one", () => {
  expect(formatMove(-percent(12))).toBe("−12\u00a0%");
  expect(formatMove(percent(7.5))).toBe("+7.5\u00a0%");
  expect(gapText(percent(20))).toBe("20\u00a0%");
});

test("times stand on round values inside the axis, without touching", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_700_000_000, max: 1_800_000_000 }),
      fc.integer({ min: 600, max: 60 * 86_400 }),
      fc.integer({ min: 200, max: 1_200 }),
      (first, span, width) => {
        const ticks = evenTicks(first, first + span, width).map(({ time }) => time);
        for (const [i, time] of ticks.entries()) {
          expect(time).toBeGreaterThan(first);
          expect(time).toBeLessThan(first + span);
          const before = ticks[i - 1];
          if (before !== undefined) expect(((time - before) / span) * width).toBeGreaterThanOrEqual(100);
        }
      },
    ),
  );
  expect(evenTicks(5, 5, 400)).toEqual([]);
});

describe("range of the forecast", () => {
  const hourly = (count: number, realised: (hour: number) => bigint | undefined) =>
    Array.from({ length: count }, (_, hour) => ({
      time: hour * 3_600,
      forecast: percent(50),
      baseline: percent(50),
      learned: percent(50),
      realised: realised(hour),
    }));

  test("is where four of five forecasts ended a day later", () => {
    // outcomes run evenly from 0.5 to 1.5 times the forecast
    const points = hourly(125, (hour) => (hour < 24 ? undefined : percent(25 + (hour - 24) / 2)));
    const range = forecastRange(points);
    expect(range?.low).toBe(percent(60));
    expect(range?.high).toBe(percent(140));
  });

  test("is unknown while fewer than a day of forecasts is over, or samples are missing", () => {
    expect(forecastRange([])).toBeUndefined();
    expect(forecastRange(hourly(47, () => percent(40)))).toBeUndefined();
    expect(forecastRange(hourly(48, () => percent(40)))).toBeDefined();
    const gap = hourly(30, () => percent(40));
    const late = hourly(60, () => percent(40)).map((point) => ({ ...point, time: point.time + 10 * 86_400 }));
    expect(forecastRange([...gap, ...late.slice(0, 40)])).toBeUndefined();
  });
});

describe("health of all accounts", () => {
  const price = 3_000n * WAD;

  test("every bucket is in one bar, at its nearer edge", () => {
    const market = {
      longs: [bucket(1_400, 1_500, 1), bucket(2_800, 2_900, 2), bucket(3_000, 3_050, 4)],
      shorts: [bucket(3_100, 3_200, 8), bucket(6_100, 6_300, 16)],
    };
    const bars = healthBars(market, price);
    expect(bars.map(({ debt }) => debt)).toEqual([4, 10, 0, 0, 0, 0, 17].map(million));
    expect(bars.map(({ from }) => from)).toEqual(
      [undefined, 100, 104, 110, 125, 150, 200].map((x) => x && percent(x)),
    );
  });

  test("no debt is lost, whatever the price", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 24n }), (at) => {
        const { longs, shorts } = ethMarket();
        const sum = healthBars({ longs, shorts }, at).reduce((total, { debt }) => total + debt, 0n);
        expect(sum).toBe([...longs, ...shorts].reduce((total, { debt }) => total + debt, 0n));
      }),
    );
  });
});
