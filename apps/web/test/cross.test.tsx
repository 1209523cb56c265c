import { type Side, type Snapshot, splitPosition, WAD } from "@gimbal/sdk";
import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { accountView } from "@/features/portfolio/accounts/account-view";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import { stressViewOf } from "@/features/portfolio/stress/stress-view";
import { hasTarget, leverageIntent } from "@/features/positions/adjust/leverage-target";
import { closeIntent } from "@/features/positions/close-intent";
import { keepOrder, keyOf } from "@/features/positions/order";
import { nameOf, viewOf } from "@/features/positions/position-view";
import { resultOf } from "@/features/positions/result";
import { equityOf } from "@/features/positions/totals";
import { leverageBasis } from "@/features/ticket/leverage";
import { guardLabel, tradeIn } from "@/features/ticket/ticket-action";
import { useTicketForms } from "@/features/ticket/ticket-store";
import { useTicket } from "@/features/ticket/use-ticket";
import { venueOf } from "@/features/ticket/venue";
import { parseTradeParams } from "@/features/trade/trade-params";
import { type MarginMode, useTradeStore } from "@/features/trade/trade-store";
import { effectsOf, titleOf } from "@/features/transaction/describe";
import type { TradeIntent } from "@/features/transaction/intent";
import { isTrade, swapOf } from "@/features/transaction/plan-of";
import { planOf } from "@/features/transaction/plan-trade";
import { BTC, CROSS, crossFixture, crossLongs, crossPosition, crossShorts } from "./support/cross";
import { accountOf, ETH, LIMITS, USDC } from "./support/market";

vi.mock("@/features/transaction/use-plan", () => ({ usePlan: () => ({ status: "none" }) }));
vi.mock("@/features/risk/use-risk", () => ({ useMarketRisk: () => undefined }));

function ticket(snapshot: Snapshot, margin: MarginMode, side: Side = "long", slug = "eth-usdc") {
  useTradeStore.setState({ side, margin, requestedLeverage: undefined });
  const { result } = renderHook(() => useTicket(snapshot, slug));
  return result;
}

beforeEach(() => useTicketForms.setState({ forms: {} }));

