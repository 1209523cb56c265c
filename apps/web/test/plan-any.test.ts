import type { OpenPositionReturnType } from "@gimbal/sdk";
import { AuctionUnknownError, positionAccount } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import type { Intent } from "@/features/transaction/intent";
import { planAny } from "@/features/transaction/plan-any";
import { isPermittable } from "@/features/transaction/plan-of";
import { account, longState, quote, report } from "./support/liquidations";
import { fixture, LIMITS, OWNER, USDC } from "./support/market";

const snapshot = fixture();
const context = { snapshot, limits: LIMITS };
const nothing = { report: undefined, backstop: undefined };
const opening = (softZone?: boolean): Intent => ({
  type: "open",
  market: 1,
  account: positionAccount(OWNER, 1, "long"),
  side: "long",
  base: 1,
  equity: 1_000n * USDC,
  borrow: 1_000n * USDC,
  softZone,
});

describe("the soft-zone choice of an opening", () => {
  test("is a second call, to the engine, after the position", () => {
    const [plain, chosen] = [planAny(opening(), context, nothing), planAny(opening(true), context, nothing)];
    expect(plain.calls).toHaveLength(1);
    expect(chosen.calls).toHaveLength(2);
    expect(chosen.calls[0]).toEqual(plain.calls[0]);
    expect(chosen.calls[1]?.to).toBe(snapshot.deployment.contracts.marginEngine);
  });

  test("is still there once the allowance is signed", () => {
    const plan = planAny(opening(false), context, nothing);
    if (!isPermittable(plan)) throw new TypeError("permittable");
    const signed = plan.withPermit({ deadline: 1n, value: 1n, signature: `0x${"11".repeat(65)}` });
    expect(signed.calls).toHaveLength(2);
    expect(signed.calls[1]).toEqual(plan.calls[1]);
    expect((signed as OpenPositionReturnType).approvals).toEqual([]);
  });
});

describe("a bid", () => {
  const bid = (capital: "own" | "flash", maxRepaid: bigint | "max" = "max"): Intent => ({
    type: "take",
    market: 1,
    account: longState(8_700n).id,
    collateralAsset: 1,
    debtAsset: 0,
    maxRepaid,
    capital,
  });
  const beside = { report: report(account(longState(8_700n), { quote: quote() })), backstop: undefined };

  test("with own capital allows exactly what it may pull, at a price and a time that are bounded", () => {
    const plan = planAny(bid("own"), context, beside);
    expect(plan.action.type).toBe("take");
    const { args } = plan.action as { args: { maxPrice: bigint; deadline: bigint; maxRepaid: bigint } };
    expect(args.deadline).toBe(LIMITS.deadline);
    // 3,006 USDC for 1.01 ETH, and 0.3 % more
    const expected = ((3_006n * USDC * 10n ** 18n) / ((101n * 10n ** 18n) / 100n)) * 1_003n;
    expect(args.maxPrice - expected / 1_000n).toBeLessThan(10n);
    expect(plan.approvals[0]?.amount).toBeGreaterThanOrEqual(args.maxRepaid);
    expect(plan.guards).toEqual([]);
  });

  test("of a part pays and takes that part", () => {
    const plan = planAny(bid("own", 1_500n * USDC), context, beside);
    expect(plan.preview).toMatchObject({
      repaid: 1_500n * USDC,
      fee: 3n * USDC,
      seized: (505n * 10n ** 18n) / 1_000n,
    });
  });

  test("without capital needs no allowance", () => {
    const plan = planAny(bid("flash"), context, beside);
    expect(plan.action.type).toBe("takeAndSell");
    expect(plan.approvals).toEqual([]);
  });

  test("says why nothing can be taken", () => {
    const of = (change: Parameters<typeof quote>[0]) => ({
      report: report(account(longState(8_700n), { quote: quote(change) })),
      backstop: undefined,
    });
    const message = (change: Parameters<typeof quote>[0]) =>
      planAny(bid("own"), context, of(change)).guards.map((guard) => guard.message)[0];
    expect(message({ zone: "safe" })).toBe("The account is healthy.");
    expect(message({ seized: 0n, repaid: 0n, fee: 0n, room: 0n })).toMatch(/^Takes have used up/);
    expect(() => planAny(bid("own"), context, nothing)).toThrow(AuctionUnknownError);
  });
});
