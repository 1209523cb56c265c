import { type BackstopState, WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import {
  backstopButton,
  backstopIntent,
  backstopNote,
  sharesFor,
} from "@/features/earn/backstop/backstop-form";
import { exitStateOf } from "@/features/earn/backstop/exit-state";
import { planBackstop } from "@/features/transaction/backstop/plan";
import { fixture, LIMITS, marketOfFixture, USDC } from "./support/market";

const SHARES = 10n ** 12n;
const state = (change: Partial<BackstopState> = {}): BackstopState => ({
  market: 1,
  address: "0x5000000000000000000000000000000000000005",
  quote: 0,
  cash: 90_000n * USDC,
  vesting: 0n,
  low: 100_000n * USDC,
  high: 110_000n * USDC,
  pricesUp: true,
  covered: 0n,
  coverRoom: 45_000n * USDC,
  shares: 100_000n * SHARES,
  sharePrice: WAD,
  queued: 0n,
  exitsLimited: false,
  exitRoom: 90_000n * USDC,
  depositCap: 115_000n * USDC,
  cooldown: 1_209_600n,
  window: 259_200n,
  holdings: [],
  stake: {
    shares: 1_000n * SHARES,
    assets: 1_000n * USDC,
    waiting: 0n,
    waitingAssets: 0n,
    opensAt: 0n,
    closesAt: 0n,
    redeemable: 0n,
    allowance: 0n,
  },
  ...change,
});
const snapshot = fixture();
const [quote] = marketOfFixture().assets;
const context = { snapshot, limits: LIMITS };
const amount = (value: bigint) => ({ type: "amount", amount: value }) as const;

describe("an exit", () => {
  test("waits, opens, and is none once its window has passed", () => {
    const stake = { waiting: 1n, opensAt: 100n, closesAt: 200n };
    expect(exitStateOf(stake, 40n)).toEqual({ type: "waiting", left: 60 });
    expect(exitStateOf(stake, 100n)).toEqual({ type: "open", left: 100 });
    expect(exitStateOf(stake, 201n)).toEqual({ type: "none" });
    expect(exitStateOf({ ...stake, waiting: 0n }, 150n)).toEqual({ type: "none" });
    expect(exitStateOf(undefined, 0n)).toEqual({ type: "none" });
  });

  test("of everything takes every share", () => {
    expect(sharesFor(state(), 1_000n * USDC)).toBe(1_000n * SHARES);
    expect(sharesFor(state(), 250n * USDC)).toBe(250n * SHARES);
    expect(sharesFor(state({ stake: undefined }), 1n)).toBe(0n);
    expect(backstopIntent("request", state(), 250n * USDC)).toMatchObject({ shares: 250n * SHARES });
    expect(backstopIntent("request", state(), 0n)).toBeUndefined();
  });
});

describe("a deposit", () => {
  const plan = (value: bigint, vault = state()) =>
    planBackstop({ type: "backstopDeposit", market: 1, amount: value }, context, vault);

  test("asks for exactly its amount, and is counted at the high mark", () => {
    const { approvals, preview, guards } = plan(1_000n * USDC);
    expect(approvals).toMatchObject([{ amount: 1_000n * USDC, spender: state().address }]);
    expect(guards).toEqual([]);
    expect("shares" in preview && preview.shares < 1_000n * SHARES).toBe(true);
  });

  test("stops at the cap, at the balance, and while a price is down", () => {
    const codes = (...args: Parameters<typeof plan>) => plan(...args).guards.map(({ code }) => code);
    expect(codes(5_001n * USDC)).toEqual(["supply-cap-exceeded"]);
    expect(codes(20_000n * USDC, state({ depositCap: 10n ** 12n }))).toEqual(["amount-above-balance"]);
    expect(codes(1n, state({ pricesUp: false }))).toEqual(["price-down"]);
  });

  test("of a vault that is not known yet says so", () => {
    expect(() => planBackstop({ type: "backstopCancel", market: 1 }, context, undefined)).toThrow(
      /not known yet/,
    );
  });
});

describe("the form", () => {
  test("names the step with its amount, or why there is none", () => {
    const ready = { status: "planned", exact: true, checked: true, quoteError: undefined } as const;
    const plan = planBackstop({ type: "backstopDeposit", market: 1, amount: 500n * USDC }, context, state());
    if (quote === undefined) throw new TypeError("a quote asset");
    const button = backstopButton(
      "deposit",
      amount(500n * USDC),
      undefined,
      { ...ready, plan },
      { ok: true },
      quote,
    );
    expect(button).toEqual({ state: "ready", label: "Review: deposit 500.00\u00a0USDC" });
    const note = backstopNote("request", state(), amount(1_001n * USDC), undefined, quote, () => {});
    expect(note).toMatchObject({ tone: "error", text: "Only 1,000.00\u00a0USDC is yours." });
    const off = backstopButton(
      "request",
      amount(1_001n * USDC),
      note,
      { ...ready, plan },
      { ok: true },
      quote,
    );
    expect(off.state).toBe("off");
    expect(
      backstopButton("deposit", { type: "empty" }, undefined, { status: "none" }, { ok: true }, quote).label,
    ).toBe("Enter an amount");
  });
});