describe("the ticket in cross margin", () => {
  test("trades the page's asset in the cross market, on the cross account", () => {
    const found = ticket(crossFixture(), "cross");
    act(() => found.current?.setText("1000"));
    expect(found.current?.intent).toMatchObject({
      type: "open",
      account: CROSS,
      market: 4,
      base: 1,
      equity: 1_000n * USDC,
      borrow: 2_000n * USDC,
    });
    expect(found.current).toMatchObject({ marginMode: "cross", hasCross: true, leverage: 30 });
  });

  test("is the isolated one as before, with a form of its own", () => {
    const cross = ticket(crossFixture(), "cross");
    act(() => cross.current?.setText("1000"));
    const isolated = ticket(crossFixture(), "isolated");
    expect(isolated.current?.text).toBe("");
    act(() => isolated.current?.setText("500"));
    expect(isolated.current?.intent).toMatchObject({ account: accountOf("long"), market: 1, base: 1 });
  });

  test("needs no new collateral, and leverage is the asset's part of the whole equity", () => {
    const ethAlone = crossFixture({ collateral: [0n, 0n, BTC / 20n], debt: [2_000n * USDC, 0n, 0n] });
    const found = ticket(ethAlone, "cross");
    expect(found.current?.leverage).toBe(10);
    expect(found.current?.lowest).toBe(1);
    // equity of 2,500: at 1× the debt is as much
    expect(found.current?.intent).toMatchObject({ equity: 0n, borrow: 2_500n * USDC, base: 1 });
    act(() => found.current?.setLeverage(4));
    expect(found.current?.intent).toMatchObject({ borrow: 1_000n * USDC });
    expect(found.current?.limit).toBeGreaterThan(10);
  });

  test.each(["long", "short"] as const)(
    "of an asset that has another place in the cross market, %s",
    (side) => {
      const snapshot = side === "long" ? crossLongs() : crossShorts();
      const found = ticket(snapshot, "cross", side, "btc-usdc");
      act(() => found.current?.setLeverage(20));
      const { current } = found;
      // 1× of 4,500 stands: as much again, in USDC for a long and in BTC for a short
      const borrow = side === "long" ? 4_500n * USDC : BTC / 20n;
      expect(current?.intent).toMatchObject({ account: CROSS, market: 4, base: 2, side, equity: 0n, borrow });
      expect(current?.position).toMatchObject({ size: BTC / 20n, base: { symbol: "BTC" } });
      expect(current?.now).toBe(10);
      if (current?.intent === undefined) throw new TypeError("planned");
      const plan = planOf(current.intent, { snapshot, limits: LIMITS });
      if (!isTrade(plan)) throw new TypeError("trade");
      expect(plan.preview.maxLeverage?.borrow).toBe(current.max?.borrow);
      expect(plan.guards.filter(({ level }) => level === "block")).toEqual([]);
      const most = { ...current.intent, borrow: current.max?.borrow ?? 0n };
      const atMost = planOf(most, { snapshot, limits: LIMITS });
      if (!isTrade(atMost)) throw new TypeError("trade");
      // the engine scales a debt and rounds it up
      const over = (atMost.preview.after?.size ?? 0n) - (current.sizeAtMax ?? 0n);
      expect([0n, 1n]).toContain(over);
      act(() => found.current?.setAim({ by: "liquidation", text: side === "long" ? "40000" : "130000" }));
      const aimed = found.current?.intent;
      if (aimed === undefined) throw new TypeError("aimed");
      const reached = planOf(aimed, { snapshot, limits: LIMITS });
      if (!isTrade(reached)) throw new TypeError("trade");
      const price = Number(reached.preview.after?.liquidationPrice) / 1e18;
      expect(Math.abs(price - (side === "long" ? 40_000 : 130_000))).toBeLessThan(side === "long" ? 1 : 50);
    },
  );

  test("asks for nothing while the leverage stays where it is", () => {
    // 6,060 on 3,060 of equity: 1.98×, shown as 2.0×
    const snapshot = crossFixture({
      collateral: [0n, (ETH * 202n) / 100n, 0n],
      debt: [3_000n * USDC, 0n, 0n],
    });
    const found = ticket(snapshot, "cross");
    expect(found.current?.now).toBe(found.current?.leverage);
    expect(found.current?.intent).toBeUndefined();
    act(() => found.current?.setLeverage((found.current?.now ?? 0) + 1));
    expect(found.current?.intent).toMatchObject({ type: "open", equity: 0n });
  });

  test("by size asks for the debt that this asset needs", () => {
    const found = ticket(crossLongs(), "cross");
    act(() => found.current?.setAim({ by: "size", text: "3.5" }));
    const { intent } = found.current ?? {};
    if (intent?.type !== "open") throw new TypeError("planned");
    const plan = planOf(intent, { snapshot: crossLongs(), limits: LIMITS });
    if (!isTrade(plan)) throw new TypeError("trade");
    expect(plan.preview.after?.size).toBeGreaterThanOrEqual((35n * ETH) / 10n);
    expect(plan.preview.after?.size).toBeLessThan((351n * ETH) / 100n);
  });

  test("is not offered where the asset is in no cross market", () => {
    const { markets } = crossFixture();
    expect(venueOf(markets.slice(0, 1), "eth-usdc", "cross")).toMatchObject({
      margin: "isolated",
      hasCross: false,
    });
    expect(venueOf(markets, "eth-usdc", "cross")).toMatchObject({ base: 1, market: { id: 4 } });
    expect(venueOf(markets, "nowhere", "cross")).toBeUndefined();
  });

  test("is in the address", () => {
    expect(parseTradeParams({ margin: "cross" }).margin).toBe("cross");
    expect(parseTradeParams({ margin: "both" }).margin).toBeUndefined();
    act(() => useTradeStore.getState().setMargin("cross"));
    expect(window.location.search).toContain("margin=cross");
    act(() => useTradeStore.getState().setMargin("isolated"));
    expect(window.location.search).not.toContain("margin");
  });

  test.each<[string, () => Snapshot, Side, number, string]>([
    ["a long where the asset is owed", crossShorts, "long", 1, "Close the ETH short first"],
    ["a short where it is held", crossLongs, "short", 1, "Close the ETH long first"],
    [
      "a short where the quote is owed",
      () => crossFixture({ collateral: [0n, 3n * ETH, 0n], debt: [3_000n * USDC] }),
      "short",
      2,
      "Pay back the account's USDC first",
    ],
    [
      "a long where the quote is held",
      () => crossFixture({ collateral: [3_000n * USDC], debt: [0n, 0n, BTC / 100n] }),
      "long",
      1,
      "Withdraw the account's USDC first",
    ],
  ])("says what to do about %s", (_, snapshotOf, side, base, label) => {
    const snapshot = snapshotOf();
    const intent = {
      type: "open",
      account: CROSS,
      market: 4,
      side,
      base,
      equity: 10n * USDC,
      borrow: 1_000n,
    } as const;
    const { guards } = planOf(intent, { snapshot, limits: LIMITS });
    const guard = guards.find(({ code }) => code === "same-asset");
    if (guard === undefined) throw new TypeError("refused");
    expect(guardLabel(guard, { ...tradeIn(crossPosition(snapshot, base)), side })).toBe(label);
  });
});

