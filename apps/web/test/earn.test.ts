import { parseAmount, WAD } from "@gimbal/sdk";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { curveOf, ratesAt, splitOf } from "@/features/earn/curve";
import { earnButton, earnIntent, earnLimit, earnNote } from "@/features/earn/dialog/earn-form";
import { type ReserveView, reservesOf, totalsOf } from "@/features/earn/reserves";
import { planOf } from "@/features/transaction/plan-trade";
import { type FixtureOptions, fixture, LIMITS, USDC } from "./support/market";

const SHARES = 10n ** 6n;

function reserveWith(lent: bigint, options: FixtureOptions = {}) {
  const snapshot = {
    ...fixture(options),
    lender: [{ market: 1, asset: 0, shares: lent * SHARES, assets: lent }],
  };
  return { snapshot, reserve: reservesOf(snapshot)[0] as ReserveView };
}
const read = (text: string) => parseAmount(text, 6, "USDC");

describe("withdrawing", () => {
  test("says that the rest is lent out, and offers what is there", () => {
    const { reserve } = reserveWith(5_000n * USDC, { cash: 1_200n * USDC });
    const takeMax = () => {};
    const note = earnNote({ reserve, mode: "withdraw", parsed: read("3000"), balance: 0n, takeMax });
    expect(note).toMatchObject({
      tone: "error",
      text: expect.stringMatching(
        /^Only 1,200\.00\u00a0USDC available now: the rest is lent out\. More can be withdrawn as soon as borrowers pay back/,
      ),
      action: { label: "Use Max" },
    });
    expect(earnLimit(reserve, "withdraw", 0n)).toEqual({ max: 1_200n * USDC, isAll: false });
  });

  test("more than one's own is not a shortfall", () => {
    const { reserve } = reserveWith(5_000n * USDC, { cash: 1_200n * USDC });
    const note = earnNote({
      reserve,
      mode: "withdraw",
      parsed: read("6000"),
      balance: 0n,
      takeMax: () => {},
    });
    expect(note?.text).toBe("Only 5,000.00\u00a0USDC is yours.");
  });

  test("Max redeems every share, so that nothing is left behind", () => {
    const { reserve } = reserveWith(5_000n * USDC);
    const limit = earnLimit(reserve, "withdraw", 0n);
    expect(earnIntent(reserve, "withdraw", limit.max, limit)).toMatchObject({
      type: "redeem",
      amount: "max",
    });
    expect(earnIntent(reserve, "withdraw", limit.max - 1n, limit)).toMatchObject({ amount: limit.max - 1n });
    expect(earnIntent(reserve, "withdraw", 0n, limit)).toBeUndefined();
  });
});

describe("supplying", () => {
  test("is limited by the balance", () => {
    const { reserve } = reserveWith(0n);
    expect(earnLimit(reserve, "supply", 700n * USDC).max).toBe(700n * USDC);
    const note = earnNote({
      reserve,
      mode: "supply",
      parsed: read("701.50"),
      balance: 700n * USDC,
      takeMax: () => {},
    });
    expect(note?.text).toBe("1.50\u00a0USDC more than your balance.");
  });

  test("names the amount on the button, and the reason when it is off", () => {
    const { snapshot, reserve } = reserveWith(0n);
    const plan = planOf(
      { type: "supply", market: 1, asset: 0, amount: 250n * USDC },
      { snapshot, limits: LIMITS },
    );
    const inputs = {
      reserve,
      mode: "supply",
      parsed: read("250"),
      note: undefined,
      plan: { status: "planned", plan, exact: true, checked: true, quoteError: undefined },
      canSign: { ok: true },
    } as const;
    expect(earnButton(inputs)).toEqual({ state: "ready", label: "Review: supply 250.00\u00a0USDC" });
    expect(earnButton({ ...inputs, parsed: read("") }).label).toBe("Enter an amount");
    expect(earnButton({ ...inputs, canSign: { ok: false, reason: "Old." } })).toEqual({
      state: "off",
      label: "Old.",
    });
  });
});

describe("rates", () => {
  const asset = reserveWith(0n).reserve.asset;

  test("suppliers never earn more than borrowers pay, and both rise with utilisation", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: WAD }), fc.bigInt({ min: 0n, max: WAD }), (a, b) => {
        const [low, high] =
          a < b ? [ratesAt(asset, a), ratesAt(asset, b)] : [ratesAt(asset, b), ratesAt(asset, a)];
        expect(low.supply).toBeLessThanOrEqual(low.borrow);
        expect(low.borrow).toBeLessThanOrEqual(high.borrow);
        expect(low.supply).toBeLessThanOrEqual(high.supply);
      }),
    );
  });

  test("base, utilisation and risk add up to what borrowers pay", () => {
    const { base, utilisation, risk } = splitOf(asset);
    expect(base + utilisation + risk).toBe(asset.reserve.borrowRate);
    expect(base).toBe(
      ratesAt(
        { ...asset, reserve: { ...asset.reserve, limits: { ...asset.reserve.limits, ratePremium: 0 } } },
        0n,
      ).borrow,
    );
    const risky = splitOf({
      ...asset,
      reserve: { ...asset.reserve, limits: { ...asset.reserve.limits, ratePremium: 12 } },
    });
    expect(risky.risk).toBe((12n * WAD) / 1_000n);
  });

  test("the curve has its corner among its points", () => {
    expect(curveOf(asset).some(({ utilisation }) => utilisation === (WAD * 9n) / 10n)).toBe(true);
  });
});

describe("totals", () => {
  test("unknown as soon as a price is, and never 0 instead", () => {
    const { snapshot } = reserveWith(5_000n * USDC, { status: "down" });
    const totals = totalsOf(reservesOf(snapshot));
    expect(totals.total).toBeUndefined();
    expect(totals.yours).toBe(5_000n * WAD);
  });

  test("nothing lent has no rate", () => {
    expect(totalsOf(reservesOf(reserveWith(0n).snapshot))).toMatchObject({
      yours: 0n,
      rate: undefined,
      reserves: 0,
    });
  });
});
