import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Account } from "../src/accounts/account";
import { isUnhealthy } from "../src/risk/exact";
import type { KeptMarket } from "../src/risk/market";
import { RiskIndex } from "../src/risk/riskIndex";
import { idOf, type PlainAsset, plainAccount, plainMarket } from "./support/markets";

const USDC: PlainAsset = { price: 1, decimals: 6, v: 0.01, penalty: 0.01, depth: 1e7, index: 1 };
const ETH: PlainAsset = { price: 3_000, decimals: 18, v: 0.06, penalty: 0.03, depth: 4e5, index: 1.01 };
const BTC: PlainAsset = { price: 90_000, decimals: 8, v: 0.05, penalty: 0.025, depth: 4.5e5, index: 1.2 };
const ASSETS = [USDC, ETH, BTC];

/** What the index must find: every account, asked one by one in the engine's integers. */
function bruteForce(accounts: Iterable<Account>, markets: readonly KeptMarket[]): readonly string[] {
  return [...accounts]
    .filter((account) => {
      const market = markets.find(({ id }) => id === account.market);
      return market !== undefined && isUnhealthy(account, market);
    })
    .map(({ id }) => id)
    .sort();
}

class World {
  readonly accounts = new Map<string, Account>();
  readonly index = new RiskIndex((id) => this.accounts.get(id));

  put(account: Account): void {
    this.accounts.set(account.id, account);
    this.index.update(account.id, account);
  }

  drop(n: number): void {
    this.accounts.delete(idOf(n));
    this.index.update(idOf(n), undefined);
  }

  found(markets: readonly KeptMarket[]): readonly string[] {
    return this.index
      .tick(markets)
      .unhealthy.map(({ account }) => account)
      .sort();
  }
}

const factor = (most: number) => fc.double({ min: 1 / most, max: most, noNaN: true });

/** Changes of a market between two ticks, from a hair to a crash. */
const step = fc.record({
  prices: fc.tuple(factor(1.02), fc.oneof(factor(1.001), factor(1.5)), fc.oneof(factor(1.001), factor(1.3))),
  margin: fc.oneof(fc.constant(1), factor(1.01), factor(2)),
  depth: fc.oneof(fc.constant(1), factor(1.01), factor(20)),
  rho: fc.constantFrom(0.5, 0.5, 0.5, 0),
  down: fc.constantFrom(-1, -1, -1, -1, -1, -1, 1),
  spread: fc.constantFrom(0, 0, 0.01),
  maintain: fc.boolean(),
});

/** Collateral and debt as parts of a position of some size, near the boundary. */
const position = fc.record({
  n: fc.integer({ min: 0, max: 60 }),
  market: fc.constantFrom(1, 2),
  size: fc.double({ min: 20, max: 5e6, noNaN: true }),
  loan: fc.oneof(fc.double({ min: 0.7, max: 1, noNaN: true }), fc.double({ min: 0, max: 1.2, noNaN: true })),
  held: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }),
  owed: fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 0, maxLength: 2 }),
});

function accountAt(p: typeof position extends fc.Arbitrary<infer T> ? T : never): Account {
  const known = p.market === 1 ? [0, 1] : [0, 1, 2];
  const held = p.held.filter((i) => known.includes(i));
  const owed = p.owed.filter((i) => known.includes(i) && !held.includes(i));
  const amounts = (assets: readonly number[], value: number) =>
    Object.fromEntries(assets.map((i) => [i, value / assets.length / (ASSETS[i]?.price ?? 1)]));
  return plainAccount(idOf(p.n), p.market, ASSETS, amounts(held, p.size), amounts(owed, p.size * p.loan));
}

