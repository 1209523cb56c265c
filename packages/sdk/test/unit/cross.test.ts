import { describe, expect, test } from "vitest";
import {
  borrowForSize,
  closePosition,
  decreasePosition,
  EngineRisk,
  estimateSwap,
  marketOf,
  openPosition,
  poolOf,
  positionAccount,
  positionIn,
  positionOf,
  splitPosition,
  WAD,
} from "../../src";
import { crossFixture } from "../support/crossFixture";
import { fixture, holding, OWNER } from "../support/fixture";

const USDC = 10n ** 6n;
const ETH = 10n ** 18n;
const BTC = 10n ** 8n;
const account = positionAccount(OWNER, 4, "long");
const terms = { market: 4, slippage: 50n, deadline: 1_800_000_600n } as const;
/** 3 ETH and 0.05 BTC, 9,000 USDC owed: equity of 4,500. */
const longs = () => crossFixture({ collateral: [0n, 3n * ETH, BTC / 20n], debt: [9_000n * USDC, 0n, 0n] });
/** 15,000 USDC held, 2 ETH and 0.05 BTC owed. */
const shorts = () => crossFixture({ collateral: [15_000n * USDC, 0n, 0n], debt: [0n, 2n * ETH, BTC / 20n] });

const of = (snapshot: ReturnType<typeof crossFixture>, base?: number) => {
  const found = positionOf(snapshot, account, base);
  if (found === undefined) throw new TypeError("open");
  return found;
};

describe("an account with several assets", () => {
  test("is one position per asset besides the quote, with the account's equity and health", () => {
    const [eth, btc, ...others] = splitPosition(of(longs()));
    expect(others).toEqual([]);
    expect(eth).toMatchObject({
      side: "long",
      size: 3n * ETH,
      sizeValue: 9_000n * WAD,
      equity: 4_500n * WAD,
    });
    expect(eth?.base.symbol).toBe("ETH");
    expect(eth?.leverage).toBe(2n * WAD);
    expect(btc).toMatchObject({ side: "long", size: BTC / 20n, leverage: WAD, equity: 4_500n * WAD });
    expect(btc?.base.symbol).toBe("BTC");
    expect(btc?.health).toBe(eth?.health);
    expect(of(longs(), 2)).toEqual(btc);
  });

  test("has a liquidation price of each asset, where the account stops to be healthy", () => {
    for (const leg of splitPosition(of(longs()))) {
      const price = leg.liquidationPrice;
      if (typeof price !== "bigint") throw new TypeError("liquidatable");
      const at = (value: bigint) => {
        const { market } = leg;
        const scale = 10n ** BigInt(18 - leg.base.decimals);
        const bounds = { low: value * scale, high: value * scale };
        const assets = market.assets.map((a) =>
          a.index === leg.base.index ? { ...a, price: { ...a.price, maintenance: bounds } } : a,
        );
        const h = EngineRisk.health({ ...market, assets }, longs().accounts.at(-1) as never, "maintenance");
        return h !== undefined && EngineRisk.covers(h);
      };
      expect(at(price)).toBe(true);
      expect(at(price - WAD / 10n ** 6n)).toBe(false);
    }
  });

  test("is looked at for an asset it does not have: nothing of it, the rest as it is", () => {
    const snapshot = crossFixture({ collateral: [0n, 3n * ETH, 0n], debt: [6_000n * USDC, 0n, 0n] });
    const btc = positionIn(of(snapshot), 2);
    expect(btc).toMatchObject({
      side: undefined,
      size: 0n,
      sizeValue: 0n,
      leverage: 0n,
      liquidationPrice: null,
    });
    expect(btc.health).toBe(of(snapshot).health);
    expect(splitPosition(of(snapshot))).toHaveLength(1);
    expect(positionIn(btc, 1)).toEqual(of(snapshot));
    expect(positionIn(btc, 2)).toBe(btc);
  });

  test("with the quote asset alone is itself", () => {
    const snapshot = crossFixture({ collateral: [100n * USDC] });
    expect(splitPosition(of(snapshot))).toEqual([of(snapshot)]);
  });
});

