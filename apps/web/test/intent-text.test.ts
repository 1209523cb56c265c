import { expect, test } from "vitest";
import type { Intent } from "@/features/transaction/intent";
import { readIntent, writeIntent } from "@/features/transaction/intent-text";
import { accountOf, USDC } from "./support/market";

const open: Intent = {
  type: "open",
  account: accountOf("short"),
  market: 1,
  side: "short",
  base: 1,
  equity: 1_000n * USDC,
  borrow: (1n << 111n) + 1n,
};

test("an intent survives a reload to the unit", () => {
  expect(readIntent(writeIntent(open))).toEqual(open);
  const all: Intent = { type: "repay", account: accountOf("long"), market: 1, asset: 0, amount: "max" };
  expect(readIntent(writeIntent(all))).toEqual(all);
});

test.each(["", "null", "7", "{", "{}"])("%j is none", (text) => {
  expect(readIntent(text)).toBeUndefined();
});