describe("positions of a cross account", () => {
  const rows = () => splitPosition(crossPosition(crossLongs(), 1));

  test("have a name, a key and a place of their own", () => {
    expect(rows().map(nameOf)).toEqual(["ETH long", "BTC long"]);
    expect(rows().map((row) => viewOf(row, undefined, undefined).key)).toEqual([
      "cross:ETH:long",
      "cross:BTC:long",
    ]);
    expect(new Set(rows().map(keyOf)).size).toBe(2);
    const turned = rows().map(keyOf).reverse();
    expect(keepOrder(rows(), turned).map(keyOf)).toEqual(turned);
    expect(nameOf(crossPosition(crossFixture({ collateral: [10n * USDC] }), 1))).toBe("Cross margin");
  });

  test("gain against their entry, because nobody knows what was paid in for which", () => {
    const [eth] = rows();
    if (eth === undefined) throw new TypeError("open");
    const history = { trades: [], entry: 2_900n * USDC, invested: 7n, state: { inKind: false } };
    expect(resultOf(eth, history as never)).toEqual({ value: 300n * WAD, share: undefined });
    expect(resultOf(eth, { ...history, entry: undefined } as never)).toBeUndefined();
  });

  test("share the equity of their account", () => {
    expect(equityOf(rows())).toBe(4_500n * WAD);
    const alone = crossPosition(crossFixture({ collateral: [USDC] }), 1);
    expect(equityOf([...rows(), { ...alone, account: accountOf("long") }])).toBe(4_501n * WAD);
  });

  test("of the other way are no part of the size that a leverage counts", () => {
    const snapshot = crossShorts();
    const short = crossPosition(snapshot, 1);
    const basis = leverageBasis(short.market, "long", short, 0n);
    expect(basis).toMatchObject({ size: 0n, equity: 4_500n * WAD });
    expect(leverageBasis(short.market, "short", short, 0n)).toMatchObject({ size: 6_000n * WAD });
  });

  test("are brought to a leverage each", () => {
    const [eth] = rows();
    if (eth === undefined) throw new TypeError("open");
    expect(hasTarget(eth)).toBe(true);
    // 9,000 of 4,500 is 2×: half a turn less is 2,250 USD of it
    expect(leverageIntent(eth, (3n * WAD) / 2n)).toMatchObject({
      type: "reduce",
      base: 1,
      size: (3n * ETH) / 4n,
    });
    expect(leverageIntent(eth, 3n * WAD)).toMatchObject({
      type: "open",
      base: 1,
      equity: 0n,
      borrow: 4_500n * USDC,
    });
  });
});

