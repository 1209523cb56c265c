import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  EngineRisk,
  type Exposure,
  MAX_VOLATILITY_MARGIN,
  type Portfolio,
  portfolioOf,
  positionOf,
  positionsOf,
  rescueOf,
  type Snapshot,
  stressed,
  WAD,
} from "../../src";
import { fixture, holding } from "../support/fixture";

const USDC = 10n ** 6n;
const ETH = 10n ** 18n;
const ETH_TOKEN = fixture().markets[0]?.assets[1]?.token.toLowerCase() as string;
const USDC_TOKEN = fixture().markets[0]?.assets[0]?.token.toLowerCase() as string;
const percent = (value: number) => (BigInt(Math.round(value * 100)) * WAD) / 10_000n;

/** 3 ETH held against 6,000 USDC owed, and 9,000 USDC held against 2 ETH owed, at 3,000. */
function both(options: Parameters<typeof fixture>[0] = {}): Snapshot {
  const snapshot = fixture({
    ...options,
    accounts: [
      holding("long", [0n, 3n * ETH], [6_000n * USDC, 0n]),
      holding("short", [9_000n * USDC, 0n], [0n, 2n * ETH]),
    ],
  });
  return { ...snapshot, lender: [{ market: 1, asset: 0, shares: 5n, assets: 1_000n * USDC }] };
}

const exposureTo = ({ exposures }: Portfolio, symbol: string) =>
  exposures.find((exposure) => exposure.symbol === symbol) as Exposure;

describe("a portfolio", () => {
  test("adds up over accounts and loans", () => {
    const portfolio = portfolioOf(both());
    expect(portfolio.positions).toHaveLength(2);
    expect(portfolio.equity).toBe(6_000n * WAD);
    expect(portfolio.lent).toBe(1_000n * WAD);
    expect(portfolio.netWorth).toBe(7_000n * WAD);
    expect(portfolio.debt).toBe(12_000n * WAD);
    expect(portfolio.long).toBe(9_000n * WAD);
    expect(portfolio.short).toBe(6_000n * WAD);
  });

  test("nets each token over all of them", () => {
    const portfolio = portfolioOf(both());
    expect(exposureTo(portfolio, "ETH")).toMatchObject({
      held: 3n * ETH,
      owed: 2n * ETH,
      lent: 0n,
      net: ETH,
      netValue: 3_000n * WAD,
      grossValue: 15_000n * WAD,
    });
    expect(exposureTo(portfolio, "USDC")).toMatchObject({ net: 4_000n * USDC, lent: 1_000n * USDC });
    expect(portfolio.exposures.reduce((sum, { netValue }) => sum + (netValue ?? 0n), 0n)).toBe(
      portfolio.netWorth,
    );
  });

  test("costs what the debts cost a day, rounded against the owner", () => {
    const snapshot = both();
    const [usdc, eth] = snapshot.markets[0]?.assets ?? [];
    const year = 6_000n * ((usdc?.reserve.borrowRate ?? 0n) + (eth?.reserve.borrowRate ?? 0n));
    const { costPerDay = 0n, earnsPerDay = 0n } = portfolioOf(snapshot);
    expect(costPerDay * 365n - year).toBeGreaterThanOrEqual(0n);
    expect(costPerDay * 365n - year).toBeLessThan(800n);
    const earned = 1_000n * (usdc?.reserve.supplyRate ?? 0n);
    expect(earned - earnsPerDay * 365n).toBeGreaterThanOrEqual(0n);
    expect(earned - earnsPerDay * 365n).toBeLessThan(366n);
  });

  test("is as healthy as its weakest account", () => {
    const snapshot = both();
    const healths = positionsOf(snapshot).map(({ health }) => health as bigint);
    const { lowestHealth, weakest } = portfolioOf(snapshot);
    expect(healths).toContain(lowestHealth);
    expect(healths.every((health) => health >= (lowestHealth as bigint))).toBe(true);
    expect(weakest?.health).toBe(lowestHealth);
  });

  test("without debt has no health, and with nothing at all is worth nothing", () => {
    const free = fixture({ accounts: [holding("long", [500n * USDC, 0n], [0n, 0n])] });
    expect(portfolioOf(free).lowestHealth).toBeNull();
    expect(portfolioOf(fixture())).toMatchObject({ netWorth: 0n, debt: 0n, positions: [], loans: [] });
  });

  test("does not know what a token without a price is worth, and does not say 0", () => {
    const portfolio = portfolioOf(both({ status: "down" }));
    for (const name of ["netWorth", "equity", "debt", "long", "costPerDay", "lowestHealth"] as const)
      expect(portfolio[name], name).toBeUndefined();
    expect(portfolio.lent).toBe(1_000n * WAD);
  });
});

