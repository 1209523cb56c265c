import { type AccountId, accountId } from "@gimbal/sdk";
import { pad } from "viem";
import { type Account, emptyAccount, type Leg } from "../src/accounts/account";
import type { KeptMarket } from "../src/risk/market";
import type { RiskIndex } from "../src/risk/riskIndex";
import type { Random } from "./random";

/** Assets in the order of their index: USDC, ETH, BTC, LINK. */
const ASSETS = [
  { price: 1, decimals: 6, v: 0.01, penalty: 0.01, depth: 10_000_000 },
  { price: 3_000, decimals: 18, v: 0.055, penalty: 0.03, depth: 400_000 },
  { price: 90_000, decimals: 8, v: 0.045, penalty: 0.025, depth: 450_000 },
  { price: 15, decimals: 18, v: 0.09, penalty: 0.04, depth: 100_000 },
] as const;
/** Assets of each market, by id: three isolated ones and the one for cross margin. */
const MARKETS = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 1, 2, 3],
] as const;
const CROSS_MARKET = 4;
/** Part of the accounts that hold or owe more than one asset. */
const CROSS_SHARE = 0.3;
const RHO = 0.5;

const wad = (x: number) => BigInt(Math.round(x * 1e9)) * 10n ** 9n;

/** The markets of a bench at some prices and a debt index, as the lens would give them. */
export function markets(prices: readonly number[], growth: number): readonly KeptMarket[] {
  return MARKETS.map((indices, market) => ({
    id: market + 1,
    initialRatio: 12_500n,
    hedgeless: false,
    assets: indices.map((asset) => {
      const { decimals, v, penalty, depth } = ASSETS[asset];
      const price = wad(prices[asset] as number) * 10n ** BigInt(18 - decimals);
      const bounds = { low: price, high: price };
      const correlations = indices.length > 2 && asset !== 0 ? row(asset) : 0n;
      const margin = wad(v);
      return {
        price: { opening: bounds, maintenance: bounds },
        risk: {
          maintenanceMargin: margin,
          initialMargin: margin,
          targetMargin: margin,
          penalty: wad(penalty),
          depth: BigInt(depth),
          correlations,
        },
        reserve: { index: BigInt(Math.round((1 + growth) * 2 ** 40)) << 20n },
      };
    }),
  }));
}

function row(asset: number): bigint {
  return [1, 2, 3]
    .filter((other) => other !== asset)
    .reduce((bits, other) => bits | (BigInt(Math.round(RHO * 256)) << BigInt(8 * other)), 0n);
}

export const PRICES: readonly number[] = ASSETS.map(({ price }) => price);

/** Fills an index with positions of many sizes, most of them careful, some close to liquidation. */
export function fill(count: number, random: Random, put: (account: Account) => void): void {
  for (let n = 0; n < count; n++) put(accountOf(n, random));
}

function accountOf(n: number, random: Random): Account {
  const id = accountId(pad(`0x${(n + 1).toString(16)}`, { size: 20 }), 1n) as AccountId;
  const value = 10 ** (2 + 4 * random());
  const cross = random() < CROSS_SHARE;
  const market = cross ? CROSS_MARKET : 1 + Math.floor(3 * random());
  const [held, owed] = cross ? crossAssets(random) : pairAssets(random);
  // From careful to the brink; what is over it is taken out before the ticks begin.
  const loan = 0.15 + 0.75 * random();
  const indices = MARKETS[market - 1] as readonly number[];
  const legs = (places: readonly number[], part: number): Leg[] =>
    places.map((asset) => {
      const { price, decimals } = ASSETS[indices[asset] as number] as (typeof ASSETS)[number];
      const amount = (value * part) / places.length / price;
      return { asset, amount: BigInt(Math.round(amount * 1e6)) * 10n ** BigInt(Math.max(0, decimals - 6)) };
    });
  return { ...emptyAccount(id), market, held: legs(held, 1), owed: legs(owed, loan) };
}

function pairAssets(random: Random): readonly [readonly number[], readonly number[]] {
  return random() < 0.6 ? [[1], [0]] : [[0], [1]];
}

function crossAssets(random: Random): readonly [readonly number[], readonly number[]] {
  const order = [0, 1, 2, 3].sort(() => random() - 0.5);
  const most = 1 + Math.floor(2 * random());
  return [order.slice(0, most), order.slice(most, most + 1 + Math.floor(2 * random()))];
}

/** Debt of the worst is repaid before the bench begins: it measures ticks, not a crash that has happened. */
export function cure(
  index: RiskIndex,
  accounts: Map<AccountId, Account>,
  state: readonly KeptMarket[],
): void {
  for (const { account } of index.tick(state).unhealthy) {
    accounts.delete(account);
    index.update(account, undefined);
  }
}