describe("closing one of several", () => {
  const closing = (snapshot: Snapshot, base: number) => {
    const intent = closeIntent(crossPosition(snapshot, base)) as TradeIntent;
    const plan = planOf(intent, { snapshot, limits: LIMITS });
    const blocked = plan.guards.filter(({ level }) => level === "block");
    return { intent, plan, blocked };
  };

  test("a long sells all of it and pays back what it brings; the review says that the others stay", () => {
    const { intent, plan, blocked } = closing(crossLongs(), 2);
    expect(plan.action).toMatchObject({ type: "decreasePosition", args: { amount: BTC / 20n } });
    expect(blocked).toEqual([]);
    expect(titleOf(intent, plan, crossLongs())).toBe("Close BTC long");
    const effects = effectsOf(intent, plan, crossLongs()).map(({ text }) => text);
    expect(effects.at(-1)).toContain("stay open");
  });

  test("a long whose proceeds pay all the debt is closed, and the rest paid out", () => {
    const snapshot = crossFixture({ collateral: [0n, 3n * ETH, BTC / 20n], debt: [3_000n * USDC, 0n, 0n] });
    const { plan, blocked } = closing(snapshot, 2);
    expect(plan.action.type).toBe("closePosition");
    expect(blocked).toEqual([]);
    if (!isTrade(plan)) throw new TypeError("trade");
    expect(plan.preview.received).toBeGreaterThan(1_400n * USDC);
    expect(plan.preview.after?.legs.map(({ asset }) => asset.symbol)).toEqual(["ETH"]);
  });

  test("a short buys back all of it even at the worst price that is accepted", () => {
    const { intent, plan, blocked } = closing(crossShorts(), 2);
    expect(blocked).toEqual([]);
    if (plan.action.type !== "decreasePosition" || !isTrade(plan)) throw new TypeError("decrease");
    expect(plan.action.args.limit).toBeGreaterThanOrEqual(BTC / 20n);
    expect(plan.preview.after?.legs.map(({ asset }) => asset.symbol)).toEqual(["USDC", "ETH"]);
    // what the chain quotes for it is taken as it is
    const swap = swapOf(plan, crossShorts(), { market: 4, base: 2 });
    expect(swap).toHaveProperty("amountIn", plan.preview.quote.amountIn);
    const { quote } = plan.preview;
    const exact = planOf(intent, { snapshot: crossShorts(), limits: LIMITS, quote });
    expect(exact.action.type).toBe("decreasePosition");
  });

  test("the last short is closed, and its collateral paid out", () => {
    const snapshot = crossFixture({ collateral: [9_000n * USDC], debt: [0n, 2n * ETH, 0n] });
    expect(closing(snapshot, 1).plan.action.type).toBe("closePosition");
  });

  test("without debt a long is taken out, without money a short is paid back", () => {
    const held = crossFixture({ collateral: [0n, 3n * ETH, 0n] });
    expect(closing(held, 1).intent).toEqual({
      type: "removeCollateral",
      account: CROSS,
      market: 4,
      asset: 1,
      amount: "max",
    });
    const owed = crossFixture({ collateral: [0n, 0n, BTC], debt: [0n, ETH, 0n] });
    expect(closing(owed, 1).intent).toEqual({
      type: "repay",
      account: CROSS,
      market: 4,
      asset: 1,
      amount: "max",
    });
    expect(closeIntent(crossPosition(crossFixture({ collateral: [USDC] }), 1))).toBeUndefined();
  });
});

describe("the portfolio", () => {
  test("has the account once, by its name, with all that it holds and owes", () => {
    const snapshot = crossLongs();
    const { portfolio } = portfolioViewOf(snapshot);
    expect(portfolio.positions).toHaveLength(1);
    const [account] = portfolio.positions;
    if (account === undefined) throw new TypeError("open");
    const view = accountView(account, undefined);
    expect(view).toMatchObject({ name: "Cross margin", kind: "Cross" });
    expect(view.holds.replaceAll("\u00a0", " ")).toBe("3.000 ETH, 0.0500 BTC");
    expect(view.owes.replaceAll("\u00a0", " ")).toBe("9,000.00 USDC");
    // 13,500 of exposure on 4,500 of equity
    expect(view.leverage.raw).toBe(3n * WAD);
    expect(view.liquidation.text).toMatch(/^ETH /);
  });

  test("stresses it as one, by the moves of every asset in it", () => {
    const snapshot = crossLongs();
    const { portfolio } = portfolioViewOf(snapshot);
    const stressed = (moves: Record<string, number>) =>
      stressViewOf(snapshot, portfolio, { moves, volatility: 10 } as never).accounts;
    const [eth, both] = [stressed({ ETH: -10 }), stressed({ ETH: -10, BTC: -10 })];
    expect(eth).toHaveLength(1);
    expect(eth[0]?.name).toBe("Cross margin");
    expect(eth[0]?.equity).toBe(3_600n * WAD);
    expect(both[0]?.equity).toBe(3_150n * WAD);
  });
});
