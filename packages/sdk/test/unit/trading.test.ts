import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assetOf,
  closePosition,
  decreasePosition,
  EngineRisk,
  estimateSwap,
  formatAmount,
  InterestRate,
  maxLeverage,
  openPosition,
  poolOf,
  positionOf,
  QuoteMismatchError,
  ratesAfter,
  type Side,
  SlippageOutOfRangeError,
  touchProbability,
  WAD,
} from "../../src";
import { moved, tradeShape } from "../../src/math/trade";
import { type FixtureOptions, fixture, holding, OWNER } from "../support/fixture";

const USDC = 1_000_000n;
const terms = { market: 1, slippage: 50n, deadline: 1_800_000_600n } as const;
const sides = fc.constantFrom<Side>("long", "short");

describe("maxLeverage", () => {
  test("one unit more does not stand, whatever the market", { timeout: 60_000 }, () => {
    const markets = fc.record({
      price: fc.bigInt({ min: WAD / 10n, max: 100_000n * WAD }),
      depth: fc.bigInt({ min: 10_000n, max: 10n ** 9n }),
      liquidity: fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }),
      margin: fc.bigInt({ min: WAD / 200n, max: WAD / 2n }),
    });
    fc.assert(
      fc.property(markets, sides, fc.bigInt({ min: USDC, max: 10_000n * USDC }), (options, side, equity) => {
        const snapshot = fixture({ ...options, cash: 10n ** 30n, debtCap: 10n ** 31n });
        const most = maxLeverage({ snapshot, market: 1, side, equity });
        if (most === undefined) throw new TypeError("priced");
        const stands = (borrow: bigint) => {
          const plan = openPosition({ ...terms, snapshot, side, equity, borrow });
          return !plan.guards.some(
            (g) =>
              g.code === "initial-margin-not-met" ||
              g.code === "position-cap" ||
              g.code === "liquidity-short",
          );
        };
        if (most.borrow > 0n) expect(stands(most.borrow)).toBe(true);
        expect(stands(most.borrow + 1n)).toBe(false);
        const plan = openPosition({ ...terms, snapshot, side, equity, leverage: most.leverage });
        expect(plan.action.args.borrow).toBeLessThanOrEqual(most.borrow);
      }),
      { numRuns: 60 },
    );
  });

  test.each<[string, FixtureOptions, bigint]>([
    ["volatility", {}, 1_000n * USDC],
    ["depth", { depth: 10_000n, margin: WAD / 100n }, 100_000n * USDC],
    ["position", { positionCap: 700n }, 1_000n * USDC],
    ["cash", { cash: 500n * USDC }, 1_000n * USDC],
    ["cap", { debtCap: 250_300n * USDC }, 1_000n * USDC],
  ])("is bound by %s, and says so", (boundBy, options, equity) => {
    const most = maxLeverage({ snapshot: fixture(options), market: 1, side: "long", equity });
    expect(most?.boundBy).toBe(boundBy);
    if (boundBy === "position") expect(most?.borrow).toBe(700n * USDC - 1n);
    if (boundBy === "cash") expect(most?.borrow).toBe(500n * USDC);
    if (boundBy === "cap") expect(most?.borrow).toBe(300n * USDC - 1n);
  });

  test("is unknown while the price is down, and counts what the account has", () => {
    const equity = 1_000n * USDC;
    expect(
      maxLeverage({ snapshot: fixture({ status: "down" }), market: 1, side: "long", equity }),
    ).toBeUndefined();
    const account = holding("long", [0n, WAD], [2_000n * USDC, 0n]);
    const snapshot = fixture({ accounts: [account] });
    const alone = maxLeverage({ snapshot, market: 1, side: "long", equity });
    const more = maxLeverage({ snapshot, market: 1, side: "long", equity, account: account.id });
    expect(more?.borrow).toBeGreaterThan(alone?.borrow ?? 0n);
    expect(
      maxLeverage({ snapshot, market: 1, side: "long", equity: 0n, account: account.id })?.leverage,
    ).toBe(0n);
  });
});

