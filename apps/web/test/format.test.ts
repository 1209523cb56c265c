// @vitest-environment node
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exactAmount,
  formatAge,
  formatAmount,
  formatBlock,
  formatBorrowRate,
  formatChance,
  formatChange,
  formatCost,
  formatCountdown,
  formatDistance,
  formatFullTime,
  formatHealth,
  formatLeverage,
  formatLiquidationPrice,
  formatMoment,
  formatPrice,
  formatResult,
  formatReturn,
  formatSupplyRate,
  formatToken,
  formatUsd,
  formatUsdCompact,
  formatUsdCost,
  formatUsdWhole,
  formatVolatility,
} from "@/lib/format";
import { formatFixed, type Rounding } from "@/lib/format/fixed";

/** A decimal number as a wad. */
function wad(text: string, decimals = 18): bigint {
  const [whole = "0", fraction = ""] = text.replace("-", "").split(".");
  const magnitude = BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
  return text.startsWith("-") ? -magnitude : magnitude;
}

/** The number a text stands for, read back as fixed point. */
function read(text: string, decimals: number): bigint {
  return wad(text.replaceAll(",", "").replace("−", "-").replace("+", ""), decimals);
}

const eth = { symbol: "ETH", decimals: 18 };
const btc = { symbol: "BTC", decimals: 8 };
const usdc = { symbol: "USDC", decimals: 6 };

describe("health", () => {
  test.each([
    ["1.149", "1.14"],
    ["1", "1.00"],
    ["0.9999", "0.99"],
    ["0.999999999999999999", "0.99"],
    ["1.039999999999999999", "1.03"],
    ["12.3456", "12.34"],
    ["0", "0.00"],
  ])("%s is shown as %s", (value, text) => {
    expect(formatHealth(wad(value))).toBe(text);
  });

  test("no debt and unknown are not numbers", () => {
    expect(formatHealth(null)).toBe("∞");
    expect(formatHealth(undefined)).toBe("—");
  });
});

describe("prices", () => {
  test("the liquidation price is rounded toward the current price", () => {
    const price = wad("2779.9312");
    expect(formatLiquidationPrice(price, "long")).toBe("2,779.94");
    expect(formatLiquidationPrice(price, "short")).toBe("2,779.93");
    expect(formatLiquidationPrice(null, "long")).toBe("None");
    expect(formatLiquidationPrice(undefined, "long")).toBe("—");
  });

  test.each([
    ["3184.2", "3,184.20"],
    ["97412", "97,412.00"],
    ["14.815", "14.82"],
    ["0.012345678", "0.01235"],
    ["0", "0.00"],
  ])("an index of %s is shown as %s", (value, text) => {
    expect(formatPrice(wad(value))).toBe(text);
  });

  test("a change carries its sign, and none at zero", () => {
    expect(formatChange(wad("0.0182"))).toBe("+1.82\u00a0%");
    expect(formatChange(wad("-0.0437"))).toBe("−4.37\u00a0%");
    expect(formatChange(0n)).toBe("0.00\u00a0%");
    expect(formatChange(wad("-0.00001"))).toBe("0.00\u00a0%");
  });

  test("a distance goes toward zero", () => {
    expect(formatDistance(wad("-0.12697"))).toBe("−12.6\u00a0%");
    expect(formatDistance(wad("0.0289"))).toBe("+2.8\u00a0%");
    expect(formatDistance(null)).toBe("None");
  });
});

describe("ratios", () => {
  test("what costs is rounded up, what earns is rounded down", () => {
    expect(formatBorrowRate(wad("0.068301"))).toBe("6.84\u00a0%");
    expect(formatSupplyRate(wad("0.068399"))).toBe("6.83\u00a0%");
    expect(formatCost(wad("0.0002201"))).toBe("0.023\u00a0%");
    expect(formatCost(wad("0.00401"))).toBe("0.41\u00a0%");
    expect(formatCost(0n)).toBe("0.00\u00a0%");
    expect(formatUsdCost(wad("0.421"))).toBe("$0.43");
    expect(formatVolatility(wad("0.7001"))).toBe("71\u00a0%");
    expect(formatLeverage(wad("9.59"))).toBe("9.5×");
    expect(formatReturn(wad("-0.14551"))).toBe("−14.6\u00a0%");
  });

  test.each([
    ["0", "0.00\u00a0%"],
    ["0.000001", "<\u00a00.01\u00a0%"],
    ["0.000299", "0.03\u00a0%"],
    ["0.0388", "3.9\u00a0%"],
    ["0.1601", "17\u00a0%"],
  ])("a chance of %s is shown as %s", (value, text) => {
    expect(formatChance(wad(value))).toBe(text);
  });
});

