import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deadlineNote, inForce, slippageNote } from "@/features/ticket/settings-notes";
import {
  deadlineAfter,
  effectiveSettings,
  parseDeadline,
  parseSlippage,
} from "@/features/transaction/settings-store";

describe("slippage", () => {
  test.each([
    ["0.3", 30n],
    ["0,3", 30n],
    [".5", 50n],
    ["1.", 100n],
    [" 20 ", 2_000n],
    ["0.01", 1n],
  ])("reads %s", (text, value) => {
    expect(parseSlippage(text)).toEqual({ type: "value", value });
  });

  test.each([
    ["", "not-a-number"],
    [".", "not-a-number"],
    ["abc", "not-a-number"],
    ["-1", "not-a-number"],
    ["1e1", "not-a-number"],
    ["0.001", "not-a-number"],
    ["0", "too-low"],
    ["20.01", "too-high"],
  ])("refuses %s", (text, reason) => {
    expect(parseSlippage(text)).toEqual({ type: "error", reason });
  });

  test("is exact for every hundredth of a percent", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (points) => {
        const text = `${Math.floor(points / 100)}.${String(points % 100).padStart(2, "0")}`;
        expect(parseSlippage(text)).toEqual({ type: "value", value: BigInt(points) });
      }),
    );
  });

  test.each([
    ["0.3", undefined],
    ["0.05", "warning"],
    ["5.01", "warning"],
    ["99", "error"],
  ])("grades %s", (text, tone) => {
    expect(slippageNote(text)?.tone).toBe(tone);
  });
});

describe("deadline", () => {
  test.each([
    ["20", { type: "value", value: 20n }],
    ["0", { type: "error", reason: "too-low" }],
    ["1441", { type: "error", reason: "too-high" }],
    ["1.5", { type: "error", reason: "not-a-number" }],
    ["", { type: "error", reason: "not-a-number" }],
  ] as const)("reads %s", (text, parsed) => {
    expect(parseDeadline(text)).toEqual(parsed);
  });

  test("counts from the head of a chain that travelled, and from the clock where the chain was idle", () => {
    expect(deadlineAfter(5_000n, 1_000n, 20n)).toBe(6_200n);
    expect(deadlineAfter(1_000n, 5_000n, 20n)).toBe(6_200n);
  });

  test("what is in force is what the button says, and an error says what is used instead", () => {
    expect(inForce("0.5", "30")).toEqual(["0.5", "30"]);
    expect(inForce("99", "soon")).toEqual(["0.3", "20"]);
    expect(slippageNote("99")?.text).toBe("At most 20 %. Until then orders use 0.3\u00a0%");
    expect(deadlineNote("0")?.text).toBe("At least 1 minute. Until then orders use 20\u00a0min");
  });

  test("a text that is none is explained and counts as the default", () => {
    expect(deadlineNote("soon")?.tone).toBe("error");
    expect(effectiveSettings({ slippage: "x", deadline: "soon" })).toEqual({ slippage: 30n, minutes: 20n });
  });
});
