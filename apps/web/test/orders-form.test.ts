import { type Position, parseAmount, positionOf, spareAccount } from "@gimbal/sdk";
import { beforeEach, describe, expect, test } from "vitest";
import { orderButton, orderNote } from "@/features/portfolio/orders/order-button";
import { type MoveIntent, orderLimit } from "@/features/portfolio/orders/order-limits";
import { targetsOf } from "@/features/portfolio/orders/targets";
import { useUnfinished } from "@/features/portfolio/orders/unfinished-store";
import { accountName } from "@/features/positions/position-view";
import type { AmountOrMax, OrderIntent } from "@/features/transaction/intent";
import { accountChange } from "@/features/transaction/orders/account-change";
import { planOrder } from "@/features/transaction/orders/plan";
import type { PlanState } from "@/features/transaction/use-plan";
import { ETH, LIMITS, OWNER, USDC } from "./support/market";
import { CROSS, CROSS_ACCOUNT, holdingOnly, LONG, leveraged, ordersFixture, SHORT } from "./support/orders";

const both = { collateral: 1, debt: 0 };

describe("targets", () => {
  test("are the next free account of each market that takes the assets, the own market first", () => {
    const snapshot = ordersFixture({ [LONG]: leveraged(1) });
    const position = positionOf(snapshot, LONG) as Position;
    expect(targetsOf(snapshot, position, both)).toEqual([
      { account: spareAccount(OWNER, 1, 2), market: 1, isNew: true },
      { account: CROSS_ACCOUNT, market: CROSS, isNew: true },
    ]);
  });

  test("in use come first, but not those that owe what would be held", () => {
    const short = { market: 1, collateral: [9_000n * USDC, 0n], debt: [0n, ETH] };
    const snapshot = ordersFixture({
      ...{ [LONG]: leveraged(1), [SHORT]: short, [CROSS_ACCOUNT]: holdingOnly(CROSS) },
    });
    const position = positionOf(snapshot, LONG) as Position;
    const targets = targetsOf(snapshot, position, both);
    expect(targets.map(({ account }) => account)).toEqual([
      CROSS_ACCOUNT,
      spareAccount(OWNER, 1, 2),
      spareAccount(OWNER, CROSS, 2),
    ]);
    expect(targets.some(({ account }) => account === SHORT)).toBe(false);
  });

  test("a market with another token at the index is none", () => {
    const snapshot = ordersFixture({ [LONG]: leveraged(1) });
    const markets = snapshot.markets.map((market) =>
      market.id === 1
        ? market
        : { ...market, assets: market.assets.map((asset) => ({ ...asset, token: OWNER })) },
    );
    const position = positionOf(snapshot, LONG) as Position;
    expect(targetsOf({ ...snapshot, markets }, position, both).map(({ market }) => market)).toEqual([1]);
  });

  test("collateral in the quote asset goes where a short would be", () => {
    const snapshot = ordersFixture({
      [CROSS_ACCOUNT]: { market: CROSS, collateral: [500n * USDC, 0n], debt: [] },
    });
    const position = positionOf(snapshot, CROSS_ACCOUNT) as Position;
    const target = targetsOf(snapshot, position, { collateral: 0 }).find(({ market }) => market === 1);
    expect(target?.account).toBe(SHORT);
  });
});

describe("the most of an order", () => {
  const move = (collateral: AmountOrMax): OrderIntent => ({
    ...{ type: "move", account: LONG, market: 1, target: CROSS_ACCOUNT, targetMarket: CROSS },
    ...{ collateralAsset: 1, debtAsset: 0, collateral, debt: 0n },
  });

  test("is all of it where nothing is owed", () => {
    const snapshot = ordersFixture({ [LONG]: holdingOnly(1) });
    expect(orderLimit({ snapshot, limits: LIMITS, total: ETH, order: move })).toEqual({
      max: ETH,
      isAll: true,
    });
  });

  test("leaves exactly the opening margin: one unit more is refused", () => {
    const snapshot = ordersFixture({ [LONG]: leveraged(1) });
    const { max, isAll } = orderLimit({ snapshot, limits: LIMITS, total: 3n * ETH, order: move });
    expect(isAll).toBe(false);
    const codes = (amount: bigint) =>
      planOrder(move(amount), { snapshot, limits: LIMITS }, true)
        .guards.filter(({ level }) => level === "block")
        .map(({ code }) => code);
    expect(max).toBeGreaterThan(ETH);
    expect(codes(max)).toEqual([]);
    expect(codes(max + 1n)).toEqual(["initial-margin-not-met"]);
  });

  test("of nothing is nothing", () => {
    const snapshot = ordersFixture();
    expect(orderLimit({ snapshot, limits: LIMITS, total: 0n, order: move })).toEqual({
      max: 0n,
      isAll: false,
    });
  });
});

