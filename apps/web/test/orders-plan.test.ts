import { OperatorUnknownError, type Snapshot, spareAccount } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { effectsOf, titleOf } from "@/features/transaction/describe";
import type { Intent, OrderIntent } from "@/features/transaction/intent";
import { routeOf } from "@/features/transaction/orders/route";
import { feesOf, impactOf } from "@/features/transaction/orders/swap-costs";
import { planAny } from "@/features/transaction/plan-any";
import { asksOperator, isSwap } from "@/features/transaction/plan-of";
import type { Mined, RunPorts } from "@/features/transaction/ports";
import { reviewRows } from "@/features/transaction/review-rows";
import { runPlan, stepsOf } from "@/features/transaction/run-plan";
import { keptOf, type RunEvent, type RunState } from "@/features/transaction/run-state";
import { describeTransaction } from "@/features/wallet/demo/describe";
import { ETH, LIMITS, OWNER, USDC } from "./support/market";
import { CROSS, CROSS_ACCOUNT, holdingOnly, LONG, leveraged, ordersFixture } from "./support/orders";

const planned = (intent: Intent, snapshot: Snapshot, operator?: boolean) =>
  planAny(intent, { snapshot, limits: LIMITS }, { report: undefined, backstop: undefined, operator });

const sale: OrderIntent = {
  ...{ type: "swapCollateral", account: LONG, market: 1, from: 1, to: 0 },
  amount: ETH / 2n,
};
const move: OrderIntent = {
  ...{ type: "move", account: LONG, market: 1, target: CROSS_ACCOUNT, targetMarket: CROSS },
  ...{ collateralAsset: 1, debtAsset: 0, collateral: "max", debt: "max" },
};

describe("a swap", () => {
  const snapshot = ordersFixture({ [LONG]: holdingOnly(1) });

  test("is one call, quoted along its route, with rows read back from its calldata", () => {
    const plan = planned(sale, snapshot);
    if (!isSwap(plan)) throw new TypeError("a swap");
    expect(stepsOf(plan, "signature", true)).toEqual(["send", "update"]);
    const route = routeOf(plan, snapshot);
    expect(route).toMatchObject({ kind: "exactInput", amount: ETH / 2n });
    expect(route?.hops.map(({ pool }) => pool.address)).toEqual([snapshot.pools[0]?.address]);
    const rows = reviewRows(sale, plan, snapshot);
    const row = (name: string) => rows.find((candidate) => candidate.name === name);
    expect(row("signed-amount")).toMatchObject({ label: "Sells", raw: ETH / 2n });
    expect(row("signed-limit")).toMatchObject({ label: "At least", raw: plan.action.args.limit });
    expect(row("route")?.after).toBe("ETH → USDC");
    expect(row("deadline")?.raw).toBe(LIMITS.deadline);
    expect(row("contract-0")?.after).toMatch(/^Position router 0x/);
    expect(row("collateral-ETH")).toMatchObject({ before: "1.000\u00a0ETH", after: "0.500\u00a0ETH" });
  });

  test("uses the quotes of the chain when they are for it", () => {
    const draft = planned(sale, snapshot);
    if (!isSwap(draft)) throw new TypeError("a swap");
    const worse = draft.preview.quotes.map((quote) => ({
      ...{ ...quote, source: "quoter" as const, amountOut: quote.amountOut - USDC },
    }));
    const context = { snapshot, limits: LIMITS, quotes: worse };
    const plan = planAny(sale, context, { report: undefined, backstop: undefined });
    if (!isSwap(plan)) throw new TypeError("a swap");
    expect(plan.preview.amountOut).toBe(draft.preview.amountOut - USDC);
  });

  test("says what it does and what it is called", () => {
    const plan = planned(sale, snapshot);
    expect(titleOf(sale, plan, snapshot)).toBe("Swap 0.500\u00a0ETH for USDC");
    const effects = effectsOf(sale, plan, snapshot);
    expect(effects.map(({ direction }) => direction)).toEqual(["inside", "inside"]);
    expect(effects[0]?.text).toBe("0.500\u00a0ETH of collateral is sold");
    expect(effects[1]?.text).toMatch(/^About 1,49\d.*\sUSDC becomes collateral, at least 1,49\d.*\sUSDC$/);
  });

  test("is held back by what the account owes", () => {
    const owing = ordersFixture({ [LONG]: leveraged(1) });
    expect(planned(sale, owing).guards.map(({ code }) => code)).toContain("same-asset");
  });

  test("of debt repays all of it at most for the limit", () => {
    const debt: OrderIntent = {
      ...{ type: "swapDebt", account: LONG, market: 1, from: 0, to: 1 },
      amount: "max",
    };
    const owing = ordersFixture({
      [LONG]: { market: 1, collateral: [0n, 0n], debt: [1_000n * USDC, 0n] },
    });
    const plan = planned(debt, owing);
    if (!isSwap(plan)) throw new TypeError("a swap");
    expect(routeOf(plan, owing)).toMatchObject({ kind: "exactOutput", amount: 1_000n * USDC });
    const rows = reviewRows(debt, plan, owing);
    expect(rows.find(({ name }) => name === "signed-amount")).toMatchObject({ after: "All USDC" });
    expect(rows.find(({ name }) => name === "signed-limit")?.raw).toBe(plan.action.args.limit);
    expect(plan.action.args.limit).toBeGreaterThan(plan.preview.amountIn);
    expect(titleOf(debt, plan, owing)).toBe("Swap debt of all USDC for ETH");
  });

  test("through two pools costs what both keep, and moves the price by less than both together", () => {
    const plan = planned(sale, snapshot);
    if (!isSwap(plan)) throw new TypeError("a swap");
    const [quote] = plan.preview.quotes;
    if (quote === undefined) throw new TypeError("quoted");
    const twice = [
      { ...quote, priceImpact: ETH / 10n },
      { ...quote, priceImpact: ETH / 10n },
    ];
    expect(impactOf(twice)).toBe((19n * ETH) / 100n);
    expect(impactOf([])).toBe(0n);
    const market = snapshot.markets[0];
    if (market === undefined) throw new TypeError("a market");
    // 0.05 % of half an ether at 3,000
    expect(feesOf(twice, market)).toBe((3n * ETH) / 2n);
  });
});

