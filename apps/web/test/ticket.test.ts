import { maxLeverage, type Position, parseAmount, WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { amountNote } from "@/features/ticket/amount-note";
import { chanceOf, horizons } from "@/features/ticket/chance";
import { legsAfter, marginParts } from "@/features/ticket/composition";
import { entryAfter } from "@/features/ticket/entry";
import {
  borrowForTarget,
  fromTenths,
  leverageBasis,
  leverageWith,
  scaleOf,
} from "@/features/ticket/leverage";
import { carryOf, impactTone } from "@/features/ticket/preview-rows";
import { planOf } from "@/features/transaction/plan-trade";
import {
  accountOf,
  ETH,
  fixture,
  LIMITS,
  marketOfFixture,
  positionIn,
  USDC,
  withLong,
  withShort,
} from "./support/market";

const usdc = { symbol: "USDC", decimals: 6 };
const read = (text: string) => parseAmount(text, 6, "USDC");

describe("amount", () => {
  const takeMax = vi.fn();
  const note = (text: string, balance: bigint | undefined) => amountNote(read(text), balance, usdc, takeMax);

  test("says how much is missing and offers all there is", () => {
    const found = note("60,000.00", 48_210_550_000n);
    expect(found).toMatchObject({ tone: "error", text: "11,789.45\u00a0USDC more than your balance." });
    found?.action?.onPress();
    expect(takeMax).toHaveBeenCalledOnce();
  });

  test("one unit too much is too much, the balance itself is not", () => {
    expect(note("48210.550001", 48_210_550_000n)?.tone).toBe("error");
    expect(note("48210.55", 48_210_550_000n)).toBeUndefined();
  });

  test("an unknown balance accuses nobody", () => {
    expect(note("1000000", undefined)).toBeUndefined();
  });

  test.each(["1e6", "-5", "1.2345678", "abc", "1,234"])("explains %s and changes nothing", (text) => {
    expect(note(text, 10n ** 12n)?.tone).toBe("error");
  });

  test.each(["1 234.5", "1,234.50", "0,5", ".5"])("takes %s", (text) => {
    expect(note(text, 10n ** 12n)).toBeUndefined();
  });
});

describe("leverage of the whole position", () => {
  const basis = (side: "long" | "short", position: Position | undefined, paid: bigint) => {
    const found = leverageBasis(marketOfFixture(), side, position, paid);
    if (found === undefined) throw new RangeError("no price");
    return found;
  };

  test("a new 3× long borrows twice what is paid, a short sells three times it", () => {
    expect(borrowForTarget(basis("long", undefined, 1_000n * USDC), 3n * WAD)).toBe(2_000n * USDC);
    expect(borrowForTarget(basis("short", undefined, 1_000n * USDC), 3n * WAD)).toBe(ETH);
  });

  test("keeping the leverage while adding collateral adds in proportion", () => {
    const position = positionIn(withLong(), "long");
    expect(borrowForTarget(basis("long", position, 1_000n * USDC), 3n * WAD)).toBe(2_000n * USDC);
  });

  test("a target below what is there would need a reduction: the debt is negative", () => {
    const position = positionIn(withLong(), "long");
    expect(borrowForTarget(basis("long", position, 0n), 2n * WAD)).toBeLessThan(0n);
  });

  test.each(["long", "short"] as const)("the debt of a target never exceeds the target (%s)", (side) => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 13n }),
        fc.integer({ min: 10, max: 200 }),
        fc.boolean(),
        (paid, tenths, isOpen) => {
          const snapshot = side === "long" ? withLong() : withShort();
          const found = basis(side, isOpen ? positionIn(snapshot, side) : undefined, paid);
          const target = fromTenths(tenths);
          const borrow = borrowForTarget(found, target);
          if (borrow >= 0n) expect(leverageWith(found, borrow)).toBeLessThanOrEqual(target);
        },
      ),
    );
  });

  test("the scale goes beyond what a small position reaches, and knows no size", () => {
    const snapshot = fixture();
    const max = maxLeverage({
      snapshot,
      market: 1,
      side: "long",
      account: accountOf("long"),
      equity: 1_000n * USDC,
    });
    expect(fromTenths(scaleOf(marketOfFixture()))).toBeGreaterThan(max?.leverage ?? 0n);
  });
});

