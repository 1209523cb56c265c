import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Address, Hex } from "viem";
// By path, as a type: the SDK reads what is written here and depends on nothing of this package, nor this on it.
import type {
  DeployedContracts,
  DeployedMarket,
  Deployment,
} from "../../../packages/sdk/src/deployments/types";
import type { Backstop } from "./backstops";
import { MULTICALL3, PERMIT2 } from "./canonical";
import type { DeploymentConfig } from "./config";
import type { Core } from "./core";
import type { LendingVault } from "./lendingVaults";
import type { Listing } from "./parameters";
import type { Session } from "./session";
import type { Uniswap } from "./uniswap";

/** What the deployment came to, from the configuration and the chain. The same for the same sources, to the byte. */
export async function manifestOf(
  session: Session,
  config: DeploymentConfig,
  core: Core,
  uniswap: Uniswap,
  all: readonly Listing[],
  backstops: readonly Backstop[],
  lendingVaults: readonly LendingVault[],
): Promise<Deployment> {
  const contracts: DeployedContracts = {
    ...core,
    uniswapFactory: uniswap.factory,
    uniswapQuoter: uniswap.quoter,
    uniswapSwapRouter: uniswap.swapRouter,
    multicall3: MULTICALL3,
    permit2: PERMIT2,
  };
  const markets = config.markets.map((market): DeployedMarket => {
    const { id, slug, kind } = market;
    const backstop = backstops.find((one) => one.market === market)?.vault ?? null;
    const assets = all
      .filter((listing) => listing.market === market)
      .map((listing) => {
        const vault = lendingVaults.find((one) => one.listing === listing)?.vault ?? null;
        return { ...deployedAsset(listing), lendingVault: vault };
      });
    return { id, slug, kind, backstop, assets };
  });
  const tokensAndFeeds = all.flatMap(({ token, feed }) => [token, feed]);
  const vaults = [
    ...backstops.flatMap(({ vault, desk }) => [vault, desk]),
    ...lendingVaults.map(({ vault }) => vault),
  ];
  const addresses = [...new Set<Address>([...Object.values(contracts), ...vaults, ...tokensAndFeeds])];
  const hashes = addresses.map(async (address) => [address, await session.codeHash(address)] as const);
  const codeHashes: Readonly<Record<Address, Hex>> = Object.fromEntries(await Promise.all(hashes));
  return { chainId: config.chainId, name: config.name, contracts, markets, codeHashes };
}

function deployedAsset({ index, asset, token, feed, pool }: Listing) {
  const { symbol, name, decimals } = asset;
  return {
    index,
    symbol,
    name,
    decimals,
    address: token,
    feed,
    poolFee: asset.pool?.fee ?? null,
    pool: pool ?? null,
  };
}

/** Writes `<chainId>.json` into `folder`; returns its path. */
export function writeManifest(folder: string, deployment: Deployment): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${deployment.chainId}.json`);
  writeFileSync(path, `${JSON.stringify(deployment, null, 2)}\n`);
  return path;
}