describe("a stress test", () => {
  test("without a shock changes nothing", () => {
    const snapshot = both();
    const { accounts, ...rest } = stressed(snapshot, { prices: {} });
    expect(rest).toEqual({ ...snapshot, accounts: undefined, ...rest });
    expect(positionsOf(stressed(snapshot, { prices: {} }))).toEqual(positionsOf(snapshot));
    expect(accounts).toHaveLength(2);
  });

  test("values every account by the formula of the engine at the moved prices", () => {
    const move = fc.bigInt({ min: -9n * 10n ** 17n, max: 3n * WAD });
    fc.assert(
      fc.property(move, (eth) => {
        const after = stressed(both(), { prices: { [ETH_TOKEN]: eth } });
        const price = (3_000n * WAD * (WAD + eth)) / WAD;
        const expected = both({ price });
        for (const position of positionsOf(after)) {
          const same = positionOf(expected, position.account);
          expect(position.health).toBe(same?.health);
          expect(position.equity).toBe(same?.equity);
          expect(position.leverage).toBe(same?.leverage);
        }
        for (const account of after.accounts)
          expect(account.maintenance).toEqual(
            EngineRisk.health(after.markets[0] as never, account, "maintenance"),
          );
      }),
    );
  });

  test("a fall hurts longs and helps shorts, a rise the reverse", () => {
    const [long, short] = positionsOf(both()).map(({ health }) => health as bigint) as [bigint, bigint];
    const at = (eth: bigint) =>
      positionsOf(stressed(both(), { prices: { [ETH_TOKEN]: eth } })).map(({ health }) => health as bigint);
    const [fallenLong, fallenShort] = at(percent(-20)) as [bigint, bigint];
    expect(fallenLong).toBeLessThan(long);
    expect(fallenShort).toBeGreaterThan(short);
    const [risenLong, risenShort] = at(percent(20)) as [bigint, bigint];
    expect(risenLong).toBeGreaterThan(long);
    expect(risenShort).toBeLessThan(short);
  });

  test("moves what the owner is worth by exposure times move", () => {
    const after = portfolioOf(stressed(both(), { prices: { [ETH_TOKEN]: percent(-20) } }));
    expect(after.netWorth).toBe(6_400n * WAD);
    expect(after.debt).toBe(10_800n * WAD);
    const depeg = portfolioOf(stressed(both(), { prices: { [USDC_TOKEN]: percent(-10) } }));
    expect(depeg.netWorth).toBe(6_600n * WAD);
    expect(depeg.lent).toBe(900n * WAD);
  });

  test("volatility widens margins, never past what the engine accepts, and never helps", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: WAD, max: 20n * WAD }), (volatility) => {
        const after = stressed(both(), { prices: {}, volatility });
        for (const { risk } of after.markets[0]?.assets ?? [])
          expect(risk.maintenanceMargin).toBeLessThanOrEqual(MAX_VOLATILITY_MARGIN);
        positionsOf(after).forEach((position, index) => {
          const before = positionsOf(both())[index]?.health as bigint;
          expect(position.health as bigint).toBeLessThanOrEqual(before);
        });
      }),
    );
    const calmer = positionsOf(stressed(both(), { prices: {}, volatility: WAD / 2n }))[0]?.health as bigint;
    expect(calmer).toBeGreaterThan(positionsOf(both())[0]?.health as bigint);
  });

  test("a price that is down stays down", () => {
    const after = stressed(both({ status: "down" }), { prices: { [ETH_TOKEN]: percent(50) } });
    expect(portfolioOf(after).netWorth).toBeUndefined();
  });
});

describe("what brings an account back", () => {
  const TARGET = (WAD * 105n) / 100n;

  test("is the least that reaches the target: one unit less does not", () => {
    const price = fc.bigInt({ min: 1_600n, max: 2_300n });
    fc.assert(
      fc.property(price, (usd) => {
        const snapshot = both({ price: usd * WAD });
        const long = positionsOf(snapshot)[0];
        if (long === undefined || (long.health as bigint) >= TARGET) return;
        const rescue = rescueOf(long, TARGET);
        expect(rescue?.kind).toBe("repay");
        const repaid = (amount: bigint) =>
          EngineRisk.factorOf(
            EngineRisk.health(
              long.market,
              { collateral: [0n, 3n * ETH], debt: [6_000n * USDC - amount, 0n] },
              "maintenance",
            ) as never,
          ) ?? TARGET;
        expect(repaid(rescue?.amount ?? 0n)).toBeGreaterThanOrEqual(TARGET);
        expect(repaid((rescue?.amount ?? 0n) - 1n)).toBeLessThan(TARGET);
      }),
    );
  });

  test("adds quote to an account that owes none", () => {
    const short = positionsOf(both({ price: 4_300n * WAD }))[1];
    expect(short).toBeDefined();
    if (short === undefined) return;
    const rescue = rescueOf(short, TARGET);
    expect(rescue).toMatchObject({ kind: "add", asset: { symbol: "USDC" } });
    expect(rescue?.amount).toBeGreaterThan(0n);
  });

  test("is nothing for an account that is there, has no debt, or no price", () => {
    const [safe] = positionsOf(both());
    expect(safe && rescueOf(safe, TARGET)).toBeUndefined();
    const [free] = positionsOf(fixture({ accounts: [holding("long", [500n * USDC, 0n], [0n, 0n])] }));
    expect(free && rescueOf(free, TARGET)).toBeUndefined();
    const [blind] = positionsOf(both({ status: "down" }));
    expect(blind && rescueOf(blind, TARGET)).toBeUndefined();
  });
});
