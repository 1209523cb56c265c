import { describe, expect, test } from "vitest";
import { decreasePosition, positionOf, rescueReduction, WAD } from "../../src";
import { fixture, holding } from "../support/fixture";

const USDC = 10n ** 6n;
const ETH = 10n ** 18n;
const TARGET = (WAD * 105n) / 100n;
const legs = {
  long: [
    [0n, 3n * ETH],
    [8_400n * USDC, 0n],
  ],
  short: [
    [9_000n * USDC, 0n],
    [0n, 2_900_000_000_000_000_000n],
  ],
} as const;

function stressed(side: "long" | "short", price = 3_000n * WAD) {
  const [collateral, debt] = legs[side];
  return fixture({ price, accounts: [holding(side, collateral, debt)] });
}

describe("rescueReduction", () => {
  test.each(["long", "short"] as const)("the sale brings a %s to the health, and hardly more", (side) => {
    const snapshot = stressed(side);
    const position = positionOf(snapshot, snapshot.accounts[0]?.id ?? "0x");
    if (position?.side === undefined) throw new TypeError("open");
    const size = rescueReduction({ snapshot, position, target: TARGET });
    if (size === undefined) throw new TypeError("reachable");
    const healthAfter = (amount: bigint) =>
      decreasePosition({
        snapshot,
        market: 1,
        side: position.side as "long",
        account: position.account,
        size: amount,
        slippage: 50n,
        deadline: 1_800_000_600n,
      }).preview.after?.health as bigint;
    expect(healthAfter(size)).toBeGreaterThanOrEqual(TARGET);
    expect(healthAfter((size * 99n) / 100n)).toBeLessThan(TARGET);
    expect(size).toBeLessThan(position.size);
  });

  test("nothing short of closing helps where all equity is gone", () => {
    const snapshot = fixture({ accounts: [holding("long", [0n, 3n * ETH], [9_100n * USDC, 0n])] });
    const position = positionOf(snapshot, snapshot.accounts[0]?.id ?? "0x");
    if (position === undefined) throw new TypeError("open");
    expect(rescueReduction({ snapshot, position, target: TARGET })).toBeUndefined();
  });
});
