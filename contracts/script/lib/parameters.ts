import type { Address } from "viem";
import type { AssetConfig, DeploymentConfig, MarketConfig, ReserveConfig } from "./config";
import { DeploymentError } from "./errors";

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

/** `FeedParameters` of the oracle. */
export function feedParameters({ asset, token, feed }: Listing) {
  return {
    token,
    feed,
    heartbeat: asset.price.heartbeat,
    minPrice: asset.price.minPrice,
    maxPrice: asset.price.maxPrice,
  };
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

/** `RiskInputs` of the risk source. */
export function riskInputs(config: DeploymentConfig, { market, key, asset }: Listing) {
  const { volatility, marginFloor, penalty, depth, latency } = asset.risk;
  return {
    volatility,
    horizon: market.horizon + latency,
    multiple: market.multiple,
    marginFloor,
    penalty,
    depth,
    correlations: correlationRow(config, market, key),
  };
}

/** Correlation with asset j of the market in byte j [1/256]. */
export function correlationRow(config: DeploymentConfig, market: MarketConfig, key: string): bigint {
  const bytes = market.assets.map((other) => {
    const entry = config.correlations.find(
      ({ assets }) => other !== key && assets.includes(key) && assets.includes(other),
    );
    return BigInt(Math.floor(((entry?.percent ?? 0) * 256) / 100));
  });
  return bytes.reduce((row, byte, index) => row | (byte << BigInt(8 * index)), 0n);
}
