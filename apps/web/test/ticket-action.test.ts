import { GimbalError, parseAmount } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { guardLabel, type TicketActionInputs, ticketAction } from "@/features/ticket/ticket-action";
import type { Intent } from "@/features/transaction/intent";
import { planOf } from "@/features/transaction/plan-trade";
import type { PlanState } from "@/features/transaction/use-plan";
import { accountOf, type FixtureOptions, fixture, LIMITS, marketOfFixture, USDC } from "./support/market";

const read = (text: string) => parseAmount(text, 6, "USDC");

function planned(borrow: bigint, options: FixtureOptions = {}, equity = 1_000n * USDC): PlanState {
  const intent: Intent = {
    type: "open",
    account: accountOf("long"),
    market: 1,
    side: "long",
    base: 1,
    equity,
    borrow,
  };
  const plan = planOf(intent, { snapshot: fixture(options), limits: LIMITS });
  return { status: "planned", plan, exact: true, checked: true, quoteError: undefined };
}

const ready: TicketActionInputs = {
  wallet: { status: "connected", wrongNetwork: false },
  watching: false,
  chainName: "Local chain",
  data: "ok",
  market: marketOfFixture(),
  side: "long",
  base: 1,
  position: undefined,
  parsed: read("1000"),
  balance: 10_000n * USDC,
  hasPosition: false,
  leverage: 30,
  limit: 88,
  floor: 10,
  closed: undefined,
  plan: planned(2_000n * USDC),
};
const act = (change: Partial<TicketActionInputs>) => ticketAction({ ...ready, ...change });

describe("the ticket's button", () => {
  test("names the amount", () => {
    expect(act({})).toEqual({ state: "ready", label: "Review: open 0.999\u00a0ETH long" });
  });

  test.each<[string, Partial<TicketActionInputs>, string, string]>([
    ["watching", { watching: true }, "off", "You are watching this account"],
    ["no wallet", { wallet: { status: "disconnected", wrongNetwork: false } }, "connect", "Connect wallet"],
    [
      "wrong network",
      { wallet: { status: "connected", wrongNetwork: true } },
      "switch",
      "Switch to Local chain",
    ],
    ["old data", { data: "stale" }, "off", "Signing is off: data is old"],
    ["no data", { data: "none" }, "off", "Signing is off: no data yet"],
    ["a halt", { market: marketOfFixture({ paused: true }) }, "off", "Opening is paused. Closing works"],
    [
      "a closed gate",
      { market: marketOfFixture({ openingsClosed: true }) },
      "off",
      "Liquidations are thinly covered: opening is closed. Closing works",
    ],
    ["nothing typed", { parsed: read(""), plan: { status: "none" } }, "off", "Enter an amount"],
    ["a typing error", { parsed: read("1e3") }, "off", "Enter the amount in digits"],
    ["too little money", { parsed: read("10012.40") }, "off", "Needs 12.40\u00a0USDC more"],
    ["too much leverage", { leverage: 89 }, "off", "Above the maximum of 8.8×"],
    [
      "too little leverage",
      { leverage: 20, floor: 21, hasPosition: true },
      "off",
      "Below 2.1× is a reduction: use Adjust",
    ],
    [
      "closed openings",
      { closed: { detail: "coverage 1.08", about: "" }, limit: 10 },
      "off",
      "Openings are closed. Closing works",
    ],
    [
      "no quote",
      { plan: { ...planned(2_000n * USDC), quoteError: new Error("x") } as PlanState },
      "off",
      "No quote from the chain",
    ],
    [
      "a quote under way",
      { plan: { ...planned(2_000n * USDC), checked: false } as PlanState },
      "checking",
      "Checking on chain",
    ],
    [
      "an impossible plan",
      { plan: { status: "failed", error: new GimbalError("Not this.") } },
      "off",
      "Not this.",
    ],
  ])("with %s", (_, change, state, label) => {
    expect(act(change)).toEqual({ state, label });
  });

  test("closed openings let through what borrows nothing", () => {
    const closed = { detail: "the market is halted", about: "" };
    expect(act({ closed, leverage: 10, limit: 10, plan: planned(0n) }).state).not.toBe("off");
  });

  test("one unit above the balance is named, and never as 0.00", () => {
    const { label } = act({ parsed: read("10000.000001") });
    expect(label).toBe("Needs 0.000001\u00a0USDC more");
  });

  test("a position near the line asks for a second thought, with its health", () => {
    const { state, label } = act({ plan: planned(7_400n * USDC), leverage: 84 });
    expect(state).toBe("risky");
    expect(label).toMatch(/^Review: open 2\.\d+\sETH long, health 1\.0\d$/);
  });

  test.each<[string, bigint, FixtureOptions, RegExp]>([
    [
      "more than the reserve has",
      2_000n * USDC,
      { cash: 500n * USDC },
      /^Only 500\.00\sUSDC can be borrowed now$/,
    ],
    ["more than the margin allows", 30_000n * USDC, {}, /^Too little collateral for this leverage$/],
    ["a price that is down", 2_000n * USDC, { status: "down" }, /^No price: opening is off$/],
  ])("with %s", (_, borrow, options, label) => {
    expect(act({ plan: planned(borrow, options) })).toMatchObject({ state: "off" });
    expect(act({ plan: planned(borrow, options) }).label).toMatch(label);
  });

  test("a finding without a short form says its first sentence", () => {
    const guard = { code: "own-account", level: "block", message: "First. Second." } as const;
    expect(guardLabel(guard, { market: marketOfFixture(), side: "long" })).toBe("First");
  });
});
