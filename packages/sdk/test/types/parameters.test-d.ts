import { describe, expectTypeOf, test } from "vitest";
import {
  type ContractErrorArgs,
  closePosition,
  type DecreasePositionParameters,
  decreasePosition,
  estimateSwap,
  flipPosition,
  InitialMarginNotMetError,
  type OpenPositionArgs,
  type OpenPositionParameters,
  openPosition,
  type PoolState,
  type Position,
  type Snapshot,
  type TokenAmount,
  type Usd,
  type Wad,
} from "../../src";

declare const snapshot: Snapshot;
declare const pool: PoolState;
const order = { snapshot, market: 1, side: "long", equity: 1n, slippage: 50n, deadline: 1n } as const;

describe("impossible inputs do not type-check", () => {
  test("an order has exactly one size", () => {
    expectTypeOf({ ...order, leverage: 1n }).toExtend<OpenPositionParameters>();
    expectTypeOf({ ...order, size: 1n }).toExtend<OpenPositionParameters>();
    expectTypeOf({ ...order, borrow: 1n }).toExtend<OpenPositionParameters>();
    // @ts-expect-error no size
    openPosition(order);
    // @ts-expect-error two sizes
    openPosition({ ...order, leverage: 1n, borrow: 1n });
    // @ts-expect-error a side is long or short
    openPosition({ ...order, side: "up", leverage: 1n });
    // @ts-expect-error money is no floating point
    openPosition({ ...order, leverage: 3 });
  });

  test("only a long is paid out while it decreases", () => {
    const { equity: _, ...reduction } = order;
    expectTypeOf({ ...reduction, fraction: 1n, payout: 1n }).toExtend<DecreasePositionParameters>();
    // @ts-expect-error a short owes the base asset
    decreasePosition({ ...reduction, side: "short", fraction: 1n, payout: 1n });
    // @ts-expect-error a part or a size, not both
    decreasePosition({ ...reduction, fraction: 1n, size: 1n });
    // @ts-expect-error a close has no size
    closePosition({ ...reduction, fraction: 1n });
  });

  test("a flip says its leverage or its debt", () => {
    const { equity: _, ...flip } = order;
    flipPosition({ ...flip, leverage: "same" });
    flipPosition({ ...flip, borrow: 1n });
    // @ts-expect-error no size
    flipPosition(flip);
    // @ts-expect-error two sizes
    flipPosition({ ...flip, leverage: 1n, borrow: 1n });
  });

  test("a quote has one exact end", () => {
    const trade = { pool, tokenIn: "0x" } as const;
    estimateSwap({ ...trade, amountIn: 1n });
    estimateSwap({ ...trade, amountOut: 1n });
    // @ts-expect-error both ends
    estimateSwap({ ...trade, amountIn: 1n, amountOut: 1n });
    // @ts-expect-error no end
    estimateSwap(trade);
  });

  test("units do not mix", () => {
    expectTypeOf<bigint>().toExtend<Usd>();
    expectTypeOf<Usd>().not.toExtend<Wad>();
    expectTypeOf<TokenAmount>().not.toExtend<Usd>();
  });
});

describe("results say what may be missing", () => {
  test("unknown is undefined, none is null", () => {
    expectTypeOf<Position["health"]>().toEqualTypeOf<Wad | null | undefined>();
    expectTypeOf<Position["liquidationPrice"]>().toEqualTypeOf<Usd | null | undefined>();
    expectTypeOf<Position["equity"]>().toEqualTypeOf<Usd | undefined>();
  });

  test("a plan says which action it is", () => {
    const plan = openPosition({ ...order, leverage: 1n });
    expectTypeOf(plan.action.type).toEqualTypeOf<"openPosition">();
    expectTypeOf(plan.action.args).toEqualTypeOf<OpenPositionArgs>();
    // @ts-expect-error plans are frozen
    plan.action.args.equity = 2n;
  });

  test("errors carry the arguments of the contract by name", () => {
    expectTypeOf<ContractErrorArgs<"InitialMarginNotMet">>().toEqualTypeOf<{
      readonly actual: bigint;
      readonly bound: bigint;
    }>();
    expectTypeOf(
      new InitialMarginNotMetError({ actual: 1n, bound: 2n }).errorName,
    ).toEqualTypeOf<"InitialMarginNotMet">();
    // @ts-expect-error no bound
    new InitialMarginNotMetError({ actual: 1n });
  });
});