describe("a trade in it", () => {
  test("is previewed about its own asset, on the equity of the account", () => {
    const snapshot = crossFixture({ collateral: [0n, 3n * ETH, 0n], debt: [4_500n * USDC, 0n, 0n] });
    const borrow = 4_500n * USDC;
    const { action, preview, guards } = openPosition({
      ...terms,
      snapshot,
      side: "long",
      base: 2,
      equity: 0n,
      borrow,
    });
    expect(action.args).toMatchObject({ account, market: 4 });
    expect(guards.filter(({ level }) => level === "block")).toEqual([]);
    expect(preview.before).toMatchObject({ size: 0n, base: { symbol: "BTC" }, equity: 4_500n * WAD });
    expect(preview.after).toMatchObject({ side: "long", base: { symbol: "BTC" } });
    expect(preview.after?.legs.map(({ asset }) => asset.symbol)).toEqual(["USDC", "ETH", "BTC"]);
  });

  test("reaches a size of its own asset", () => {
    const snapshot = longs();
    const borrow = borrowForSize({
      snapshot,
      market: 4,
      side: "long",
      base: 2,
      account,
      equity: 0n,
      size: BTC / 15n,
    });
    if (borrow === undefined) throw new TypeError("cash");
    const { preview } = openPosition({ ...terms, snapshot, side: "long", base: 2, equity: 0n, borrow });
    expect(preview.after?.size).toBeGreaterThanOrEqual(BTC / 15n);
    expect(preview.after?.size).toBeLessThan(BTC / 15n + 10n);
  });

  test("never makes the account hold and owe one asset", () => {
    const open = (snapshot: ReturnType<typeof crossFixture>, side: "long" | "short", base: number) =>
      openPosition({
        ...terms,
        snapshot,
        side,
        base,
        equity: 100n * USDC,
        borrow: side === "long" ? 100n * USDC : 1n,
      }).guards.filter(({ code }) => code === "same-asset").length;
    expect(open(longs(), "short", 1)).toBe(2);
    expect(open(shorts(), "long", 1)).toBe(2);
    expect(open(shorts(), "long", 2)).toBe(2);
    expect(open(longs(), "long", 2)).toBe(0);
    expect(open(shorts(), "short", 2)).toBe(0);
  });
});

describe("one of several positions", () => {
  test("is sold whole and pays back a part of the debt", () => {
    const snapshot = longs();
    const plan = decreasePosition({ ...terms, snapshot, side: "long", base: 2, size: BTC / 20n });
    expect(plan.guards.filter(({ level }) => level === "block")).toEqual([]);
    expect(plan.preview.after).toMatchObject({ size: 0n, base: { symbol: "BTC" } });
    expect(plan.preview.after?.legs.map(({ asset }) => asset.symbol)).toEqual(["USDC", "ETH"]);
    const close = closePosition({ ...terms, snapshot, side: "long", base: 2 });
    expect(close.guards.map(({ code }) => code)).toContain("proceeds-below-debt");
  });

  test("of a short is bought back by an exact input, whichever way the quote was asked", () => {
    const snapshot = shorts();
    const size = BTC / 20n;
    const draft = decreasePosition({ ...terms, snapshot, side: "short", base: 2, size });
    const { quote } = draft.preview;
    expect(quote.kind).toBe("exactInput");
    const again = decreasePosition({ ...terms, snapshot, side: "short", base: 2, size, quote });
    expect(again.preview.quote).toEqual(quote);
    const pool = poolOf(snapshot, 4, 2);
    const exact = estimateSwap({
      pool,
      tokenIn: marketOf(snapshot, 4).assets[0]?.token as `0x${string}`,
      amountOut: size,
    });
    expect(
      decreasePosition({ ...terms, snapshot, side: "short", base: 2, size, quote: exact }).preview.quote,
    ).toEqual(exact);
  });
});

test("an isolated account is one position, the very same", () => {
  const snapshot = fixture({ accounts: [holding("long", [0n, 3n * ETH], [6_000n * USDC, 0n])] });
  const position = positionOf(snapshot, positionAccount(OWNER, 1, "long"));
  if (position === undefined) throw new TypeError("open");
  expect(splitPosition(position)).toEqual([position]);
  expect(splitPosition(position)[0]).toBe(position);
});
