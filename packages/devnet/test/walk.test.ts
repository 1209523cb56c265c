import { describe, expect, it } from "vitest";
import type { Prices } from "../src/market";
import { randomWords, Walk } from "../src/walk";

const START: Prices = new Map([
  ["ETH", 300_000_000_000n],
  ["BTC", 9_000_000_000_000n],
  ["LINK", 1_500_000_000n],
]);

function run(seed: number, steps: number): Prices {
  const walk = new Walk(START, seed);
  let prices = START;
  for (let i = 0; i < steps; i += 1) prices = walk.step(prices);
  return prices;
}

/** Of two prices, as part of the second. */
function distance(price: bigint, from = 0n): number {
  return Math.abs(Number(price) / Number(from) - 1);
}

describe("randomWords", () => {
  it("gives the same words for the same seed, spread over all 32 bits", () => {
    const words = randomWords(7);
    const again = randomWords(7);
    const sample = Array.from({ length: 4_096 }, () => words.next().value);
    expect(Array.from({ length: 4_096 }, () => again.next().value)).toEqual(sample);
    for (let bit = 0; bit < 32; bit += 1) {
      const set = sample.filter((word) => (word >>> bit) & 1).length;
      expect(Math.abs(set - 2_048)).toBeLessThan(200);
    }
  });
});

describe("Walk", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(run(1, 100)).toEqual(run(1, 100));
    expect(run(1, 100)).not.toEqual(run(2, 100));
  });

  it("moves every price in every step by less than 0.1 %, and stays near its anchor", () => {
    const walk = new Walk(START, 3);
    let prices = START;
    let [longestStep, farthest] = [0, 0];
    for (let i = 0; i < 10_000; i += 1) {
      const next = walk.step(prices);
      for (const [asset, price] of next) {
        longestStep = Math.max(longestStep, distance(price, prices.get(asset)));
        farthest = Math.max(farthest, distance(price, START.get(asset)));
      }
      prices = next;
    }
    expect(longestStep).toBeLessThan(0.001);
    expect(farthest).toBeLessThan(0.05);
    expect(farthest).toBeGreaterThan(0.001);
  });

  it("goes on around a price that somebody set", () => {
    const walk = new Walk(START, 4);
    walk.anchor("ETH", 240_000_000_000n);
    let prices: Prices = new Map([...START, ["ETH", 240_000_000_000n]]);
    for (let i = 0; i < 1_000; i += 1) prices = walk.step(prices);
    expect(distance(240_000_000_000n, prices.get("ETH"))).toBeLessThan(0.05);
  });
});
