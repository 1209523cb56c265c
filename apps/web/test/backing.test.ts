import { type MarketState, WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backingOf } from "@/features/earn/borrowers/backing";
import { ETH, fixture, holding, USDC } from "./support/market";

const long = (collateral: bigint, debt: bigint) => holding("long", [0n, collateral], [debt, 0n]);
const states = [
  long(3n * ETH, 6_000n * USDC),
  long(2n * ETH, 2_000n * USDC),
  holding("short", [9_000n * USDC, 0n], [0n, 2n * ETH]),
  holding("long", [1_000n * USDC, ETH], [500n * USDC, 0n]),
];
const market = (options = {}) => fixture({ accounts: states, ...options }).markets[0] as MarketState;
const accounts = fixture({ accounts: states }).accounts;

describe("who borrows against what", () => {
  test("groups debts by what backs them, the largest first", () => {
    const { lines, accounts: count, debt } = backingOf(accounts, market(), 0);
    expect(lines.map(({ key, accounts: of, debt: owed }) => [key, of, owed])).toEqual([
      ["ETH", 2, 8_000n * USDC],
      ["USDC + ETH", 1, 500n * USDC],
    ]);
    expect([count, debt]).toEqual([3, 8_500n * USDC]);
    // 5 ETH at 3,000 against 8,000
    expect(lines[0]?.held).toBe(15_000n * WAD);
    expect(lines[0]?.cover).toBe((15_000n * WAD) / 8_000n);
  });

  test("tells the other reserve's borrowers apart", () => {
    const { lines } = backingOf(accounts, market(), 1);
    expect(lines.map(({ key, debt }) => [key, debt])).toEqual([["USDC", 2n * ETH]]);
  });

  test("a price that is down is not a cover of 0", () => {
    const [line] = backingOf(accounts, market({ status: "down" }), 0).lines;
    expect(line).toMatchObject({ held: undefined, cover: undefined, debt: 8_000n * USDC });
  });

  test("nobody is nobody, and without collateral is said", () => {
    expect(backingOf([], market(), 0)).toMatchObject({ lines: [], accounts: 0, debt: 0n, lowest: null });
    expect(backingOf([long(0n, USDC)], market(), 0).lines).toMatchObject([{ key: "", cover: 0n }]);
    expect(backingOf([{ ...long(ETH, USDC), market: 9 }], market(), 0).lines).toEqual([]);
  });

  test("the parts are the whole, whoever borrows", () => {
    const account = fc
      .tuple(fc.bigInt(0n, 10n ** 21n), fc.bigInt(0n, 10n ** 12n))
      .map(([collateral, debt]) => long(collateral, debt));
    fc.assert(
      fc.property(fc.array(account, { maxLength: 12 }), (all) => {
        const { lines, debt, accounts: count } = backingOf(all, market(), 0);
        expect(lines.reduce((sum, line) => sum + line.debt, 0n)).toBe(debt);
        expect(lines.reduce((sum, line) => sum + line.accounts, 0)).toBe(count);
        const shares = lines.reduce((sum, line) => sum + line.share, 0n);
        expect(shares).toBeLessThanOrEqual(WAD);
      }),
    );
  });
});
