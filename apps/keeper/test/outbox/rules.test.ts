import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Budget } from "../../src/outbox/budget";
import { CAUSES, type Cause, Cooldowns } from "../../src/outbox/cooldown";
import type { Entry, State } from "../../src/outbox/entry";
import { firstFees, replacementFees } from "../../src/outbox/fees";
import { fromLine, toLine } from "../../src/outbox/journal";
import { nextNonce } from "../../src/outbox/nonces";

function entry(nonce: number | undefined, state: State): Entry {
  return {
    id: nonce ?? 0,
    purpose: "p",
    duty: "take",
    to: "0x0000000000000000000000000000000000000001",
    data: "0x",
    gas: 21_000n,
    state,
    ...(nonce === undefined ? {} : { nonce }),
    attempts: [],
    expected: 0n,
    at: 0,
  };
}

describe("the next nonce", () => {
  it("is the lowest that neither the chain nor an open entry has used", () => {
    fc.assert(
      fc.property(fc.nat(20), fc.array(fc.nat(30)), fc.array(fc.nat(30)), (mined, open, over) => {
        const entries = [
          ...open.map((nonce) => entry(nonce, "sent")),
          ...over.map((nonce) => entry(nonce, "dropped")),
          entry(undefined, "planned"),
        ];
        const nonce = nextNonce(mined, entries);
        expect(nonce).toBeGreaterThanOrEqual(mined);
        expect(open).not.toContain(nonce);
        for (let lower = mined; lower < nonce; lower++) expect(open).toContain(lower);
      }),
    );
  });
});

describe("fees", () => {
  const wei = fc.bigInt({ min: 0n, max: 10n ** 12n });

  it("of a first attempt let the base fee double, within the limit", () => {
    fc.assert(
      fc.property(wei, wei, wei, (baseFee, tip, limit) => {
        const fees = firstFees(baseFee, tip, limit);
        const most = 2n * baseFee + tip;
        const expected = { maxFee: most < limit ? most : limit, tip };
        expect(fees).toEqual(baseFee + tip > limit ? undefined : expected);
      }),
    );
  });

  it("of a replacement are an eighth higher, both of them, and never above the limit", () => {
    fc.assert(
      fc.property(wei, wei, wei, wei, (tip, more, nowTip, nowMore) => {
        const last = { maxFee: tip + more, tip };
        const now = { maxFee: nowTip + nowMore, tip: nowTip };
        const limit = 10n ** 12n;
        const fees = replacementFees(last, now, limit);
        if (fees === undefined) return;
        expect(fees.maxFee * 8n).toBeGreaterThan(last.maxFee * 9n);
        expect(fees.tip * 8n).toBeGreaterThan(last.tip * 9n);
        expect(fees.maxFee).toBeGreaterThanOrEqual(now.maxFee);
        expect(fees.maxFee).toBeGreaterThanOrEqual(fees.tip);
        expect(fees.maxFee).toBeLessThanOrEqual(limit);
      }),
    );
  });

  it("of a replacement do not exist above the limit", () => {
    expect(replacementFees({ maxFee: 100n, tip: 1n }, { maxFee: 0n, tip: 0n }, 112n)).toBeUndefined();
    expect(replacementFees({ maxFee: 100n, tip: 1n }, { maxFee: 0n, tip: 0n }, 114n)).toBeDefined();
  });
});

describe("cooldowns", () => {
  it("grow with every failure of the same cause, up to their limit, and are forgotten after a success", () => {
    const cooldowns = new Cooldowns();
    for (const [cause, { first, most }] of Object.entries(CAUSES) as [
      Cause,
      { first: number; most: number },
    ][]) {
      let length = first;
      for (let times = 0; times < 12; times++) {
        const start = times * 10_000;
        cooldowns.start(cause, cause, start);
        expect(cooldowns.cause(cause, start + length - 1)).toBe(cause);
        expect(cooldowns.cause(cause, start + length)).toBeUndefined();
        length = Math.min(most, length * 2);
      }
      cooldowns.clear(cause);
      cooldowns.start(cause, cause, 0);
      expect(cooldowns.cause(cause, first)).toBeUndefined();
    }
  });

  it("are no question's business: asking changes nothing", () => {
    const cooldowns = new Cooldowns();
    cooldowns.start("a", "lost", 0);
    for (let i = 0; i < 5; i++) expect(cooldowns.cause("a", 1)).toBe("lost");
    expect(cooldowns.cause("b", 1)).toBeUndefined();
    expect(cooldowns.count(1)).toBe(1);
    cooldowns.sweep(1_000_000);
    expect(cooldowns.count(0)).toBe(0);
  });
});

describe("the budget", () => {
  it("is of any 24 hours", () => {
    const budget = new Budget(100n);
    expect(budget.allows(100n, 0)).toBe(true);
    expect(budget.allows(101n, 0)).toBe(false);
    budget.spend(60n, 0);
    budget.spend(40n, 50_000);
    expect(budget.allows(1n, 86_399)).toBe(false);
    expect(budget.allows(60n, 86_400)).toBe(true);
    expect(budget.allows(61n, 86_400)).toBe(false);
  });
});

describe("a line of the journal", () => {
  it("gives back what was written", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.string(), (integer, text) => {
        const value = { integer, nested: [{ text, integer }], none: null };
        expect(fromLine(toLine(value))).toEqual(value);
      }),
    );
  });
});