describe("estimateSwap", () => {
  const trades = fc.record({
    amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    sells: fc.constantFrom<0 | 1>(0, 1),
    liquidity: fc.bigInt({ min: 10n ** 15n, max: 10n ** 20n }),
  });

  test("there and back never gains, and impact grows with size", () => {
    fc.assert(
      fc.property(trades, ({ amount, sells, liquidity }) => {
        const snapshot = fixture({ liquidity });
        const pool = poolOf(snapshot, 1);
        const tokenIn = sells === 0 ? pool.token0 : pool.token1;
        const amountIn = sells === 0 ? amount : amount * 10n ** 8n;
        const forth = estimateSwap({ pool, tokenIn, amountIn });
        if (!forth.filled) return;
        const exact = estimateSwap({ pool, tokenIn, amountOut: forth.amountOut });
        expect(exact.amountIn).toBeLessThanOrEqual(amountIn);
        const after = { ...pool, sqrtPriceX96: forth.sqrtPriceAfterX96 };
        const back = estimateSwap({ pool: after, tokenIn: forth.tokenOut, amountIn: forth.amountOut });
        expect(back.amountOut).toBeLessThanOrEqual(amountIn);
        expect(forth.fee).toBeGreaterThanOrEqual((amountIn * BigInt(pool.fee)) / 1_000_000n);
        const twice = estimateSwap({ pool, tokenIn, amountIn: amountIn * 2n });
        // the fee rounds up by one unit of what is sold, which is a part in a million of the larger trades
        if (amount > USDC)
          expect(twice.amountOut).toBeLessThanOrEqual((forth.amountOut * 200_001n) / 100_000n + 2n);
      }),
    );
  });

  test("a pool that cannot fill a trade says so", () => {
    const pool = poolOf(fixture({ liquidity: 10n ** 9n }), 1);
    expect(estimateSwap({ pool, tokenIn: pool.token0, amountOut: 10n ** 24n }).filled).toBe(false);
    const dry = { ...pool, liquidity: 0n };
    expect(estimateSwap({ pool: dry, tokenIn: pool.token0, amountIn: USDC }).filled).toBe(false);
    expect(estimateSwap({ pool, tokenIn: pool.token0, amountIn: 0n }).filled).toBe(false);
    const snapshot = fixture({ liquidity: 10n ** 9n });
    const plan = openPosition({ ...terms, snapshot, side: "long", equity: USDC, size: 10n ** 24n });
    expect(plan.guards.map((g) => g.code)).toContain("liquidity-short");
  });
});

describe("plans", () => {
  const equity = 1_000n * USDC;
  const leverage = 3n * WAD;

  test("are frozen, with an exact approval that disappears when it is there", () => {
    const plan = openPosition({ ...terms, snapshot: fixture(), side: "long", equity, leverage });
    expect(Object.isFrozen(plan) && Object.isFrozen(plan.action.args) && Object.isFrozen(plan.calls[0])).toBe(
      true,
    );
    expect(plan.approvals).toMatchObject([{ symbol: "USDC", amount: equity, current: 0n }]);
    const allowed = fixture({ allowance: equity });
    expect(openPosition({ ...terms, snapshot: allowed, side: "long", equity, leverage }).approvals).toEqual(
      [],
    );
    const short = fixture({ allowance: equity - 1n });
    expect(
      openPosition({ ...terms, snapshot: short, side: "long", equity, leverage }).approvals,
    ).toHaveLength(1);
  });

  test("refuse a quote of another trade, and limits that are none", () => {
    const snapshot = fixture();
    const pool = poolOf(snapshot, 1);
    const quote = estimateSwap({ pool, tokenIn: pool.token0, amountIn: 2_999n * USDC });
    expect(() => openPosition({ ...terms, snapshot, side: "long", equity, leverage, quote })).toThrow(
      QuoteMismatchError,
    );
    for (const slippage of [-1n, 10_001n]) {
      expect(() => openPosition({ ...terms, snapshot, side: "long", equity, leverage, slippage })).toThrow(
        SlippageOutOfRangeError,
      );
    }
  });

  test("never throw for a size, however absurd", { timeout: 60_000 }, () => {
    const sizes = fc.bigInt({ min: 0n, max: (1n << 112n) - 1n });
    fc.assert(
      fc.property(sizes, sizes, sides, (paid, borrow, side) => {
        const plan = openPosition({ ...terms, snapshot: fixture(), side, equity: paid, borrow });
        if (paid > 10_000n * USDC) expect(plan.guards.map((g) => g.code)).toContain("amount-above-balance");
        for (const { message } of plan.guards) expect(message).toMatch(/^[A-Z0-9].*\.$/s);
      }),
    );
  });

  test("of a position that is not there say so", () => {
    const snapshot = fixture();
    for (const plan of [
      closePosition({ ...terms, snapshot, side: "long" }),
      decreasePosition({ ...terms, snapshot, side: "short", fraction: WAD }),
    ]) {
      expect(plan.guards.map((g) => g.code)).toContain("position-missing");
    }
  });

  test("of a loss that the collateral does not cover say so", () => {
    const account = holding("long", [0n, WAD], [3_100n * USDC, 0n]);
    const plan = closePosition({ ...terms, snapshot: fixture({ accounts: [account] }), side: "long" });
    expect(plan.guards.find((g) => g.code === "proceeds-below-debt")?.bound).toBe(3_100n * USDC);
    expect(plan.preview.received).toBe(0n);
  });
});

