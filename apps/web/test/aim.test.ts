import { openPosition, type Side, WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { aimOf } from "@/features/ticket/aim";
import {
  accountOf,
  ETH,
  fixture,
  LIMITS,
  marketOfFixture,
  positionIn,
  USDC,
  withLong,
} from "./support/market";

const snapshot = fixture();
const market = marketOfFixture();
const equity = 1_000n * USDC;

const aimed = (side: Side, by: "size" | "liquidation", text: string, paid = equity) =>
  aimOf({
    snapshot,
    market,
    side,
    account: accountOf(side),
    position: undefined,
    equity: paid,
    aim: { by, text },
  });

function opened(side: Side, borrow: bigint) {
  const plan = openPosition({ snapshot, ...LIMITS, market: 1, side, base: 1, equity, borrow });
  if (plan.preview.after === undefined) throw new TypeError("priced");
  return plan.preview.after;
}

describe("a size that is typed", () => {
  test.each(["long", "short"] as const)("is the size of the %s", (side) => {
    const aim = aimed(side, "size", "0.9");
    if (aim.type !== "borrow") throw new TypeError(aim.type);
    const { size } = opened(side, aim.borrow);
    expect(size).toBeGreaterThanOrEqual((ETH * 9n) / 10n);
    // a unit of USDC buys less than this much ETH
    expect(size - (ETH * 9n) / 10n).toBeLessThan(10n ** 9n);
  });

  test("below what the collateral alone buys is refused with that size", () => {
    expect(aimed("long", "size", "0.1")).toMatchObject({ type: "error", by: "size" });
    expect(aimed("long", "size", "0.1")).toHaveProperty("text", expect.stringMatching(/at least 0\.33/));
  });

  test("above what can be borrowed is refused, an empty field leaves it to leverage", () => {
    expect(aimed("long", "size", "1,000,000")).toMatchObject({ text: "More than can be borrowed now." });
    expect(aimed("long", "size", " ")).toEqual({ type: "empty" });
    expect(aimed("long", "size", "0.9", 0n)).toEqual({ type: "empty" });
    expect(aimed("long", "size", "1e3")).toMatchObject({ type: "error" });
  });

  test("smaller than the position points to where it is reduced", () => {
    const holding = withLong();
    const position = positionIn(holding, "long");
    const found = aimOf({
      snapshot: holding,
      market,
      side: "long",
      account: accountOf("long"),
      position,
      equity: 0n,
      aim: { by: "size", text: "0.01" },
    });
    expect(found).toMatchObject({ type: "error", text: expect.stringContaining("use Adjust") });
  });
});

describe("a liquidation price that is typed", () => {
  test.each([
    ["long", "2200"],
    ["short", "3900"],
  ] as const)("is the liquidation price of the %s", (side, text) => {
    const aim = aimed(side, "liquidation", text);
    if (aim.type !== "borrow") throw new TypeError(aim.type);
    const wanted = BigInt(text) * WAD;
    const reached = opened(side, aim.borrow).liquidationPrice as bigint;
    const off = side === "long" ? wanted - reached : reached - wanted;
    expect(off).toBeGreaterThanOrEqual(0n);
    expect(off).toBeLessThan(WAD / 100n);
  });

  test("on the side where the position gains is refused with the price of now", () => {
    expect(aimed("long", "liquidation", "3500")).toMatchObject({
      text: expect.stringContaining("A long is liquidated below the price of now"),
    });
    expect(aimed("short", "liquidation", "2500")).toMatchObject({
      text: expect.stringContaining("A short is liquidated above the price of now"),
    });
  });
});
