import { portfolioOf, WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { remedyOf } from "@/features/portfolio/danger-banners";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import { resultsOf } from "@/features/portfolio/result/results";
import { CALM, MOVE_LIMIT, parseMove, presets, scenarioOf } from "@/features/portfolio/stress/scenarios";
import { shockable, shockOf, stressViewOf } from "@/features/portfolio/stress/stress-view";
import { historyFingerprint } from "@/features/portfolio/use-portfolio-history";
import { ownerHistory, trade, tradeHistory } from "./support/history";
import { ETH, fixture, holding, positionIn, USDC, withLong } from "./support/market";

/** 3 ETH against 6,000 USDC, and 9,000 USDC against 2 ETH. */
function both(options: Parameters<typeof fixture>[0] = {}) {
  return fixture({
    ...options,
    accounts: [
      holding("long", [0n, 3n * ETH], [6_000n * USDC, 0n]),
      holding("short", [9_000n * USDC, 0n], [0n, 2n * ETH]),
    ],
  });
}

describe("a stress scenario", () => {
  const snapshot = both();
  const portfolio = portfolioOf(snapshot);

  test("reaches the SDK as exact wads, by token", () => {
    const token = snapshot.markets[0]?.assets[1]?.token.toLowerCase() ?? "";
    expect(shockOf({ moves: { ETH: -20, DOGE: 5 }, volatility: 15 }, snapshot)).toEqual({
      prices: { [token]: -WAD / 5n },
      volatility: (WAD * 3n) / 2n,
    });
    expect(shockOf(CALM, snapshot)).toEqual({ prices: {}, volatility: WAD });
  });

  test("moves every number of a fall", () => {
    const view = stressViewOf(snapshot, portfolio, { moves: { ETH: -20 }, volatility: 10 });
    expect(view.change).toBe(-600n * WAD);
    expect(view.changeShare).toBe(-WAD / 10n);
    expect(view.after.debt).toBe(10_800n * WAD);
    expect(view.after.long).toBe(7_200n * WAD);
    const [long, short] = view.accounts;
    expect(long?.after as bigint).toBeLessThan(long?.before as bigint);
    expect(short?.after as bigint).toBeGreaterThan(short?.before as bigint);
  });

  test("counts what ends in auction and says what would help", () => {
    const view = stressViewOf(snapshot, portfolio, { moves: { ETH: -30 }, volatility: 10 });
    expect(view.inAuction).toBe(1);
    const fallen = view.accounts.find(({ zone }) => zone === "auction");
    expect(fallen?.verdict).toMatch(/^Needs [\d,.]+\sUSDC to reach 1\.05$/);
  });

  test("calm is what is there now", () => {
    const view = stressViewOf(snapshot, portfolio, CALM);
    expect(view.after).toEqual(portfolio);
    expect(view.change).toBe(0n);
  });

  test("without a price nothing is claimed", () => {
    const down = both({ status: "down" });
    const view = stressViewOf(down, portfolioOf(down), { moves: { ETH: -20 }, volatility: 10 });
    expect(view.change).toBeUndefined();
    expect(view.accounts.every(({ zone }) => zone === "unknown")).toBe(true);
  });

  test("moves what is held, the base assets first", () => {
    expect(shockable(portfolio, snapshot)).toEqual(["ETH", "USDC"]);
  });
});

describe("presets", () => {
  test("an asset without a record moves as ETH did, the quote asset only on its own record", () => {
    expect(scenarioOf("march2020", ["ETH", "BTC", "LINK", "USDC"]).moves).toEqual({
      ETH: -46,
      BTC: -40,
      LINK: -46,
    });
    expect(scenarioOf("depeg", ["ETH", "USDC"]).moves).toEqual({ USDC: -12 });
  });

  test("stay inside what the sliders reach", () => {
    for (const { name } of presets)
      for (const move of Object.values(scenarioOf(name, ["ETH", "BTC", "LINK", "USDC"]).moves))
        expect(Math.abs(move)).toBeLessThanOrEqual(MOVE_LIMIT);
  });

  test.each([
    ["-15", -15],
    ["−15 %", -15],
    ["+8%", 8],
    [" 20 ", 20],
    ["0", 0],
    ["-999", -MOVE_LIMIT],
    ["300", MOVE_LIMIT],
    ["1.5", undefined],
    ["1e2", undefined],
    ["", undefined],
    ["--5", undefined],
  ])("%j is %j", (text, move) => {
    expect(parseMove(text)).toBe(move);
  });
});

describe("where the result came from", () => {
  test("an account and a loan, and their sum", () => {
    const snapshot = {
      ...withLong(),
      lender: [{ market: 1, asset: 0, shares: 1n, assets: 1_012n * USDC }],
    };
    const results = resultsOf(portfolioViewOf(snapshot), ownerHistory());
    const [account, loan] = results.rows;
    // equity 3,000 less 3,500 paid in
    expect(account?.performance?.net).toBe(-500n * WAD);
    expect(account?.name).toBe("ETH long");
    expect(loan).toMatchObject({ isLoan: true, performance: { net: 12n * WAD, interest: -12n * WAD } });
    expect(results.total.net).toBe(-488n * WAD);
    expect(results.total.isPart).toBe(false);
    expect(results.total.net).toBe(results.total.price - results.total.interest - results.total.fees);
  });

  test("is a part where an asset was moved in kind", () => {
    const inKind = tradeHistory([trade({ type: "collateral", price: undefined, size: ETH, paidIn: 0n })]);
    const results = resultsOf(portfolioViewOf(withLong()), ownerHistory({ histories: [inKind], loans: [] }));
    expect(results.rows[0]?.performance).toBeUndefined();
    expect(results.total.isPart).toBe(true);
  });
});

describe("an endangered account", () => {
  test("is told what helps", () => {
    const position = positionIn(both({ price: 2_150n * WAD }), "long");
    expect(remedyOf(position)).toMatch(/^Paying back [\d,.]+\sUSDC brings health to 1\.05\.$/);
    expect(remedyOf(positionIn(both(), "long"))).toBe("");
  });
});

test("the history is read again when collateral or a loan changed, and not for interest", () => {
  const before = historyFingerprint(withLong());
  const accrued = fixture({ accounts: [holding("long", [0n, 3n * ETH], [6_001n * USDC, 0n])] });
  expect(historyFingerprint(accrued)).toBe(before);
  const added = fixture({ accounts: [holding("long", [0n, 4n * ETH], [6_000n * USDC, 0n])] });
  expect(historyFingerprint(added)).not.toBe(before);
  const lent = { ...withLong(), lender: [{ market: 1, asset: 0, shares: 2n, assets: 2n }] };
  expect(historyFingerprint(lent)).not.toBe(before);
});