describe("the risk index", () => {
  it("finds exactly the accounts that the engine's integers call unhealthy, whatever markets and accounts do", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.array(position, { maxLength: 25 }),
            step,
            fc.array(fc.nat({ max: 60 }), { maxLength: 3 }),
          ),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        (rounds) => {
          const world = new World();
          let assets = ASSETS;
          for (const [positions, change, closed] of rounds) {
            for (const p of positions) world.put(accountAt(p));
            for (const n of closed) world.drop(n);
            assets = assets.map((asset, i) => ({
              ...asset,
              price: asset.price * (change.prices[i] as number),
              v: Math.min(0.4, asset.v * change.margin),
              depth: asset.depth * change.depth,
              index: asset.index * 1.0001,
              spread: change.spread,
            }));
            const shown = assets.map((asset, i) => (i === change.down ? { ...asset, price: 0 } : asset));
            const markets = [plainMarket(1, shown.slice(0, 2)), plainMarket(2, shown, change.rho)];
            expect(world.found(markets)).toEqual(bruteForce(world.accounts.values(), markets));
            if (change.maintain) world.index.maintain(markets);
            expect(world.found(markets)).toEqual(bruteForce(world.accounts.values(), markets));
          }
        },
      ),
      { numRuns: 400, endOnFailure: true },
    );
  });

  it("decides in integers where floating point cannot: one unit of debt apart", () => {
    const world = new World();
    const market = plainMarket(1, ASSETS.slice(0, 2));
    const at = (debt: bigint): Account => ({
      ...plainAccount(idOf(0), 1, ASSETS, { 1: 10 }, {}),
      owed: [{ asset: 0, amount: debt }],
    });
    // The largest debt at which the account is healthy, found in the engine's integers.
    let [good, bad] = [1n, 10n ** 12n];
    while (bad - good > 1n) {
      const middle = (good + bad) / 2n;
      if (isUnhealthy(at(middle), market)) bad = middle;
      else good = middle;
    }
    for (const maintained of [false, true]) {
      if (maintained) world.index.maintain([market]);
      world.put(at(good));
      expect(world.found([market])).toEqual([]);
      world.put(at(bad));
      expect(world.found([market])).toEqual([idOf(0)]);
    }
  });

  it("looks at few accounts when a price moves little", () => {
    const world = new World();
    for (let n = 0; n < 4_000; n++)
      world.put(plainAccount(idOf(n), 1, ASSETS, { 1: 1 }, { 0: 100 + (2_500 * n) / 4_000 }));
    const market = (price: number) => plainMarket(1, [USDC, { ...ETH, price }]);
    expect(world.index.maintain([market(3_000)])).toBe(1);
    const { unhealthy, looked } = world.index.tick([market(2_990)]);
    expect(unhealthy.length).toBe(bruteForce(world.accounts.values(), [market(2_990)]).length);
    expect(looked).toBeLessThan(unhealthy.length + 40);
    expect(world.index.maintain([market(2_990)])).toBe(0);
  });

  /** A ladder of accounts, from careful to insolvent, so that any change of the market crosses the boundary of some. */
  function ladder(): World {
    const world = new World();
    let n = 0;
    const add = (market: number, held: readonly number[], owed: readonly number[]) => {
      for (const size of [1e3, 2e6, 3e7])
        for (let loan = 0.55; loan < 1; loan += 0.002) {
          const amounts = (assets: readonly number[], value: number) =>
            Object.fromEntries(assets.map((i) => [i, value / assets.length / (ASSETS[i]?.price ?? 1)]));
          world.put(plainAccount(idOf(n++), market, ASSETS, amounts(held, size), amounts(owed, size * loan)));
        }
    };
    add(1, [1], [0]);
    add(1, [0], [1]);
    add(2, [1], [2]);
    add(2, [0, 1], [2]);
    return world;
  }

  it.each<[string, (assets: readonly PlainAsset[]) => readonly PlainAsset[], number?]>([
    ["both prices rise together", (assets) => assets.map((a) => ({ ...a, price: a.price * 1.15 }))],
    ["the debt grows", (assets) => assets.map((a) => ({ ...a, index: a.index * 1.03 }))],
    ["margins rise", (assets) => assets.map((a) => ({ ...a, v: a.v + 0.01 }))],
    ["penalties rise", (assets) => assets.map((a) => ({ ...a, penalty: a.penalty + 0.01 }))],
    ["depth goes", (assets) => assets.map((a) => ({ ...a, depth: a.depth / 3 }))],
    ["hedges lose their credit", (assets) => assets, 0],
    ["collateral falls", (assets) => assets.map((a, i) => (i === 1 ? { ...a, price: a.price * 0.97 } : a))],
    ["debt rises", (assets) => assets.map((a, i) => (i === 2 ? { ...a, price: a.price * 1.03 } : a))],
  ])("misses nobody when %s and nothing else", (_, change, rho = 0.5) => {
    const world = ladder();
    const markets = (assets: readonly PlainAsset[], credit: number) => [
      plainMarket(1, assets.slice(0, 2)),
      plainMarket(2, assets, credit),
    ];
    world.index.maintain(markets(ASSETS, 0.5));
    const before = bruteForce(world.accounts.values(), markets(ASSETS, 0.5));
    const after = bruteForce(world.accounts.values(), markets(change(ASSETS), rho));
    expect(after.length).toBeGreaterThan(before.length);
    expect(world.found(markets(change(ASSETS), rho))).toEqual(after);
  });
});
