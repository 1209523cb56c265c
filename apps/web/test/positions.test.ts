import { type Position, type Trade, type TradeHistory, WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adjustAction, adjustIntent } from "@/features/positions/adjust/adjust-intent";
import { adjustLimit, largestAllowed } from "@/features/positions/adjust/adjust-limits";
import { adjustNote } from "@/features/positions/adjust/adjust-state";
import { lastLiquidation } from "@/features/positions/history/trade-view";
import { byRisk, keepOrder } from "@/features/positions/order";
import { viewOf } from "@/features/positions/position-view";
import { closeResult, paidInSinceFlat, resultOf } from "@/features/positions/result";
import { planOf } from "@/features/transaction/plan-trade";
import { ETH, LIMITS, positionIn, USDC, withLong, withShort } from "./support/market";

function trade(change: Partial<Trade>): Trade {
  return {
    type: "open",
    side: "long",
    blockNumber: 1n,
    transactionHash: "0x01",
    logIndex: 0,
    size: 0n,
    price: undefined,
    paidIn: 0n,
    debt: [0n, 0n],
    realised: undefined,
    result: undefined,
    ...change,
  };
}

function history(trades: readonly Trade[], change: Partial<TradeHistory> = {}): TradeHistory {
  return {
    account: "0x00",
    market: 1,
    base: { index: 1, decimals: 18 },
    toBlock: 1n,
    trades,
    entry: 2_900n * USDC,
    realised: 0n,
    invested: 2_800n * USDC,
    state: { held: [0n, 0n], owed: [0n, 0n], size: 3n * ETH, basis: 0n, invested: 0n, inKind: false },
    ...change,
  };
}

const long = () => positionIn(withLong(), "long");

describe("result of a position", () => {
  test("is equity less what was paid in, as a part of all that was paid", () => {
    // 3 ETH at 3,000 less 6,000 USDC is 3,000 of equity
    const result = resultOf(
      long(),
      history([trade({ paidIn: 3_500n * USDC }), trade({ paidIn: -700n * USDC })]),
    );
    expect(result).toEqual({ value: 200n * WAD, share: (200n * WAD) / 3_500n });
  });

  test("is against the average entry where base came in kind", () => {
    const inKind = history([trade({ paidIn: 1_000n * USDC })]);
    const result = resultOf(long(), { ...inKind, state: { ...inKind.state, inKind: true } });
    expect(result?.value).toBe(300n * WAD);
  });

  test("is unknown while the price or the history is", () => {
    expect(resultOf(long(), undefined)).toBeUndefined();
    expect(resultOf(positionIn(withLong({ status: "down" }), "long"), history([]))).toBeUndefined();
  });

  test("starts over when the position was flat", () => {
    const trades = [
      trade({ paidIn: 5_000n * USDC }),
      trade({ type: "close", paidIn: -5_500n * USDC, result: 500n * USDC }),
      trade({ paidIn: 100n * USDC }),
    ];
    expect(paidInSinceFlat(trades)).toBe(100n * USDC);
  });

  test("of a closing counts what comes out", () => {
    const result = closeResult(long(), history([trade({ paidIn: 2_800n * USDC })]), 2_660n * USDC);
    expect(result).toEqual({ value: -140n * WAD, share: -WAD / 20n });
  });
});

describe("order of rows", () => {
  const at = (account: string, health: Position["health"]) =>
    ({ ...long(), account, health }) as unknown as Position;
  const names = (positions: readonly Position[]) => positions.map(({ account }) => account);

  test("the lowest health first, then unknown, then no debt", () => {
    const rows = [at("0xd", null), at("0xc", undefined), at("0xb", 2n * WAD), at("0xa", WAD)];
    expect(names([...rows].sort(byRisk))).toEqual(["0xa", "0xb", "0xc", "0xd"]);
  });

  test("nothing moves under a pointer, and new rows go to the end", () => {
    const rows = [at("0xa", 3n * WAD), at("0xb", WAD), at("0xnew", WAD / 2n)];
    expect(names(keepOrder(rows, ["0xa:1", "0xb:1"]))).toEqual(["0xa", "0xb", "0xnew"]);
  });
});

