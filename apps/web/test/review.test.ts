import { describe, expect, test } from "vitest";
import { confirmState } from "@/features/transaction/confirm-state";
import { effectsOf, titleOf } from "@/features/transaction/describe";
import type { TradeIntent as Intent } from "@/features/transaction/intent";
import { isLending, isPermittable, isTrade, swapOf } from "@/features/transaction/plan-of";
import { planOf } from "@/features/transaction/plan-trade";
import { reviewRows } from "@/features/transaction/review-rows";
import { idleRun } from "@/features/transaction/run-state";
import type { PlanState } from "@/features/transaction/use-plan";
import { accountOf, ETH, fixture, LIMITS, USDC, withLong, withShort } from "./support/market";

const long = { account: accountOf("long"), market: 1, side: "long", base: 1 } as const;
const short = { account: accountOf("short"), market: 1, side: "short", base: 1 } as const;
const lent = { market: 1, asset: 0, shares: 5_000n * USDC * 10n ** 6n, assets: 5_000n * USDC };

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function review(intent: Intent, snapshot: ReturnType<typeof fixture>) {
  const plan = planOf(intent, { snapshot, limits: LIMITS });
  return {
    plan,
    title: plain(titleOf(intent, plan, snapshot)),
    effects: effectsOf(intent, plan, snapshot).map(({ direction, text }) => `${direction}: ${plain(text)}`),
    rows: Object.fromEntries(
      reviewRows(intent, plan, snapshot).map(({ name, after }) => [name, plain(after)]),
    ),
  };
}

describe("a plan in words", () => {
  test("opening a long: what leaves, what is borrowed, what is bought at least", () => {
    const { title, effects, rows } = review(
      { type: "open", ...long, equity: 1_000n * USDC, borrow: 2_000n * USDC },
      fixture(),
    );
    expect(title).toBe("Open 0.999 ETH long");
    expect(effects[0]).toBe("out: 1,000.00 USDC leaves your wallet");
    expect(effects[1]).toMatch(/^inside: 2,000\.00 USDC is borrowed at \d+\.\d\d % a year$/);
    expect(effects[2]).toBe("inside: 0.999 ETH is bought, at least 0.996 ETH");
    expect(rows).toMatchObject({ youPay: "1,000.00 USDC", leverage: "3.0×" });
  });

  test("opening a short sells what it borrows", () => {
    const { title, effects } = review(
      { type: "open", ...short, equity: 3_000n * USDC, borrow: ETH },
      fixture(),
    );
    expect(title).toBe("Open 1.000 ETH short");
    expect(effects[1]).toContain("1.000 ETH is borrowed");
    expect(effects[2]).toMatch(/^inside: 1\.000 ETH is sold for at least 2,98\d\.\d\d USDC$/);
  });

  test("adding to a position is called adding, and shows both numbers", () => {
    const snapshot = withLong();
    const intent = { type: "open", ...long, equity: 1_000n * USDC, borrow: 500n * USDC } as const;
    const { title, plan } = review(intent, snapshot);
    expect(title).toMatch(/^Add 0\.\d+ ETH long$/);
    const leverage = reviewRows(intent, plan, snapshot).find(({ name }) => name === "leverage");
    expect([leverage?.before, leverage?.after]).toEqual(["3.0×", "2.6×"]);
  });

  test.each([
    ["long", long, withLong, /sold for at least/],
    ["short", short, withShort, /is bought for at most/],
  ] as const)("closing a %s: the trade, the debt, and what comes back", (side, target, snapshotOf, trade) => {
    const { title, effects, rows } = review({ type: "close", ...target }, snapshotOf());
    expect(title).toBe(`Close ETH ${side}`);
    expect(effects[0]).toMatch(trade);
    expect(effects[1]).toMatch(/of debt is paid back$/);
    expect(effects[2]).toMatch(
      /^in: About 2,9\d\d\.\d\d USDC comes to your wallet, at least 2,9\d\d\.\d\d USDC$/,
    );
    expect(Object.keys(rows)).toEqual(["youReceive", "atLeast", "impact"]);
  });

  test("what is expected is never less than what is guaranteed", () => {
    for (const [target, snapshotOf] of [
      [long, withLong],
      [short, withShort],
    ] as const) {
      const { plan } = review({ type: "close", ...target }, snapshotOf());
      if (!isTrade(plan)) throw new TypeError("no trade");
      expect(plan.preview.expected).toBeGreaterThanOrEqual(plan.preview.received);
    }
  });

  test("reducing moves nothing out of the position", () => {
    const { title, effects } = review({ type: "reduce", ...long, size: ETH }, withLong());
    expect(title).toBe("Reduce 1.000 ETH long");
    expect(effects.every((effect) => effect.startsWith("inside: "))).toBe(true);
  });

  test.each<[Intent, string, readonly string[]]>([
    [
      { type: "repay", account: long.account, market: 1, asset: 0, amount: 500n * USDC },
      "Pay back 500.00 USDC",
      ["out: 500.00 USDC leaves your wallet", "inside: 500.00 USDC of debt is paid back"],
    ],
    [
      { type: "addCollateral", account: long.account, market: 1, asset: 1, amount: ETH },
      "Add 1.000 ETH collateral",
      ["out: 1.000 ETH leaves your wallet", "inside: 1.000 ETH is held as collateral and never lent"],
    ],
    [
      { type: "removeCollateral", account: long.account, market: 1, asset: 1, amount: ETH / 10n },
      "Remove 0.100 ETH collateral",
      ["in: 0.100 ETH of collateral returns to your wallet"],
    ],
  ])("%s", (intent, title, effects) => {
    expect(review(intent, withLong())).toMatchObject({ title, effects });
  });

  test("lending and taking back", () => {
    const supply = review({ type: "supply", market: 1, asset: 0, amount: 2_500n * USDC }, fixture());
    expect(supply.title).toBe("Supply 2,500.00 USDC");
    expect(supply.effects).toEqual([
      "out: 2,500.00 USDC leaves your wallet",
      "inside: 2,500.00 USDC is lent to borrowers",
    ]);
    expect(isLending(supply.plan)).toBe(true);
    const redeem = review(
      { type: "redeem", market: 1, asset: 0, amount: "max" },
      { ...fixture(), lender: [lent] },
    );
    expect(redeem.title).toBe("Withdraw all USDC");
  });

  test("only orders through the router can be allowed by signature", () => {
    const open = review({ type: "open", ...long, equity: USDC * 1_000n, borrow: 0n }, fixture()).plan;
    const repay = review(
      { type: "repay", account: long.account, market: 1, asset: 0, amount: USDC },
      withLong(),
    ).plan;
    expect([isPermittable(open), isPermittable(repay)]).toEqual([true, false]);
  });

  test("the trade that is quoted is the trade of the plan", () => {
    const snapshot = withShort();
    const plan = planOf({ type: "close", ...short }, { snapshot, limits: LIMITS });
    expect(swapOf(plan, snapshot, short)).toMatchObject({ amountOut: 2n * ETH });
    const repay = planOf(
      { type: "repay", account: short.account, market: 1, asset: 1, amount: 1n },
      { snapshot, limits: LIMITS },
    );
    expect(swapOf(repay, snapshot, short)).toBeUndefined();
  });
});

