import { describe, expect, test } from "vitest";
import { closePosition, openPosition, positionAccount } from "../../src";
import { fixture, holding, OWNER } from "../support/fixture";

const USDC = 10n ** 6n;
const ETH = 10n ** 18n;
const deadline = 1_800_001_200n;
const account = (side: "long" | "short") => positionAccount(OWNER, 1, side);
const codes = (guards: readonly { readonly code: string }[]) => guards.map(({ code }) => code);

/** 3,000 USDC or 1 ETH traded on a pool at 3,000 with a fee of 0.05 %. */
const open = (side: "long" | "short", slippage: bigint) =>
  openPosition({
    snapshot: fixture(),
    market: 1,
    side,
    account: account(side),
    equity: side === "long" ? 1_000n * USDC : 3_000n * USDC,
    borrow: side === "long" ? 2_000n * USDC : ETH,
    slippage,
    deadline,
  });
const close = (side: "long" | "short", slippage: bigint) => {
  const amounts: [bigint[], bigint[]] =
    side === "long"
      ? [
          [0n, 3n * ETH],
          [6_000n * USDC, 0n],
        ]
      : [
          [9_000n * USDC, 0n],
          [0n, 2n * ETH],
        ];
  const snapshot = fixture({ accounts: [holding(side, ...amounts)] });
  return closePosition({ snapshot, market: 1, side, account: account(side), slippage, deadline });
};

describe("slippage is taken from the side that a person is worse off on", () => {
  test("opening: least that is bought, or least that the sale brings", () => {
    for (const side of ["long", "short"] as const) {
      const { action, preview } = open(side, 30n);
      expect(action.args.limit).toBe((preview.quote.amountOut * 9_970n) / 10_000n);
    }
  });

  test("closing a long: least that the sale brings; closing a short: most that is spent", () => {
    const long = close("long", 30n);
    expect(long.action.args.limit).toBe((long.preview.quote.amountOut * 9_970n) / 10_000n);
    expect(long.preview.received).toBe(long.action.args.limit - 6_000n * USDC);
    const short = close("short", 30n);
    expect(short.action.args.limit).toBe((short.preview.quote.amountIn * 10_030n + 9_999n) / 10_000n);
    expect(short.preview.received).toBe(9_000n * USDC - short.action.args.limit);
  });

  test("to the unit", () => {
    expect([
      open("long", 30n).action.args.limit,
      open("short", 30n).action.args.limit,
      close("long", 30n).action.args.limit,
      close("short", 30n).action.args.limit,
    ]).toMatchInlineSnapshot(`
      [
        996474224074260365n,
        2989422672n,
        8967777089n,
        6021340309n,
      ]
    `);
  });

  test("a wider limit never guarantees more", () => {
    for (const side of ["long", "short"] as const) {
      const received = [0n, 1n, 30n, 500n, 2_000n].map((slippage) => close(side, slippage).preview.received);
      for (const [i, least] of received.entries())
        expect(least, `${side} ${i}`).toBeLessThanOrEqual(received[i - 1] ?? least);
    }
  });
});

describe("a limit is graded", () => {
  test.each([
    [9n, ["slippage-low"]],
    [10n, []],
    [500n, []],
    [501n, ["slippage-high"]],
  ])("%s basis points", (slippage, expected) => {
    const { guards } = open("long", slippage);
    expect(codes(guards).filter((code) => code.startsWith("slippage"))).toEqual(expected);
  });

  test.each([-1n, 10_001n])("%s basis points are none", (slippage) => {
    expect(() => open("long", slippage)).toThrow();
  });
});
