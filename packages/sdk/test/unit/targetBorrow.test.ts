import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  borrowForLiquidationPrice,
  borrowForSize,
  maxLeverage,
  openPosition,
  type Side,
  type Snapshot,
  WAD,
} from "../../src";
import { fixture, holding } from "../support/fixture";

const USDC = 1_000_000n;
/** Value of the smallest amount of the quote asset [USD wad]. */
const QUOTE_UNIT = WAD / USDC;
const terms = { market: 1, slippage: 50n, deadline: 1_800_000_600n } as const;
const sides = fc.constantFrom<Side>("long", "short");
const markets = fc.record({
  price: fc.bigInt({ min: WAD, max: 100_000n * WAD }),
  liquidity: fc.bigInt({ min: 10n ** 17n, max: 10n ** 19n }),
  margin: fc.bigInt({ min: WAD / 200n, max: WAD / 4n }),
});
const equities = fc.bigInt({ min: USDC, max: 10_000n * USDC });
/** Part of the most that can be borrowed [per mille]. */
const parts = fc.bigInt({ min: 1n, max: 999n });

const opened = (snapshot: Snapshot, side: Side, equity: bigint, borrow: bigint) => {
  const { preview } = openPosition({ ...terms, snapshot, side, equity, borrow });
  if (preview.after === undefined) throw new TypeError("priced");
  return preview.after;
};

/** A debt that stands, for the inverse to find again. */
const someBorrow = (snapshot: Snapshot, side: Side, equity: bigint, part: bigint) => {
  const most = maxLeverage({ snapshot, market: 1, side, equity });
  if (most === undefined) throw new TypeError("priced");
  return (most.borrow * part) / 1_000n;
};

describe("borrowForSize", () => {
  test("reaches the size with the least debt, whatever the market", () => {
    fc.assert(
      fc.property(markets, sides, equities, parts, (options, side, equity, part) => {
        const snapshot = fixture({ ...options, cash: 10n ** 30n, debtCap: 10n ** 31n });
        const { size } = opened(snapshot, side, equity, someBorrow(snapshot, side, equity, part));
        const borrow = borrowForSize({ snapshot, market: 1, side, equity, size }) ?? -1n;
        expect(opened(snapshot, side, equity, borrow).size).toBeGreaterThanOrEqual(size);
        if (borrow > 0n) expect(opened(snapshot, side, equity, borrow - 1n).size).toBeLessThan(size);
      }),
      { numRuns: 100 },
    );
  });

  test("counts what the account has, and says when the reserve does not reach", () => {
    const account = holding("long", [0n, WAD], [2_000n * USDC, 0n]);
    const snapshot = fixture({ accounts: [account] });
    const of = { snapshot, market: 1, side: "long", equity: 0n, account: account.id } as const;
    expect(borrowForSize({ ...of, size: WAD })).toBe(0n);
    expect(borrowForSize({ ...of, size: 2n * WAD })).toBeGreaterThan(0n);
    expect(borrowForSize({ ...of, size: 10n ** 30n })).toBeUndefined();
  });
});

describe("borrowForLiquidationPrice", () => {
  test("gives the debt whose liquidation price it is, whatever the market", () => {
    fc.assert(
      fc.property(markets, sides, equities, parts, (options, side, equity, part) => {
        const snapshot = fixture({ ...options, cash: 10n ** 30n, debtCap: 10n ** 31n });
        const chosen = someBorrow(snapshot, side, equity, part);
        const price = opened(snapshot, side, equity, chosen).liquidationPrice;
        fc.pre(chosen > 0n && typeof price === "bigint");
        const wanted = price as bigint;
        const borrow = borrowForLiquidationPrice({ snapshot, market: 1, side, equity, price: wanted }) ?? -1n;
        const reached = opened(snapshot, side, equity, borrow);
        const beside = wanted - (reached.liquidationPrice as bigint);
        const short = side === "short";
        expect(short ? beside <= 0n : beside >= 0n).toBe(true);
        // a trade pays whole units of the quote asset: the price is met within a few of them over the whole size
        expect(((short ? -beside : beside) * reached.size) / WAD).toBeLessThanOrEqual(5n * QUOTE_UNIT);
        if (!short) {
          const beyond = opened(snapshot, side, equity, borrow + 1n).liquidationPrice as bigint;
          expect(beyond).toBeGreaterThan(wanted);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("is unknown where the position does not hold at that price", () => {
    const account = holding("long", [0n, WAD], [2_000n * USDC, 0n]);
    const of = { market: 1, side: "long", equity: 0n, account: account.id } as const;
    const snapshot = fixture({ accounts: [account] });
    expect(borrowForLiquidationPrice({ ...of, snapshot, price: 100n * WAD })).toBeUndefined();
  });
});
