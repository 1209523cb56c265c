import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AssetState, type MarketState, performanceOf, position, WAD } from "../../src";
import { type AccountEvent, applyEvent, FLAT, type TradeHistory } from "../../src/math/tradeHistory";
import { fixture } from "../support/fixture";

const USDC = 10n ** 6n;
const ETH = 10n ** 18n;
const market = fixture().markets[0] as MarketState;
const [quote, base] = market.assets as [AssetState, AssetState];
const NONE = [0n, 0n] as const;

const START: TradeHistory = {
  account: "0x00",
  market: 1,
  base: { index: 1, decimals: 18 },
  toBlock: 0n,
  trades: [],
  entry: undefined,
  realised: 0n,
  invested: 0n,
  state: FLAT,
};

function event(over: Partial<AccountEvent>): AccountEvent {
  const where = { blockNumber: 1n, transactionHash: "0x00", logIndex: 0 } as const;
  return {
    kind: "adjust",
    ...where,
    collateral: NONE,
    debt: NONE,
    held: NONE,
    owed: NONE,
    swap: undefined,
    ...over,
  };
}

/** Buys 3 ETH with 3,000 USDC from the wallet and 6,000 borrowed. */
const opened = applyEvent(
  START,
  event({
    collateral: [3n * ETH, 0n],
    debt: [0n, 6_000n * USDC],
    held: [3n * ETH, 0n],
    owed: [0n, 6_000n * USDC],
    swap: [-3n * ETH, 9_000n * USDC],
  }),
);

function open(debt: bigint) {
  return position(market, "0x00", { collateral: [0n, 3n * ETH], debt: [debt, 0n] });
}

describe("where a result came from", () => {
  test("an open position: what is there less what was paid, interest and fees apart", () => {
    const owed = 6_012n * USDC;
    const result = performanceOf({ history: opened, position: open(owed), base, quote });
    // bought at 3,000 and the index is at 3,000: all that is lost is interest
    expect(result).toEqual({
      net: -12n * WAD,
      interest: 12n * WAD,
      // 0.05 % of 9,000
      fees: (45n * WAD) / 10n,
      price: (45n * WAD) / 10n,
    });
  });

  test("a closed one: what came out less what went in", () => {
    const closed = applyEvent(
      opened,
      event({
        collateral: [-3n * ETH, 0n],
        debt: [0n, -6_020n * USDC],
        swap: [3n * ETH, -9_600n * USDC],
      }),
    );
    const result = performanceOf({ history: closed, position: undefined, base, quote });
    expect(result?.net).toBe((9_600n - 6_020n - 3_000n) * WAD);
    expect(result?.interest).toBe(20n * WAD);
    expect(result?.fees).toBe((45n * WAD) / 10n + (48n * WAD) / 10n);
  });

  test("the parts always add up to the whole", () => {
    const amount = fc.bigInt({ min: 0n, max: 50_000n * USDC });
    fc.assert(
      fc.property(amount, amount, (owed, more) => {
        const added = applyEvent(
          opened,
          event({ collateral: [0n, more], held: [3n * ETH, more], owed: opened.state.owed }),
        );
        const now = position(market, "0x00", { collateral: [more, 3n * ETH], debt: [owed, 0n] });
        const result = performanceOf({ history: added, position: now, base, quote });
        expect(result?.net).toBe((result?.price ?? 0n) - (result?.interest ?? 0n) - (result?.fees ?? 0n));
        expect(result?.net).toBe((now?.equity ?? 0n) - (3_000n * USDC + more) * 10n ** 12n);
      }),
    );
  });

  test("debt that was written off is no interest earned", () => {
    const lost = applyEvent(opened, event({ kind: "write-off", debt: [0n, -6_030n * USDC] }));
    const result = performanceOf({ history: lost, position: undefined, base, quote });
    expect(result?.interest).toBe(30n * WAD);
    expect(result?.net).toBe(-3_000n * WAD);
  });

  test("is unknown where base came in kind, or a price is down", () => {
    const inKind = applyEvent(
      opened,
      event({ kind: "collateral", collateral: [ETH, 0n], held: [4n * ETH, 0n] }),
    );
    expect(performanceOf({ history: inKind, position: open(6_000n * USDC), base, quote })).toBeUndefined();
    const down = fixture({ status: "down" }).markets[0]?.assets[1] as AssetState;
    expect(performanceOf({ history: opened, position: undefined, base: down, quote })).toBeUndefined();
  });
});
