import { convert, sqrt, sqrtPriceX96 } from "@gimbal/contracts/deployment";
import { describe, expect, it } from "vitest";
import { randomWords } from "../src/walk";

const Q96 = 2n ** 96n;

describe("sqrt", () => {
  it("is the largest root that is not above, over every size of number", () => {
    const words = randomWords(1);
    for (let bits = 1n; bits < 512n; bits += 1n) {
      const value = (BigInt(words.next().value) << bits) / 2n ** 32n;
      const root = sqrt(value);
      expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
    }
  });
});

describe("sqrtPriceX96", () => {
  it("is 2^96 for tokens of one price and one number of decimals", () => {
    const token = { decimals: 18, price: 12_345n };
    expect(sqrtPriceX96(token, token)).toBe(Q96);
  });

  it("counts token1 for one token0, in their units", () => {
    const ether = { decimals: 18, price: 3_000n };
    const dollar = { decimals: 6, price: 1n };
    // 1e18 units of ether are 3000e6 units of dollar.
    const price = sqrtPriceX96(ether, dollar) ** 2n;
    expect((price * 10n ** 18n) / Q96 ** 2n).toBe(2_999_999_999n);
    const inverse = sqrtPriceX96(dollar, ether) ** 2n;
    expect((inverse * 3_000n * 10n ** 6n) / Q96 ** 2n).toBe(10n ** 18n - 1n);
  });
});

describe("convert", () => {
  it("keeps the value", () => {
    const ether = { decimals: 18, price: 300_000_000_000n };
    const dollar = { decimals: 6, price: 100_000_000n };
    expect(convert(6_000_000_000n, dollar, ether)).toBe(2n * 10n ** 18n);
    expect(convert(2n * 10n ** 18n, ether, dollar)).toBe(6_000_000_000n);
  });
});
