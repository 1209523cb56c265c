import type { DeployedAsset, Deployment } from "@gimbal/sdk";
import type { Address } from "viem";
import { DevnetError } from "./errors";
import type { DrivenAsset } from "./types";

/** Assets whose price moves. */
export const DRIVEN_ASSETS = ["ETH", "BTC", "LINK"] as const satisfies readonly DrivenAsset[];

/** An asset that trades in a pool against the quote asset. */
export interface TradedAsset extends DeployedAsset {
  readonly poolFee: number;
  readonly pool: Address;
}

/** The asset of that symbol, in whichever market lists it first: token, feed and pool are the same everywhere. */
export function assetOf(deployment: Deployment, symbol: string): DeployedAsset {
  const asset = deployment.markets.flatMap((market) => market.assets).find((a) => a.symbol === symbol);
  if (!asset) throw new DevnetError(`${deployment.name} has no asset ${symbol}.`);
  return asset;
}

export function tradedAssetOf(deployment: Deployment, symbol: DrivenAsset): TradedAsset {
  const asset = assetOf(deployment, symbol);
  const { pool, poolFee } = asset;
  if (pool === null || poolFee === null)
    throw new DevnetError(`${symbol} has no pool on ${deployment.name}.`);
  return { ...asset, pool, poolFee };
}