describe("a move", () => {
  const snapshot = ordersFixture({ [LONG]: leveraged(1) });

  test("is not planned before it is known whether the mover may act", () => {
    expect(() => planned(move, snapshot)).toThrow(OperatorUnknownError);
  });

  test("asks for the permission once, in a step of its own or in a batch", () => {
    const [first, second] = [planned(move, snapshot, false), planned(move, snapshot, true)];
    expect(asksOperator(first)).toBe(true);
    expect(stepsOf(first, "signature")).toEqual(["operator", "send", "update"]);
    expect(stepsOf(first, "signature", true)).toEqual(["batch", "update"]);
    expect(stepsOf(first, "transaction", true)).toEqual(["operator", "send", "update"]);
    expect(asksOperator(second)).toBe(false);
    expect(stepsOf(second, "signature", true)).toEqual(["send", "update"]);
  });

  test("shows both accounts, and what is signed", () => {
    const plan = planned(move, snapshot, false);
    const rows = reviewRows(move, plan, snapshot);
    const row = (name: string) => rows.find((candidate) => candidate.name === name);
    expect(row("from-collateral-ETH")).toMatchObject({ before: "3.000\u00a0ETH", after: "0.00\u00a0ETH" });
    expect(row("to-collateral-ETH")).toMatchObject({ before: "0.00\u00a0ETH", after: "3.000\u00a0ETH" });
    expect(row("from-health")).toMatchObject({ after: "Empty" });
    expect(row("permission")?.after).toMatch(/^Account mover 0x.*: Allowed$/);
    expect(row("signed-collateral")?.after).toBe("All ETH");
    expect(row("signed-debt")?.after).toBe("All USDC");
    // 0.05 % of the debt, and a little for the interest until the block
    expect(row("signed-fee")?.raw).toBeGreaterThan(2n * USDC);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    expect(titleOf(move, plan, snapshot)).toBe("Move 3.000\u00a0ETH with its debt");
    const texts = effectsOf(move, plan, snapshot).map(({ text }) => text);
    expect(texts[0]).toBe("The account mover may act on your sub-accounts when you call it");
    expect(texts[1]).toBe("3.000\u00a0ETH of collateral goes to a new account, Cross margin");
    expect(texts).toHaveLength(4);
  });

  test("of collateral alone has no loan", () => {
    const target = spareAccount(OWNER, 1, 2);
    const part: OrderIntent = { ...move, target, targetMarket: 1, collateral: ETH / 10n, debt: 0n };
    const plan = planned(part, snapshot, true);
    expect(plan.guards.filter(({ level }) => level === "block")).toEqual([]);
    expect(titleOf(part, plan, snapshot)).toBe("Move 0.100\u00a0ETH");
    expect(effectsOf(part, plan, snapshot).map(({ text }) => text)).toEqual([
      "0.100\u00a0ETH of collateral goes to a new account, ETH/USDC (2), Isolated",
    ]);
    expect(reviewRows(part, plan, snapshot).some(({ name }) => name === "signed-debt")).toBe(false);
  });

  test("an unreadable call is called that", () => {
    const plan = planned(move, snapshot, true);
    const strange = { ...plan, calls: [{ to: OWNER, data: "0x12345678", value: 0n } as const] };
    const rows = reviewRows(move, strange as typeof plan, snapshot);
    expect(rows.at(-1)?.after).toBe("Not readable. Do not sign it.");
  });
});