describe("a row", () => {
  test("unknown is never 0", () => {
    const view = viewOf(positionIn(withLong({ status: "down" }), "long"), undefined, WAD);
    for (const { text, raw } of [view.value, view.index, view.entry, view.result, view.chanceDay]) {
      expect([text, raw]).toEqual(["—", undefined]);
    }
    expect(view.zone).toBe("unknown");
  });

  test("a price past the liquidation price says so", () => {
    const view = viewOf(positionIn(withLong({ price: 2_050n * WAD }), "long"), undefined, WAD);
    expect(view.liquidation.text).toBe("Passed");
    expect(view.zone).toBe("auction");
  });
});

describe("adjusting", () => {
  const forms = { asset: 0, amount: 100n * USDC, isAll: false } as const;

  test("an account never holds and owes one asset, so the position decides what adding means", () => {
    const [owes, holds] = [long(), positionIn(withShort(), "short")];
    expect(adjustAction(owes, { mode: "add", asset: 0 })).toBe("repay");
    expect(adjustAction(owes, { mode: "add", asset: 1 })).toBe("addCollateral");
    expect(adjustAction(owes, { mode: "remove", asset: 0 })).toBe("borrow");
    expect(adjustAction(owes, { mode: "remove", asset: 1 })).toBe("removeCollateral");
    expect(adjustAction(holds, { mode: "add", asset: 0 })).toBe("addCollateral");
    expect(adjustAction(holds, { mode: "add", asset: 1 })).toBe("repay");
  });

  test("everything is left to the chain to count", () => {
    expect(adjustIntent(long(), { ...forms, mode: "add", isAll: true })).toMatchObject({
      type: "repay",
      amount: "max",
    });
    expect(adjustIntent(long(), { ...forms, mode: "add" })).toMatchObject({ amount: 100n * USDC });
    expect(adjustIntent(long(), { ...forms, mode: "add", amount: 0n })).toBeUndefined();
  });

  test("the largest allowed amount is allowed, and one more is not", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 24n }),
        fc.bigInt({ min: 0n, max: 10n ** 24n }),
        (ceiling, bound) => {
          const found = largestAllowed(ceiling, (amount) => amount <= bound);
          expect([found <= ceiling, found <= bound, found === ceiling || found === bound]).toEqual([
            true,
            true,
            true,
          ]);
        },
      ),
    );
  });

  test("Max of a removal passes the engine's check and leaves health above the risky line", () => {
    const snapshot = withLong();
    const position = positionIn(snapshot, "long");
    const { max, isAll } = adjustLimit({ snapshot, limits: LIMITS, position, mode: "remove", asset: 1 });
    expect(isAll).toBe(false);
    const target = { type: "removeCollateral", account: position.account, market: 1, asset: 1 } as const;
    const plan = planOf({ ...target, amount: max }, { snapshot, limits: LIMITS });
    if (!("after" in plan.preview) || !("guards" in plan)) throw new TypeError("no position");
    expect(plan.guards.filter(({ level }) => level === "block")).toEqual([]);
    const { after } = plan.preview as { after: Position };
    expect(after.health).toBeGreaterThan((WAD * 105n) / 100n);
  });

  test("Max of a repayment is the debt, or the balance where that is less", () => {
    const rich = withLong({ balance: 10_000n * USDC });
    const poor = withLong({ balance: 50n * USDC });
    const limit = (snapshot: typeof rich) =>
      adjustLimit({
        snapshot,
        limits: LIMITS,
        position: positionIn(snapshot, "long"),
        mode: "add",
        asset: 0,
      });
    expect(limit(rich)).toEqual({ max: 6_000n * USDC, isAll: true });
    expect(limit(poor)).toEqual({ max: 50n * USDC, isAll: false });
  });

  test("says how much is owed instead of taking more", () => {
    const note = adjustNote({
      action: "repay",
      parsed: { type: "amount", amount: 6_000_000_001n },
      limit: undefined,
      balance: 10_000n * USDC,
      owed: 6_000n * USDC,
      token: { symbol: "USDC", decimals: 6 },
      takeMax: () => {},
    });
    expect(note).toMatchObject({ tone: "error", text: "Only 6,000.00\u00a0USDC is owed." });
  });
});

describe("liquidations", () => {
  test("only the last event counts", () => {
    const liquidated = trade({ type: "liquidation", size: -ETH, price: 2_000n * USDC });
    expect(lastLiquidation(history([trade({}), liquidated]))?.type).toBe("liquidation");
    expect(lastLiquidation(history([liquidated, trade({})]))).toBeUndefined();
    expect(lastLiquidation(undefined)).toBeUndefined();
  });
});