describe("money", () => {
  test.each([
    ["58774", "$58,774.00"],
    ["0.009", "$0.00"],
    ["-1902.661", "−$1,902.67"],
  ])("%s is shown as %s", (value, text) => {
    expect(formatUsd(wad(value))).toBe(text);
  });

  test("figures of a market are short from a million on", () => {
    expect(formatUsdCompact(wad("4209999"))).toBe("$4.20\u00a0M");
    expect(formatUsdCompact(wad("820000.9"))).toBe("$820,000");
    expect(formatUsdCompact(wad("1250000000"))).toBe("$1.25\u00a0B");
    expect(formatUsdWhole(wad("133736.99"))).toBe("$133,736");
  });

  test("a result is rounded down and signed", () => {
    expect(formatResult(wad("5132.409"))).toBe("+5,132.40");
    expect(formatResult(wad("-1902.655"))).toBe("−1,902.66");
    expect(formatResult(0n)).toBe("0.00");
  });

  test("token amounts keep the digits that matter", () => {
    expect(formatToken(wad("59.4419"), eth)).toBe("59.441\u00a0ETH");
    expect(formatAmount(wad("0.11895", 8), btc)).toBe("0.1189");
    expect(formatAmount(wad("20000", 6), usdc)).toBe("20,000.00");
    expect(formatAmount(wad("0.00001234", 18), eth)).toBe("0.0000123");
    expect(formatAmount(wad("12.391", 6), usdc, "up")).toBe("12.40");
    expect(formatAmount(0n, eth)).toBe("0.00");
    expect(formatAmount(1n, btc)).toBe("0.00000001");
    expect(formatAmount(undefined, eth)).toBe("—");
  });
});

describe("fixed point", () => {
  const any = fc.record({
    value: fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
    decimals: fc.integer({ min: 0, max: 24 }),
    digits: fc.integer({ min: 0, max: 24 }),
  });

  test.each<[Rounding, (shown: bigint, value: bigint) => boolean]>([
    ["down", (shown, value) => shown <= value],
    ["up", (shown, value) => shown >= value],
    ["zero", (shown, value) => (value < 0n ? shown >= value : shown <= value)],
  ])("rounding %s never crosses the value", (rounding, holds) => {
    fc.assert(
      fc.property(any, ({ value, decimals, digits }) => {
        const shown = read(formatFixed(value, decimals, { digits, rounding }), Math.max(decimals, digits));
        return holds(shown, value * 10n ** BigInt(Math.max(0, digits - decimals)));
      }),
    );
  });

  test("an amount that is typed from Max is the amount", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 112n }), (amount) => {
        return wad(exactAmount(amount, 6), 6) === amount;
      }),
    );
  });
});

describe("time", () => {
  test.each([
    [4, "4\u00a0s"],
    [59.9, "59\u00a0s"],
    [41 * 60, "41\u00a0min"],
    [3 * 3600 + 12 * 60, "3\u00a0h 12\u00a0min"],
    [3600, "1\u00a0h"],
    [2 * 86400 + 4 * 3600, "2\u00a0d 4\u00a0h"],
    [-3, "0\u00a0s"],
  ])("%s seconds are %s", (seconds, text) => {
    expect(formatAge(seconds)).toBe(text);
  });

  test("moments are UTC", () => {
    const moment = Date.UTC(2026, 10, 22, 14, 6, 32) / 1000;
    expect(formatMoment(moment)).toBe("22 Nov 14:06");
    expect(formatFullTime(moment)).toBe("22 Nov 2026, 14:06:32 UTC");
    expect(formatCountdown(6.2)).toBe("0:07");
    expect(formatBlock(1204881n)).toBe("1,204,881");
  });
});