describe("the run of a move", () => {
  const snapshot = ordersFixture({ [LONG]: leveraged(1) });
  const plan = planned(move, snapshot, false);

  /** A chain that takes everything, until the given transaction is refused in the wallet. */
  function stand(refuseAt = 0) {
    const sent: string[] = [];
    const mined = (hash: `0x${string}`): Mined => ({
      ...{ hash, status: "success", blockNumber: 1n, replaced: "no", received: () => 0n },
    });
    const ports: RunPorts = {
      wallet: () => ({ address: OWNER, chainId: 31_337 }),
      simulate: async () => {},
      estimateGas: async () => 1n,
      send: async ({ to }) => {
        if (sent.length + 1 === refuseAt) throw Object.assign(new Error("refused"), { code: 4001 });
        sent.push(to);
        return "0x01";
      },
      waitFor: async (hash) => mined(hash),
      allowance: async () => 0n,
      permitDomain: async () => undefined,
      sign: async () => "0x",
      refresh: async () => {},
    };
    const events: RunEvent[] = [];
    const run = runPlan({
      ...{ plan, owner: OWNER, chainId: 31_337, chainName: "Fixture", method: "signature", deadline: 1n },
      ...{
        ports,
        emit: (event: RunEvent) => events.push(event),
        attendance: { stopped: new AbortController().signal },
      },
    });
    return { run, sent, events };
  }

  test("sends the permission to the engine, then the move to the mover", async () => {
    const { run, sent, events } = stand();
    await run;
    const { marginEngine, accountMover } = snapshot.deployment.contracts;
    expect(sent).toEqual([marginEngine, accountMover]);
    const done = events.flatMap((event) => (event.type === "done" ? [event.step] : []));
    expect(done).toEqual(["operator", "send", "update"]);
  });

  test("a refusal after the permission keeps it, and the run says so", async () => {
    const { run, sent } = stand(2);
    await expect(run).rejects.toThrow("refused");
    expect(sent).toEqual([snapshot.deployment.contracts.marginEngine]);
    const state: RunState = {
      ...{ status: "running", approval: undefined, problem: undefined },
      steps: [
        { name: "operator", status: "done" },
        { name: "send", status: "wallet" },
      ],
    };
    expect(keptOf(state)).toBe("operator");
  });
});

test("the permission is given and taken back by name", () => {
  const snapshot = ordersFixture();
  for (const on of [true, false]) {
    const intent: OrderIntent = { type: "operator", on };
    const plan = planned(intent, snapshot);
    const rows = reviewRows(intent, plan, snapshot);
    expect(rows.find(({ name }) => name === "permission")?.after).toMatch(
      on ? /: Allowed$/ : /: Not allowed$/,
    );
    expect(effectsOf(intent, plan, snapshot)).toHaveLength(1);
    expect(titleOf(intent, plan, snapshot)).toMatch(on ? /^Allow/ : /^Take back/);
  }
});

test("the demo wallet says what an order is, and reads none of it as a trade", () => {
  const snapshot = ordersFixture({ [LONG]: leveraged(1) });
  const { deployment } = snapshot;
  const said = (intent: OrderIntent, operator?: boolean) =>
    planned(intent, snapshot, operator).calls.map((call) => describeTransaction(call, deployment));
  const [swapped] = said(sale);
  expect(swapped).toMatchObject({ title: "Swap collateral", contract: "Margin engine" });
  expect(swapped?.values[0]).toEqual({ name: "Sold", value: "0.5 ETH" });
  const [permission, moved] = said(move, false);
  expect(permission).toMatchObject({
    title: "Operator",
    values: [{ name: "Account mover", value: "May act on all sub-accounts" }],
  });
  expect(moved).toMatchObject({ title: "Move position", contract: "Account mover" });
  expect(moved?.values.map(({ value }) => value)).toContain("All ETH");
});