describe("the button and the note", () => {
  const token = { symbol: "ETH", decimals: 18 };
  const words = { tooMuch: (text: string) => `holds ${text}`, most: (text: string) => `most ${text}` };
  const note = (text: string, isAll = false) =>
    orderNote({
      ...{ parsed: parseAmount(text, 18, "ETH"), isAll, total: 2n * ETH, token, words },
      ...{ limit: { max: ETH, isAll: false }, takeMax: () => {} },
    });

  test("more than there is stops, more than can be warns, all says so", () => {
    expect(note("3")).toMatchObject({ tone: "error", text: "holds 2.000\u00a0ETH" });
    expect(note("1.5")).toMatchObject({ tone: "warning", text: "most 1.000\u00a0ETH" });
    expect(note("1")).toBeUndefined();
    expect(note("")).toBeUndefined();
    expect(note("2", true)?.tone).toBe("info");
    expect(note("abc")?.tone).toBe("error");
  });

  const snapshot = ordersFixture({ [LONG]: leveraged(1) });
  const planned = (collateral: bigint): PlanState => ({
    status: "planned",
    plan: planOrder(
      {
        ...{ type: "move", account: LONG, market: 1, target: CROSS_ACCOUNT, targetMarket: CROSS },
        ...{ collateralAsset: 1, debtAsset: 0, collateral, debt: 0n },
      },
      { snapshot, limits: LIMITS },
      true,
    ),
    ...{ exact: true, checked: true, quoteError: undefined },
  });
  const button = (change: Partial<Parameters<typeof orderButton>[0]>) =>
    orderButton({
      ...{ parsed: parseAmount("1", 18, "ETH"), note: undefined, plan: planned(ETH / 10n) },
      ...{ canSign: { ok: true }, title: "Move 1 ETH" },
      ...change,
    });

  test("fails closed and says why", () => {
    expect(button({})).toEqual({ state: "ready", label: "Review: Move 1 ETH" });
    expect(button({ canSign: { ok: false, reason: "Watching" } })).toEqual({
      state: "off",
      label: "Watching",
    });
    expect(button({ parsed: parseAmount("", 18, "ETH") }).label).toBe("Enter an amount");
    expect(button({ parsed: parseAmount("x", 18, "ETH") }).state).toBe("off");
    expect(button({ plan: { status: "none" } }).label).toBe("Enter an amount");
    expect(button({ plan: planned(2n * ETH) })).toMatchObject({ state: "off" });
    expect(button({ plan: planned(2n * ETH) }).label).toBe("Too little collateral for this");
    expect(button({ note: { tone: "error", text: "no" } }).state).toBe("off");
    const ready = planned(ETH / 10n);
    if (ready.status !== "planned") throw new TypeError("planned");
    expect(button({ plan: { ...ready, quoteError: new Error("x") } }).label).toBe("No quote from the chain");
    expect(button({ plan: { ...ready, checked: false } }).state).toBe("checking");
  });
});

test("an account's change has a row for each asset before or after, and says when it is empty", () => {
  const snapshot = ordersFixture({ [LONG]: leveraged(1) });
  const position = positionOf(snapshot, LONG) as Position;
  const rows = accountChange(position, undefined);
  expect(rows.map(({ name }) => name)).toEqual([
    ...["health", "leverage", "liquidation", "collateral-ETH", "debt-USDC"],
  ]);
  expect(rows[0]?.after).toEqual({ text: "Empty", raw: null });
  expect(rows[3]).toMatchObject({ before: { raw: 3n * ETH }, after: { raw: 0n } });
  expect(accountChange(undefined, undefined).map(({ name }) => name)).toEqual([
    ...["health", "leverage", "liquidation"],
  ]);
});

test("a further account is called by its number", () => {
  const spare = spareAccount(OWNER, 1, 2);
  const snapshot = ordersFixture({ [LONG]: leveraged(1), [spare]: leveraged(1) });
  const names = [LONG, spare].map((id) => accountName(positionOf(snapshot, id) as Position));
  expect(names).toEqual(["ETH long", "ETH long (2)"]);
});

describe("a move that is not finished", () => {
  beforeEach(() => useUnfinished.getState().forget());

  test("survives a reload with its amounts", async () => {
    const intent: MoveIntent = {
      ...({ type: "move", account: LONG, market: 1, target: CROSS_ACCOUNT, targetMarket: CROSS } as const),
      ...{ collateralAsset: 1, debtAsset: 0, collateral: ETH / 3n, debt: 0n },
    };
    useUnfinished.getState().keep({ intent, by: { owner: OWNER, chainId: 31_337 } });
    const kept = localStorage.getItem("gimbal.unfinished-move") ?? "";
    expect(kept).toContain(`${ETH / 3n}n`);
    useUnfinished.setState({ move: undefined });
    localStorage.setItem("gimbal.unfinished-move", kept);
    await useUnfinished.persist.rehydrate();
    expect(useUnfinished.getState().move?.intent).toEqual(intent);
    useUnfinished.getState().forget();
    await useUnfinished.persist.rehydrate();
    expect(useUnfinished.getState().move).toBeUndefined();
  });
});
