import { WAD } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { ticketKey, useTicketForms } from "@/features/ticket/ticket-store";
import { RISKY_HEALTH } from "@/features/transaction/confirm-state";
import { formatHealth } from "@/lib/format";
import { zoneOf } from "@/lib/zones";

const hundredths = (count: bigint) => (WAD * count) / 100n;
const MAX = (1n << 256n) - 1n;

describe("what is drawn, what is said and what the engine does turn at the same number", () => {
  test.each([
    ["0.99", hundredths(99n), "auction"],
    ["one unit under 1", WAD - 1n, "auction"],
    ["1.00", WAD, "soft"],
    ["1.01", hundredths(101n), "soft"],
    ["one unit under the soft zone's end", hundredths(104n) - 1n, "soft"],
    ["the soft zone's end", hundredths(104n), "safe"],
    ["1.05", hundredths(105n), "safe"],
    ["the largest number", MAX, "safe"],
    ["no debt", null, "none"],
    ["unknown", undefined, "unknown"],
  ] as const)("%s", (_, health, zone) => {
    expect(zoneOf(health, hundredths(104n))).toBe(zone);
    const text = formatHealth(health);
    if (zone === "auction") expect(Number(text)).toBeLessThan(1);
    if (zone === "soft" || zone === "safe") expect(text.startsWith("0.")).toBe(false);
  });

  test("a second thought is asked for up to 1.05, which is above every liquidation", () => {
    expect(RISKY_HEALTH).toBe(hundredths(105n));
    expect(zoneOf(RISKY_HEALTH, hundredths(104n))).toBe("safe");
  });
});

test("what is typed belongs to one chain, market and side", () => {
  const keys = [
    ticketKey(1, "eth-usdc", "long"),
    ticketKey(1, "eth-usdc", "short"),
    ticketKey(1, "btc-usdc", "long"),
    ticketKey(31_337, "eth-usdc", "long"),
  ];
  expect(new Set(keys).size).toBe(4);
  const { change } = useTicketForms.getState();
  change(keys[0] as string, { amount: "5", leverage: 40 });
  change(keys[1] as string, { amount: "7" });
  const { forms } = useTicketForms.getState();
  expect(forms[keys[0] as string]).toEqual({ amount: "5", leverage: 40 });
  expect(forms[keys[1] as string]).toEqual({ amount: "7", leverage: undefined });
  expect(forms[keys[2] as string]).toBeUndefined();
});
