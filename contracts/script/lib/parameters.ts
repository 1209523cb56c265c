import { type Address, zeroAddress } from "viem";
import type { AssetConfig, DeploymentConfig, MarketConfig, ReserveConfig } from "./config";
import { DeploymentError } from "./errors";
import { sqrt } from "./price";
import { wadToBasisPoints } from "./rounding";

/** Addresses by key of the asset. */
export interface AssetAddresses {
  readonly tokens: Readonly<Record<string, Address>>;
  readonly feeds: Readonly<Record<string, Address>>;
  readonly pools: Readonly<Record<string, Address>>;
}

/** One asset of one market, with everything the contracts want to know about it. */
export interface Listing {
  readonly market: MarketConfig;
  readonly index: number;
  readonly key: string;
  readonly asset: AssetConfig;
  readonly token: Address;
  readonly feed: Address;
  readonly pool: Address | undefined;
}

export function listings(config: DeploymentConfig, addresses: AssetAddresses): readonly Listing[] {
  return config.markets.flatMap((market) =>
    market.assets.map((key, index): Listing => {
      const [asset, token, feed] = [config.assets[key], addresses.tokens[key], addresses.feeds[key]];
      if (!asset || !token || !feed)
        throw new DeploymentError(`${key} of market ${market.slug} was not deployed.`);
      return { market, index, key, asset, token, feed, pool: addresses.pools[key] };
    }),
  );
}

/** `OracleParameters`: what belongs to the chain. */
export function oracleParameters({ oracle }: DeploymentConfig) {
  return {
    minWindow: BigInt(oracle.minWindow),
    blockInterval: BigInt(oracle.blockInterval),
    pyth: oracle.pyth ?? zeroAddress,
    sequencer: oracle.sequencer?.feed ?? zeroAddress,
    gracePeriod: BigInt(oracle.sequencer?.gracePeriod ?? 0),
    shadowPeriod: BigInt(oracle.shadowPeriod),
  };
}

/** Compositions of a feed, in the order of the contract; every feed of a deployment answers in USD per token. */
const USD_COMPOSITION = 0;

/** `FeedParameters` of the oracle. */
export function feedParameters({ asset, token, feed }: Listing) {
  return {
    token,
    feed,
    heartbeat: asset.price.heartbeat,
    minPrice: asset.price.minPrice,
    maxPrice: asset.price.maxPrice,
    trigger: asset.price.trigger,
    maxJump: asset.price.maxJump,
    composition: USD_COMPOSITION,
    base: 0,
  };
}

/** `PythParameters` of the oracle; undefined for an asset without a second source. */
export function pythParameters({ asset }: Listing) {
  if (!asset.pyth) return undefined;
  const { minPrice, maxPrice } = asset.price;
  return { ...asset.pyth, minPrice, maxPrice };
}

/** `WitnessParameters` of the oracle; undefined for the quote asset, which has nothing to be witnessed against. */
export function witnessParameters({ asset, pool }: Listing) {
  if (!asset.pool || !pool) return undefined;
  const { twapWindow, maxDeviation, minLiquidity } = asset.pool;
  return { pool, quoteAsset: 0, window: twapWindow, maxDeviation, minLiquidity };
}

/** `MarketParameters` of the engine. */
export function marketParameters({ initialRatio, targetHealth }: MarketConfig) {
  return { initialRatio, targetHealth, paused: false };
}

/** `ReserveParameters` of the engine. */
export function reserveParameters(reserve: ReserveConfig) {
  return { ...reserve, collateralEnabled: true, borrowEnabled: true };
}

/** `RiskRails` of the risk engine. */
export function riskRails({ market, asset }: Listing) {
  const { risk, reserve } = asset;
  return {
    multiple: market.multiple,
    marginFloor: risk.marginFloor,
    marginCap: risk.marginCap,
    penalty: risk.penalty,
    latency: risk.latency,
    correlationCap: risk.correlationCap,
    debtDepths: risk.debtDepths,
    depthFloor: risk.depthFloor,
    depthCap: risk.depthCap,
    debtCap: reserve.debtCap,
  };
}

/** `RiskParameters` an asset is listed with: those the risk engine will write, so that nothing ramps. */
export function firstRisk({ market, asset: { risk } }: Listing) {
  const margin = volatilityMargin(risk.volatility, market.horizon + risk.latency, market.multiple);
  const target = Math.max(margin, risk.marginFloor);
  return {
    volatilityMargin: Math.min(target, risk.marginCap),
    penalty: risk.penalty,
    depth: risk.depth,
    correlations: 0n,
  };
}

const WAD = 10n ** 18n;
const YEAR = 31_536_000n;

/** `k·σ·√(τ / 1 year)` [1e-4], each rounding up, as the contracts do it. */
function volatilityMargin(volatility: bigint, horizon: number, multiple: bigint): number {
  const root = sqrtUp(divUp(BigInt(horizon) * WAD * WAD, YEAR));
  return wadToBasisPoints(divUp(multiple * volatility * root, WAD * WAD));
}

function divUp(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}

function sqrtUp(value: bigint): bigint {
  const root = sqrt(value);
  return root * root < value ? root + 1n : root;
}
