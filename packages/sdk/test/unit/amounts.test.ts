import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatAmount, parseAmount } from "../../src";

const amount = (text: string, decimals = 6) => {
  const parsed = parseAmount(text, decimals, "USDC");
  return parsed.type === "amount" ? parsed.amount : parsed.type === "empty" ? "empty" : parsed.error.code;
};

describe("parseAmount", () => {
  test.each([
    ["1", 1_000_000n],
    ["0", 0n],
    ["1.5", 1_500_000n],
    ["1,5", 1_500_000n],
    [".5", 500_000n],
    [",5", 500_000n],
    ["5.", 5_000_000n],
    ["007", 7_000_000n],
    ["1.500000000", 1_500_000n],
    ["0,123", 123_000n],
    ["1234,567", 1_234_567_000n],
    ["1,234.56", 1_234_560_000n],
    ["1.234,56", 1_234_560_000n],
    ["1,234,567", 1_234_567_000_000n],
    ["1.234.567", 1_234_567_000_000n],
    ["1 234 567.89", 1_234_567_890_000n],
    ["1\u202f234,5", 1_234_500_000n],
    ["1'234.5", 1_234_500_000n],
    ["  12  ", 12_000_000n],
    ["1,234.56 USDC", 1_234_560_000n],
    ["1,234.56\u00a0usdc\n", 1_234_560_000n],
    ["\u202a12.5\u202c\u200b", 12_500_000n],
    ["\t0.5\r\n", 500_000n],
  ])("reads %j", (text, expected) => {
    expect(amount(text)).toBe(expected);
  });

  test.each([
    ["", "empty"],
    ["   ", "empty"],
    ["-1", "signed"],
    ["−1", "signed"],
    ["+1", "signed"],
    ["1e3", "exponent"],
    ["1.5E-3", "exponent"],
    ["abc", "not-a-number"],
    ["USDC", "not-a-number"],
    ["5 ETH", "not-a-number"],
    ["$5", "not-a-number"],
    ["0x10", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["1,2,3", "not-a-number"],
    ["1.234,567,8", "not-a-number"],
    ["12,34,567.8", "not-a-number"],
    [".", "not-a-number"],
    ["NaN", "not-a-number"],
    ["Infinity", "not-a-number"],
    ["１２", "not-a-number"],
    ["1,234", "ambiguous-separator"],
    ["123,456", "ambiguous-separator"],
    ["1.1234567", "too-many-decimals"],
    ["9".repeat(40), "too-large"],
  ])("refuses %j as %s", (text, code) => {
    expect(amount(text)).toBe(code);
  });

  test("says what to do", () => {
    const message = (text: string) => {
      const parsed = parseAmount(text, 6, "USDC");
      return parsed.type === "error" ? parsed.error.message : "";
    };
    expect(message("1.1234567")).toBe("USDC has 6 decimals. Remove the last digit.");
    expect(message("1.12345678")).toBe("USDC has 6 decimals. Remove the last 2 digits.");
    expect(message("1,234")).toBe("“1,234” can be read two ways. Write 1234 or 1.234.");
    expect(message("x")).toBe("“x” is not an amount. Use digits and one point.");
  });
});

const amounts = fc.bigInt({ min: 0n, max: (1n << 112n) - 1n });
const decimals = fc.integer({ min: 0, max: 18 });

describe("formatAmount", () => {
  test.each([
    [1_234_567_890n, 6, {}, "1234.56789"],
    [1_234_567_890n, 6, { digits: 2 }, "1234.56"],
    [1_234_567_890n, 6, { digits: 2, rounding: "up" }, "1234.57"],
    [1_234_567_890n, 6, { digits: 2, group: true }, "1,234.56"],
    [5n, 6, { digits: 2 }, "0"],
    [5n, 6, { digits: 2, fixed: true }, "0.00"],
    [5n, 6, { digits: 2, rounding: "up" }, "0.01"],
    [0n, 18, {}, "0"],
    [10n ** 18n, 18, { digits: 0 }, "1"],
    [-1_500_000n, 6, { digits: 1 }, "-1.5"],
    [-1n, 6, { digits: 2 }, "0"],
    [7n, 0, { digits: 2, fixed: true }, "7.00"],
    [1_000_000n, 0, { group: true }, "1,000,000"],
  ] as const)("%s with %s decimals and %j is %s", (value, unit, options, expected) => {
    expect(formatAmount(value, unit, options)).toBe(expected);
  });

  test("keeps every digit: parse(format(x)) = x", () => {
    fc.assert(
      fc.property(amounts, decimals, (x, d) => {
        expect(parseAmount(formatAmount(x, d), d)).toEqual({ type: "amount", amount: x });
      }),
    );
  });

  test("never shows more than there is: parse(format(x)) ≤ x, by less than one digit", () => {
    fc.assert(
      fc.property(amounts, decimals, fc.integer({ min: 0, max: 18 }), (x, d, digits) => {
        const parsed = parseAmount(formatAmount(x, d, { digits }), d);
        if (parsed.type !== "amount") throw new TypeError(parsed.type);
        expect(parsed.amount).toBeLessThanOrEqual(x);
        expect(x - parsed.amount).toBeLessThan(10n ** BigInt(Math.max(d - digits, 0)));
      }),
    );
  });

  test("rounds up when asked: format(x, up) ≥ x", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 1n << 111n }),
        decimals,
        fc.integer({ min: 0, max: 18 }),
        (x, d, digits) => {
          const parsed = parseAmount(formatAmount(x, d, { digits, rounding: "up" }), d);
          if (parsed.type !== "amount") throw new TypeError(parsed.type);
          expect(parsed.amount).toBeGreaterThanOrEqual(x);
        },
      ),
    );
  });
});