describe("what the margin is made of", () => {
  test("the parts add up to the whole, and the whole explains the maximum", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100n, max: 20_000n }), fc.constantFrom("long", "short"), (paid, side) => {
        const snapshot = fixture();
        const trade = { market: 1, side, account: accountOf(side), equity: paid * USDC } as const;
        const max = maxLeverage({ snapshot, ...trade });
        if (max === undefined) throw new RangeError("no price");
        const market = snapshot.markets[0] ?? marketOfFixture();
        const legs = legsAfter({ snapshot, ...trade, market, borrow: max.borrow });
        const parts = marginParts(market, legs);
        if (parts === undefined) throw new RangeError("no price");
        const sum = parts.volatility + parts.penalty + parts.depth;
        const distance = sum > parts.total ? sum - parts.total : parts.total - sum;
        expect(distance).toBeLessThan(1_000n);
        // equity = IM at the maximum, so 1 / (γ · margin) is the leverage there, but for the cost of the trade
        const explained = (WAD * WAD * WAD) / (parts.total * parts.buffer);
        const shown = (max.leverage * 100n) / explained;
        expect(shown).toBeGreaterThanOrEqual(95n);
        expect(shown).toBeLessThanOrEqual(100n);
      }),
      { numRuns: 30 },
    );
  });

  test("is unknown without a price", () => {
    const market = marketOfFixture({ status: "down" });
    expect(marginParts(market, { collateral: [0n, ETH], debt: [2_000n * USDC, 0n] })).toBeUndefined();
  });
});

describe("preview", () => {
  test("interest on equity is the rate times debt over equity: twice for a long at 3×, and for a short at 2×", () => {
    const rate = WAD / 20n;
    const long = positionIn(withLong(), "long");
    expect([long.leverage, carryOf(long, rate)]).toEqual([3n * WAD, WAD / 10n]);
    const short = positionIn(withShort(), "short");
    expect([short.leverage, carryOf(short, rate)]).toEqual([2n * WAD, WAD / 10n]);
  });

  test("without debt there is none, and without a price it is unknown, never 0", () => {
    const long = positionIn(withLong(), "long");
    const legs = long.legs.map((leg) => ({ ...leg, debt: 0n }));
    expect(carryOf({ ...long, legs }, undefined)).toBeNull();
    expect(carryOf({ ...long, equity: undefined }, WAD)).toBeUndefined();
    expect(carryOf(long, undefined)).toBeUndefined();
  });

  test("the average entry weighs both parts", () => {
    const before = positionIn(withLong(), "long");
    const trade = { size: 3n * ETH, executionPrice: 3_300n * WAD };
    expect(entryAfter(before, 3_000n * WAD, trade)).toBe(3_150n * WAD);
    expect(entryAfter(before, undefined, trade)).toBeUndefined();
    expect(entryAfter(undefined, undefined, trade)).toBe(3_300n * WAD);
  });

  test("a chance is never none where a price liquidates, and none where no price does", () => {
    const long = positionIn(withLong(), "long");
    expect(chanceOf(long, 1n, WAD)).toBeGreaterThan(0n);
    const day = chanceOf(long, horizons.day, WAD) as bigint;
    expect(chanceOf(long, horizons.week, WAD)).toBeGreaterThan(day);
    expect(chanceOf(long, horizons.day, 2n * WAD)).toBeGreaterThan(day);
    expect(chanceOf({ ...long, liquidationPrice: null }, horizons.day, WAD)).toBeNull();
    expect(chanceOf({ ...long, liquidationPrice: undefined }, horizons.day, WAD)).toBeUndefined();
    expect(chanceOf({ ...long, liquidatable: true }, horizons.day, WAD)).toBeUndefined();
  });

  test("a chance is unknown while the forecast is, except where no price liquidates", () => {
    const long = positionIn(withLong(), "long");
    expect(chanceOf(long, horizons.day, undefined)).toBeUndefined();
    expect(chanceOf({ ...long, liquidationPrice: null }, horizons.day, undefined)).toBeNull();
  });

  test.each([
    [WAD / 201n, "neutral"],
    [WAD / 200n, "warning"],
    [WAD / 51n, "warning"],
    [WAD / 50n, "bad"],
  ])("grades an impact of %s", (impact, tone) => {
    expect(impactTone(impact)).toBe(tone);
  });

  test("the order of a plan with a quote is the order without it", () => {
    const snapshot = fixture();
    const intent = {
      type: "open",
      account: accountOf("long"),
      market: 1,
      side: "long",
      base: 1,
      equity: 1_000n * USDC,
      borrow: 2_000n * USDC,
    } as const;
    const draft = planOf(intent, { snapshot, limits: LIMITS });
    if (!("quote" in draft.preview)) throw new TypeError("no trade");
    const quote = { ...draft.preview.quote, source: "quoter" } as const;
    const exact = planOf(intent, { snapshot, limits: LIMITS, quote });
    expect(exact.calls).toEqual(draft.calls);
  });
});
