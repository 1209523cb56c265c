import type { Address } from "viem";
import {
  type AccountState,
  type AssetState,
  accountId,
  type DeployedAsset,
  type MarketState,
  type PoolState,
  type Snapshot,
  WAD,
} from "../../src";
import { type FixtureOptions, fixture, OWNER } from "./fixture";

const BTC: Address = "0x5000000000000000000000000000000000000005";
const BTC_POOL: Address = "0x6000000000000000000000000000000000000006";
const BTC_PRICE = 90_000n * WAD;

/** The fixture with a market for BTC at 90,000, and one for cross margin: USDC, ETH and BTC, with the same margins. */
export function crossFixture(
  amounts: { readonly collateral?: readonly bigint[]; readonly debt?: readonly bigint[] } = {},
  options: FixtureOptions = {},
): Snapshot {
  const isolated = fixture(options);
  const [one] = isolated.markets;
  const [usdc, eth] = one?.assets ?? [];
  const [pool] = isolated.pools;
  if (one === undefined || usdc === undefined || eth === undefined || pool === undefined) {
    throw new TypeError("the fixture has a market");
  }
  const btc = btcOf(eth);
  const assets = [usdc, eth, btc].map((state): AssetState => ({ ...state, market: 4 }));
  const deployed = {
    ...one.deployed,
    id: 4,
    slug: "cross",
    kind: "cross",
    assets: assets.map((state) => state.deployed),
  } as const;
  const alone = [usdc, { ...btc, index: 1, deployed: { ...btc.deployed, index: 1 } }].map(
    (state): AssetState => ({ ...state, market: 2 }),
  );
  const two: MarketState = {
    ...one,
    id: 2,
    slug: "btc-usdc",
    assets: alone,
    deployed: { ...one.deployed, id: 2, slug: "btc-usdc", assets: alone.map((state) => state.deployed) },
  };
  const cross: MarketState = { ...one, id: 4, slug: "cross", assets, deployed };
  const account = crossAccount(amounts.collateral ?? [], amounts.debt ?? []);
  const [wallet] = isolated.wallet;
  return {
    ...isolated,
    deployment: { ...isolated.deployment, markets: [one.deployed, two.deployed, deployed] },
    markets: [one, two, cross],
    accounts: [...isolated.accounts, emptyAccount(2n << 8n), emptyAccount((2n << 8n) + 1n), account],
    wallet: wallet === undefined ? [] : [...isolated.wallet, { ...wallet, token: BTC }],
    pools: [pool, btcPool(pool)],
  };
}

/** The owner's account of the cross market, by asset: USDC, ETH, BTC. */
export function crossAccount(collateral: readonly bigint[], debt: readonly bigint[]): AccountState {
  const isEmpty = [...collateral, ...debt].every((amount) => amount === 0n);
  return { ...emptyAccount(4n << 8n), market: isEmpty ? 0 : 4, collateral, debt };
}

function emptyAccount(index: bigint): AccountState {
  const none = { collateral: 0n, debt: 0n, margin: 0n };
  return {
    id: accountId(OWNER, index),
    owner: OWNER,
    index,
    market: 0,
    collateral: [],
    debt: [],
    maintenance: none,
    initial: none,
  };
}

function btcOf(eth: AssetState): AssetState {
  const raw = BTC_PRICE * 10n ** 10n;
  const bounds = { low: raw, high: raw };
  const deployed: DeployedAsset = {
    ...eth.deployed,
    index: 2,
    symbol: "BTC",
    name: "Bitcoin",
    decimals: 8,
    address: BTC,
    pool: BTC_POOL,
  };
  const { cash, debt, limits, supplied } = eth.reserve;
  const scaled = (amount: bigint) => amount / 10n ** 10n;
  return {
    ...eth,
    index: 2,
    symbol: "BTC",
    name: "Bitcoin",
    decimals: 8,
    token: BTC,
    price: { ...eth.price, primary: BTC_PRICE, mid: BTC_PRICE, opening: bounds, maintenance: bounds },
    reserve: {
      ...eth.reserve,
      cash: scaled(cash),
      debt: scaled(debt),
      supplied: scaled(supplied),
      limits: { ...limits, debtCap: scaled(limits.debtCap), supplyCap: scaled(limits.supplyCap) },
    },
    deployed,
  };
}

/** BTC against USDC, as deep in value as the pool of ETH: 90,000 USDC units of 6 decimals per 1e8. */
function btcPool(pool: PoolState): PoolState {
  // token 0 is USDC: units of BTC per unit of USDC are 1e8 / (90,000 · 1e6)
  const ratio = ((10n ** 20n) << 192n) / (90_000n * 10n ** 18n);
  return {
    ...pool,
    address: BTC_POOL,
    token1: BTC,
    sqrtPriceX96: sqrt(ratio),
    liquidity: pool.liquidity / 10n ** 5n,
  };
}

function sqrt(x: bigint): bigint {
  let root = 1n << BigInt((x.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