describe("positionOf", () => {
  test("unknown is undefined, none is null", () => {
    const account = holding("long", [0n, WAD], [2_000n * USDC, 0n]);
    const down = positionOf(fixture({ status: "down", accounts: [account] }), account.id);
    expect(down).toMatchObject({
      side: "long",
      size: WAD,
      sizeValue: undefined,
      equity: undefined,
      health: undefined,
    });
    expect(down?.liquidationPrice).toBeGreaterThan(0n); // of ETH itself: it does not need its price
    expect(down?.liquidationDistance).toBeUndefined();
    const spot = holding("long", [0n, WAD], []);
    expect(positionOf(fixture({ accounts: [spot] }), spot.id)).toMatchObject({
      health: null,
      liquidationPrice: null,
      liquidationDistance: null,
      liquidatable: false,
      borrowRate: undefined,
      leverage: WAD,
    });
  });

  test("a long is liquidated below, a short above, and the numbers are theirs", () => {
    const long = holding("long", [0n, 3n * WAD], [6_000n * USDC, 0n]);
    const short = holding("short", [12_000n * USDC, 0n], [0n, 3n * WAD]);
    const snapshot = fixture({ accounts: [long, short] });
    const [l, s] = [positionOf(snapshot, long.id), positionOf(snapshot, short.id)];
    expect(l).toMatchObject({ side: "long", size: 3n * WAD, equity: 3_000n * WAD, leverage: 3n * WAD });
    expect(s).toMatchObject({ side: "short", size: 3n * WAD, equity: 3_000n * WAD, leverage: 3n * WAD });
    expect(l?.liquidationPrice).toBeLessThan(3_000n * WAD);
    expect(s?.liquidationPrice).toBeGreaterThan(3_000n * WAD);
    expect(l?.liquidationDistance).toBeLessThan(0n);
    expect(s?.liquidationDistance).toBeGreaterThan(0n);
  });

  test("the owner in the fixture is the owner of its accounts", () => {
    expect(fixture().accounts.every((a) => a.owner === OWNER)).toBe(true);
  });
});

describe("rates and estimates", () => {
  test("borrowing raises both rates, and the curve is the engine's", () => {
    const { reserve } = assetOf(fixture(), 1, 0);
    const same = ratesAfter(reserve, {});
    expect(same.borrowRate).toBe(reserve.borrowRate);
    const more = ratesAfter(reserve, { debt: 700_000n * USDC });
    expect(more.borrowRate).toBeGreaterThan(same.borrowRate);
    expect(more.supplyRate).toBeGreaterThan(same.supplyRate);
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: (1n << 32n) - 1n }),
        fc.bigInt({ min: 0n, max: WAD }),
        (logRate, u) => {
          const exact = InterestRate.borrowRate(logRate, u, 3n);
          const known = InterestRate.borrowRateAt(InterestRate.rateAtTarget(logRate), u, 3n);
          const off = exact > known ? exact - known : known - exact;
          expect(off).toBeLessThanOrEqual(10n ** 9n); // 1e-9 a year
        },
      ),
    );
  });

  test("the chance of touching a price", () => {
    const at = (target: bigint, horizon = 86_400n) =>
      formatAmount(
        touchProbability({ price: 3_000n * WAD, target, volatility: (6n * WAD) / 10n, horizon }),
        18,
        { digits: 4 },
      );
    expect(at(3_000n * WAD)).toBe("1");
    expect(at(2_900n * WAD)).toBe("0.2803"); // 2·Φ(−|ln(2900/3000)| / (0.6·√(1/365)))
    expect(at(2_700n * WAD)).toBe("0.0007");
    expect(at(2_700n * WAD, 0n)).toBe("0");
    expect(Number(at(2_700n * WAD, 7n * 86_400n))).toBeGreaterThan(Number(at(2_700n * WAD)));
  });

  test("debt that is taken counts as the engine scales it: up, by less than one unit", () => {
    const snapshot = fixture();
    const shape = tradeShape(snapshot, 1, "long");
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 1n << 90n }), (amount) => {
        const { debt } = moved(shape, { collateral: [], debt: [] }, { collateral: 0n, debt: amount });
        expect(debt[0]).toBeGreaterThanOrEqual(amount);
        expect(debt[0]).toBeLessThanOrEqual(amount + 2n);
      }),
    );
    expect(EngineRisk.health(shape.market, { collateral: [], debt: [] }, "initial")).toEqual({
      collateral: 0n,
      debt: 0n,
      margin: 0n,
    });
  });
});