describe("the confirm button", () => {
  const intent: Intent = { type: "open", ...long, equity: 1_000n * USDC, borrow: 2_000n * USDC };
  const state = (borrow: bigint, change: object = {}): PlanState => ({
    status: "planned",
    plan: planOf({ ...intent, borrow }, { snapshot: fixture(), limits: LIMITS }),
    exact: true,
    checked: true,
    quoteError: undefined,
    ...change,
  });
  const inputs = {
    title: "Open",
    state: state(2_000n * USDC),
    run: idleRun,
    busy: false,
    canSign: { ok: true },
    simulation: { status: "passed", block: 1n, at: 0, fee: 1n },
  } as const;

  test("is ready only when the plan, the quote and the chain agree", () => {
    expect(confirmState(inputs)).toEqual({ state: "ready", risky: false, label: "Open" });
    expect(confirmState({ ...inputs, simulation: { status: "later" } }).state).toBe("ready");
  });

  test.each([
    ["another run", { busy: true }, "Another transaction is under way"],
    ["signing off", { canSign: { ok: false, reason: "Data is 41 s old." } }, "Data is 41 s old."],
    ["no quote", { state: state(2_000n * USDC, { quoteError: new Error("x") }) }, "No quote from the chain"],
    ["a blocking finding", { state: state(30_000n * USDC) }, "Open"],
    [
      "a failed simulation",
      { simulation: { status: "failed", error: new Error("x"), again: () => {} } },
      "Open",
    ],
  ])("is off with %s", (_, change, label) => {
    expect(confirmState({ ...inputs, ...change } as never)).toEqual({ state: "off", risky: false, label });
  });

  test.each([
    ["the quote", { state: state(2_000n * USDC, { checked: false }) }],
    ["the simulation", { simulation: { status: "checking" } }],
  ])("waits for %s", (_, change) => {
    expect(confirmState({ ...inputs, ...change } as never).state).toBe("pending");
  });

  test("warns before a position that starts near the line", () => {
    expect(confirmState({ ...inputs, state: state(7_400n * USDC) })).toMatchObject({
      state: "ready",
      risky: true,
    });
  });

  test("offers another try after a problem", () => {
    const problem = { kind: "rejected", title: "", detail: "" } as const;
    expect(confirmState({ ...inputs, run: { ...idleRun, problem } }).label).toBe("Try again");
  });
});
