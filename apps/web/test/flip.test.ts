import { decodeOrder, type FlipPositionReturnType, type Side, WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { install } from "@/content/translated";
import { flipButton } from "@/features/positions/adjust/flip-button";
import { canFlip, flipCeiling, flipIntent } from "@/features/positions/adjust/flip-target";
import { effectsOf, titleOf } from "@/features/transaction/describe";
import { planFlip } from "@/features/transaction/flip/plan";
import { flipProceeds } from "@/features/transaction/flip/proceeds";
import { outcomeOf } from "@/features/transaction/outcome";
import { planAny } from "@/features/transaction/plan-any";
import { isTrade } from "@/features/transaction/plan-of";
import { reviewRows } from "@/features/transaction/review-rows";
import type { PlanState } from "@/features/transaction/use-plan";
import {
  accountOf,
  ETH,
  fixture,
  holding,
  LIMITS,
  positionIn,
  USDC,
  withLong,
  withShort,
} from "./support/market";

/** 1e20: deep enough that the pool's impact is small beside the step of the slider. */
const DEEP = { liquidity: 10n ** 20n };
const NONE = { report: undefined, backstop: undefined };
const plain = (text: string) => text.replaceAll("\u00a0", " ");

const cases = [
  ["long", withLong(DEEP)],
  ["short", withShort(DEEP)],
] as const;

function flipOf(side: Side, leverage: bigint | "same" = "same") {
  const snapshot = side === "long" ? withLong(DEEP) : withShort(DEEP);
  const position = positionIn(snapshot, side);
  const intent = flipIntent(position, leverage);
  if (intent === undefined) throw new TypeError("no intent");
  const plan = planAny(intent, { snapshot, limits: LIMITS }, NONE) as FlipPositionReturnType;
  return { snapshot, position, intent, plan };
}

describe.each(cases)("a %s", (side, snapshot) => {
  test("is turned round in its own account, at the leverage that was chosen", () => {
    const { plan, intent } = flipOf(side, 2n * WAD);
    expect(intent.account).toBe(accountOf(side));
    expect(isTrade(plan)).toBe(true);
    expect(plan.approvals).toEqual([]);
    expect(plan.preview.after?.side).toBe(side === "long" ? "short" : "long");
    const off = 2n * WAD - (plan.preview.after?.leverage ?? 0n);
    expect(off).toBeGreaterThanOrEqual(0n);
    expect(off).toBeLessThan(WAD / 100n);
    expect(plan.guards.filter(({ level }) => level === "block")).toEqual([]);
  });

  test("is reviewed by what its calldata says", () => {
    const { plan, intent } = flipOf(side);
    const [call] = plan.calls;
    expect(call && decodeOrder(snapshot.deployment, call)).toMatchObject({
      type: "flip",
      account: intent.account,
      amount: plan.action.args.borrow,
      limit: plan.action.args.limit,
      deadline: LIMITS.deadline,
    });
    const effects = effectsOf(intent, plan, snapshot).map(({ text }) => plain(text));
    expect(effects).toHaveLength(5);
    expect(effects[1]).toMatch(
      side === "long" ? /ETH is sold for at least .* USDC$/ : /USDC is sold for at least .* ETH$/,
    );
    expect(effects[4]).toMatch(/^Position router 0x.* acts on this account once, in this transaction/);
    const other = {
      ...plan,
      calls: [
        {
          ...plan.calls[0],
          data: plan.calls[0]?.data.replace(
            snapshot.deployment.contracts.positionRouter.slice(2).toLowerCase(),
            "00".repeat(20),
          ),
        },
      ],
    };
    expect(effectsOf(intent, other as typeof plan, snapshot)).toMatchObject([
      { text: expect.stringContaining("not the position router") },
    ]);
  });

  test("shows both sides of every number", () => {
    const { plan, intent, position } = flipOf(side);
    const rows = reviewRows(intent, plan, snapshot);
    expect(rows.map(({ name }) => name)).toEqual([
      "side",
      "size",
      "atLeast",
      "fee",
      "leverage",
      "liquidation",
      "impact",
      "borrowRate",
    ]);
    const [sideRow, sizeRow] = rows;
    expect([sideRow?.before, sideRow?.after]).toEqual(
      side === "long" ? ["Long", "Short"] : ["Short", "Long"],
    );
    expect(sizeRow?.raw).toBe(plan.preview.after?.size);
    expect(plain(titleOf(intent, plan, snapshot))).toBe(
      side === "long" ? "Flip ETH long to short" : "Flip ETH short to long",
    );
    // the equity goes from the one side to the other, less the cost of the trade
    const proceeds = flipProceeds(plan.preview) ?? 0n;
    const equity = 3_000n * USDC;
    expect(proceeds).toBeLessThan(equity);
    expect(proceeds).toBeGreaterThan((equity * 98n) / 100n);
    expect(position.equity).toBe(3_000n * WAD);
  });

  test("has a ceiling: one tenth more is refused", { timeout: 20_000 }, () => {
    const position = positionIn(snapshot, side);
    const span = { least: 10, most: 500 };
    const ceiling = flipCeiling(snapshot, LIMITS, position, span);
    if (ceiling === undefined) throw new TypeError("no ceiling");
    const blocks = (tenths: number) =>
      flipOf(side, (BigInt(tenths) * WAD) / 10n).plan.guards.some(({ level }) => level === "block");
    expect(blocks(ceiling)).toBe(false);
    expect(blocks(ceiling + 1)).toBe(true);
    expect(flipCeiling(snapshot, LIMITS, position, { least: 10, most: 20 })).toBe(20);
    expect(flipCeiling(snapshot, LIMITS, position, { least: ceiling + 1, most: 500 })).toBeUndefined();
  });

  test("has a button that says what comes next, or why nothing can", () => {
    const { plan, position } = flipOf(side, 2n * WAD);
    const planned: PlanState = { status: "planned", plan, exact: true, checked: true, quoteError: undefined };
    const of = (state: PlanState, canSign = { ok: true } as never) =>
      flipButton({ plan: state, canSign, position, leverage: "2.0×" });
    expect(of(planned)).toEqual({
      state: "ready",
      label: `Review: flip to ${side === "long" ? "short" : "long"} at 2.0×`,
    });
    expect(of({ ...planned, checked: false }).state).toBe("checking");
    expect(of({ ...planned, quoteError: new RangeError("no") }).state).toBe("off");
    expect(of(planned, { ok: false, reason: "Watching" } as never)).toEqual({
      state: "off",
      label: "Watching",
    });
    const blocked = flipOf(side, 45n * WAD).plan;
    expect(of({ ...planned, plan: blocked }).state).toBe("off");
  });

  test("is then what the chain says it is", () => {
    const { intent, plan } = flipOf(side);
    const title = titleOf(intent, plan, snapshot);
    const flipped =
      side === "long"
        ? holding("long", [9_000n * USDC, 0n], [0n, 2n * ETH])
        : holding("short", [0n, 3n * ETH], [6_000n * USDC, 0n]);
    const after = fixture({ ...DEEP, accounts: [flipped] });
    const outcome = outcomeOf(intent, title, after, () => 0n);
    expect(plain(outcome.title)).toBe(
      side === "long" ? "ETH is now short, 2.000 ETH" : "ETH is now long, 3.000 ETH",
    );
  });
});

test("only a position with a side and a debt can be turned round", () => {
  const spot = fixture({ accounts: [holding("long", [0n, ETH], [0n, 0n])] });
  expect(canFlip(positionIn(spot, "long"))).toBe(false);
  expect(flipIntent(positionIn(spot, "long"), "same")).toBeUndefined();
  const cash = fixture({ accounts: [holding("long", [500n * USDC, 0n], [0n, 0n])] });
  expect(canFlip(positionIn(cash, "long"))).toBe(false);
  expect(canFlip(positionIn(withLong({ status: "down" }), "long"))).toBe(false);
});

test("a plan made exact by a quote is the same order with another limit", () => {
  const { snapshot, intent, plan } = flipOf("long");
  const quote = { ...plan.preview.quote, amountOut: plan.preview.quote.amountOut - 5n * USDC };
  const exact = planFlip(intent, { snapshot, limits: LIMITS, quote });
  expect(exact.action.args.borrow).toBe(plan.action.args.borrow);
  expect(exact.action.args.limit).toBeLessThan(plan.action.args.limit);
});

test("is said in German", async () => {
  const { german } = await import("@/content/de");
  const { snapshot, intent, plan } = flipOf("long");
  install(german);
  expect(titleOf(intent, plan, snapshot)).toBe("ETH long auf short drehen");
});
