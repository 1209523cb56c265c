import { LendingVaultUnknownError, parseAmount, WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { reservesOf, totalsOf } from "@/features/earn/reserves";
import { earnedOf } from "@/features/earn/vault/earned";
import {
  type VaultForm,
  vaultButton,
  vaultIntent,
  vaultLimit,
  vaultNote,
} from "@/features/earn/vault/vault-form";
import { entriesOf } from "@/features/portfolio/history/entries";
import { portfolioViewOf } from "@/features/portfolio/portfolio-view";
import { resultsOf } from "@/features/portfolio/result/results";
import { stressViewOf } from "@/features/portfolio/stress/stress-view";
import { effectsOf, titleOf } from "@/features/transaction/describe";
import type { VaultIntent } from "@/features/transaction/intent";
import { planAny } from "@/features/transaction/plan-any";
import { reviewRows } from "@/features/transaction/review-rows";
import { decodeVaultCall } from "@/features/transaction/vault/decode";
import { planVault } from "@/features/transaction/vault/plan";
import { describeTransaction } from "@/features/wallet/demo/describe";
import { ownerHistory } from "./support/history";
import { type FixtureOptions, fixture, LIMITS, OWNER, USDC } from "./support/market";
import { SHARE, VAULT, vaultEvent, vaultState } from "./support/vaults";

const snapshot = fixture();
const context = { snapshot, limits: LIMITS };
const read = (text: string) => parseAmount(text, 6, "USDC");
const form = (change: Partial<VaultForm> = {}, options: FixtureOptions = {}): VaultForm => {
  const [asset] = fixture(options).markets[0]?.assets ?? [];
  if (asset === undefined) throw new TypeError("a quote asset");
  return { asset, vault: vaultState(), mode: "withdraw", balance: 700n * USDC, ...change };
};
const takeMax = () => {};

describe("withdrawing from a vault", () => {
  test("Max redeems every share where the cash is enough", () => {
    const { max, isAll } = vaultLimit(form());
    expect({ max, isAll }).toEqual({ max: 2_000n * USDC, isAll: true });
    expect(vaultIntent(form(), max)).toMatchObject({ type: "vaultWithdraw", amount: "max" });
    expect(vaultIntent(form(), max - 1n)).toMatchObject({ amount: max - 1n });
    // Max of an earlier block: shares have earned since, and everything is still everything
    expect(vaultIntent(form(), max - 1n, true)).toMatchObject({ amount: "max" });
    const plan = planVault(
      { type: "vaultWithdraw", market: 1, asset: 0, amount: "max" },
      context,
      vaultState(),
    );
    expect(decodeVaultCall(plan.calls[0]?.data ?? "0x")).toMatchObject({
      name: "redeem",
      amount: 2_000n * SHARE,
      receiver: OWNER,
    });
  });

  test("Max takes the cash as an amount where it is short: shares grow until the block, cash does not", () => {
    for (const cash of [1_200n * USDC, 2_000n * USDC]) {
      const short = form({}, { cash });
      expect(vaultLimit(short)).toEqual({ max: cash, isAll: false });
      const intent = vaultIntent(short, cash);
      expect(intent).toMatchObject({ amount: cash });
      const plan = planVault(
        intent as VaultIntent,
        { snapshot: fixture({ cash }), limits: LIMITS },
        vaultState(),
      );
      expect(plan.guards.filter(({ level }) => level === "block")).toEqual([]);
      expect(decodeVaultCall(plan.calls[0]?.data ?? "0x")?.name).toBe("withdraw");
    }
  });

  test("says how much can be had now, and when more", () => {
    const note = vaultNote(form({}, { cash: 1_200n * USDC }), read("1500"), takeMax);
    expect(note?.text).toMatch(/^Only 1,200\.00\u00a0USDC available now: .* as soon as borrowers pay back/);
    expect(vaultNote(form({}, { cash: 0n }), read("1"), takeMax)?.text).toMatch(/^Nothing is available now/);
    expect(vaultNote(form(), read("2000.01"), takeMax)?.text).toBe("Only 2,000.00\u00a0USDC is yours.");
  });
});

describe("depositing", () => {
  test("asks for exactly its amount, to the vault", () => {
    const { approvals, guards } = planVault(
      { type: "vaultDeposit", market: 1, asset: 0, amount: 500n * USDC },
      context,
      vaultState(),
    );
    expect(approvals).toMatchObject([{ amount: 500n * USDC, spender: VAULT }]);
    expect(guards).toEqual([]);
    expect(vaultLimit(form({ mode: "deposit" }))).toEqual({ max: 700n * USDC, isAll: false });
    expect(vaultNote(form({ mode: "deposit" }), read("701.5"), takeMax)?.text).toBe(
      "1.50\u00a0USDC more than your balance.",
    );
  });

  test("of a vault that is not known yet says so, and of another one's never plans", () => {
    const intent = { type: "vaultDeposit", market: 1, asset: 0, amount: 1n } as const;
    expect(() => planVault(intent, context, undefined)).toThrow(LendingVaultUnknownError);
    expect(() => planVault(intent, context, vaultState({ asset: 1 }))).toThrow(/not known yet/);
  });

  test("names the step with its amount, or why there is none", () => {
    const plan = planVault(
      { type: "vaultDeposit", market: 1, asset: 0, amount: 250n * USDC },
      context,
      vaultState(),
    );
    const inputs = {
      form: form({ mode: "deposit" }),
      parsed: read("250"),
      note: undefined,
      plan: { status: "planned", plan, exact: true, checked: true, quoteError: undefined },
      canSign: { ok: true },
    } as const;
    expect(vaultButton(inputs)).toEqual({ state: "ready", label: "Review: deposit 250.00\u00a0USDC" });
    expect(vaultButton({ ...inputs, parsed: read("") }).label).toBe("Enter an amount");
    expect(vaultButton({ ...inputs, canSign: { ok: false, reason: "Old." } }).label).toBe("Old.");
  });
});

describe("the review", () => {
  const nothing = { report: undefined, backstop: undefined };
  const of = (intent: VaultIntent, vault = vaultState()) => {
    const plan = planAny(intent, context, { ...nothing, lendingVault: vault });
    const rows = Object.fromEntries(
      reviewRows(intent, plan, snapshot).map(({ name, after, raw }) => [name, { after, raw }]),
    );
    return { plan, rows, title: titleOf(intent, plan, snapshot), effects: effectsOf(intent, plan, snapshot) };
  };

  test("tells what the call itself says", () => {
    const { rows, title, effects } = of({ type: "vaultDeposit", market: 1, asset: 0, amount: 250n * USDC });
    expect(title).toBe("Deposit 250.00\u00a0USDC to the vault");
    expect(rows.call).toEqual({ after: "deposit 250.00\u00a0USDC", raw: 250n * USDC });
    expect(rows.receiver?.after).toMatch(/^you, 0x7099/);
    expect(rows.sharesAfter?.raw).toBeGreaterThan(2_000n * SHARE);
    expect(effects.map(({ direction }) => direction)).toEqual(["out", "inside", "in"]);
  });

  test("of everything names the shares that are burnt", () => {
    const { rows, title } = of({ type: "vaultWithdraw", market: 1, asset: 0, amount: "max" });
    expect(title).toBe("Withdraw all USDC from the vault");
    expect(rows.call).toEqual({ after: "redeem 2,000.00 shares", raw: 2_000n * SHARE });
    expect(rows.sharesAfter?.raw).toBe(0n);
  });

  test("of a harvest names what is lent again, for everybody", () => {
    const recovered = vaultState({
      recovery: { owed: 10n * USDC, claimable: 40n * USDC, vesting: 0n, vestedAt: 0n },
    });
    const { rows, title, effects, plan } = of({ type: "vaultHarvest", market: 1, asset: 0 }, recovered);
    expect(title).toBe("Collect 40.00\u00a0USDC for the vault");
    expect(rows.call?.after).toBe("harvest");
    expect(effects).toHaveLength(1);
    expect(plan.guards).toEqual([]);
    const vests = vaultState({
      recovery: { owed: 0n, claimable: 40n * USDC, vesting: 1n, vestedAt: snapshot.timestamp + 60n },
    });
    expect(of({ type: "vaultHarvest", market: 1, asset: 0 }, vests).plan.guards[0]?.code).toBe(
      "recovery-vesting",
    );
  });

  test("the demo wallet reads the same call", () => {
    const { plan } = of({ type: "vaultDeposit", market: 1, asset: 0, amount: 250n * USDC });
    const deployment = {
      ...snapshot.deployment,
      markets: snapshot.deployment.markets.map((market) => ({
        ...market,
        assets: market.assets.map((asset) => (asset.index === 0 ? { ...asset, lendingVault: VAULT } : asset)),
      })),
    } as typeof snapshot.deployment;
    const [call] = plan.calls;
    const told = describeTransaction({ to: call?.to, data: call?.data ?? "0x" }, deployment);
    expect(told).toMatchObject({ title: "Vault deposit, USDC", contract: "Vault of USDC" });
    expect(told.values).toEqual([
      { name: "Amount", value: "250 USDC" },
      { name: "Receiver", value: OWNER },
    ]);
  });
});

describe("what is lent", () => {
  const stakes = { owner: OWNER, states: [vaultState()] };
  const held = { ...snapshot, lender: [{ market: 1, asset: 0, shares: 1n, assets: 500n * USDC }] };

  test("is direct supply and vault tokens together", () => {
    const totals = totalsOf(reservesOf(held, stakes));
    expect(totals).toMatchObject({ yours: 2_500n * WAD, reserves: 1 });
    expect(totals.yearly).toBeGreaterThan(0n);
  });

  test("is not known while the vaults are not: never less", () => {
    const totals = totalsOf(reservesOf(held, "unknown"));
    expect(totals).toMatchObject({ yours: undefined, rate: undefined, yearly: undefined });
    expect(totals.total).toBeGreaterThan(0n);
  });

  test("counts in the portfolio, its net worth and its stress test", () => {
    const [with_, without] = [portfolioViewOf(held, [vaultState()]), portfolioViewOf(held)];
    expect(with_.portfolio.loans.map(({ vault, assets }) => [vault, assets])).toEqual([
      [undefined, 500n * USDC],
      [VAULT, 2_000n * USDC],
    ]);
    expect((with_.portfolio.netWorth ?? 0n) - (without.portfolio.netWorth ?? 0n)).toBe(2_000n * WAD);
    const unknown = portfolioViewOf(held, "unknown");
    expect(unknown.portfolio).toMatchObject({ netWorth: undefined, lent: undefined });
    const calm = { moves: {}, volatility: 10 };
    expect(stressViewOf(held, with_.portfolio, calm, with_.vaults).change).toBe(0n);
    expect(stressViewOf(held, unknown.portfolio, calm, "unknown").change).toBeUndefined();
  });

  test("what it earned is its worth and what came out, less what was paid in", () => {
    const events = [
      vaultEvent(),
      vaultEvent({ type: "withdraw", assets: -300n * USDC, shares: -1n, logIndex: 10 }),
      vaultEvent({ asset: 1, assets: 7n, logIndex: 11 }),
    ];
    expect(earnedOf(events, { market: 1, asset: 0 }, 2_000n * USDC)).toBe(400n * USDC);
    // a deposit of now is worth a unit or two less by rounding, which is no loss; more is one
    const fresh = [vaultEvent({ assets: 2_000n * USDC })];
    expect(earnedOf(fresh, { market: 1, asset: 0 }, 2_000n * USDC - 3n)).toBe(0n);
    expect(earnedOf(fresh, { market: 1, asset: 0 }, 2_000n * USDC - 4n)).toBe(-4n);
    const mixed = [...events, vaultEvent({ type: "received", assets: undefined, shares: 5n, logIndex: 12 })];
    expect(earnedOf(mixed, { market: 1, asset: 0 }, 2_000n * USDC)).toBeUndefined();
    expect(earnedOf([], { market: 1, asset: 0 }, 2_000n * USDC)).toBeUndefined();
    expect(earnedOf(undefined, { market: 1, asset: 0 }, 0n)).toBeUndefined();
  });

  test("has a line of its own in the result and in the history", () => {
    const history = ownerHistory({
      vaults: [
        vaultEvent(),
        vaultEvent({ type: "sent", market: 1, asset: 1, assets: undefined, shares: -SHARE, logIndex: 12 }),
      ],
    });
    const { rows, total } = resultsOf(portfolioViewOf(held, [vaultState()]), history);
    expect(rows.find(({ key }) => key === "vault.1.0")?.performance?.net).toBe(100n * WAD);
    expect(rows.find(({ key }) => key === "vault.1.1")?.performance).toBeUndefined();
    expect(total.isPart).toBe(true);
    const entries = entriesOf(history, held).filter(({ vault }) => vault !== undefined);
    expect(entries.map(({ type, asset, size }) => [type, asset.symbol, size])).toEqual([
      ["vault-sent", "ETH vault shares", -SHARE],
      ["vault-deposit", "USDC", 1_900n * USDC],
    ]);
  });
});
