import { isAddressEqual, zeroAddress } from "viem";
import type { DeploymentConfig, MarketConfig } from "./config";
import { CORE_ARTIFACTS, type Core } from "./core";
import {
  feedParameters,
  firstRisk,
  type Listing,
  marketParameters,
  pythParameters,
  reserveParameters,
  witnessParameters,
} from "./parameters";
import { requireAdministration } from "./roles";
import type { Call, Session } from "./session";

/** Calls of Gimbal's own contracts. */
export function call(
  core: Core,
  contract: keyof Core,
  functionName: string,
  args: readonly unknown[] = [],
): Call {
  return { to: core[contract], abi: CORE_ARTIFACTS[contract]().abi, functionName, args };
}

/** Creates markets, gives every asset its price sources, lists it and sets its risk; only what is missing. */
export async function ensureMarkets(
  session: Session,
  config: DeploymentConfig,
  core: Core,
  all: readonly Listing[],
): Promise<void> {
  const write = async (contract: keyof Core, functionName: string, args: readonly unknown[]) => {
    await requireAdministration(session, core);
    await session.write(call(core, contract, functionName, args));
  };

  const missing = await without(config.markets, (market) => exists(session, core, market));
  for (const market of missing)
    await write("marginEngine", "createMarket", [market.id, marketParameters(market)]);

  // Feeds before witnesses: the pool's price needs the feed of the quote asset.
  for (const listing of await without(all, (one) => hasFeed(session, core, one)))
    await write("priceOracle", "setFeed", [listing.market.id, listing.index, feedParameters(listing)]);

  for (const listing of await without(all, (one) => hasPyth(session, core, one))) {
    const pyth = pythParameters(listing);
    if (pyth) await write("priceOracle", "setPyth", [listing.market.id, listing.index, pyth]);
  }

  for (const listing of await without(all, (one) => hasWitness(session, core, one))) {
    const witness = witnessParameters(listing);
    if (witness) await write("priceOracle", "setWitness", [listing.market.id, listing.index, witness]);
  }

  for (const listing of await without(all, (one) => isListed(session, core, one))) {
    const { market, index, token, asset } = listing;
    const reserve = reserveParameters(asset.reserve);
    await write("marginEngine", "listAsset", [market.id, index, token, reserve, firstRisk(listing)]);
  }
}

/** Those of `items` that are not there yet. */
async function without<T>(
  items: readonly T[],
  isThere: (item: T) => Promise<boolean>,
): Promise<readonly T[]> {
  const there = await Promise.all(items.map(isThere));
  return items.filter((_, index) => !there[index]);
}

async function exists(session: Session, core: Core, market: MarketConfig): Promise<boolean> {
  const parameters = await session.read(call(core, "marginEngine", "marketParameters", [market.id]));
  return (parameters as { initialRatio: number }).initialRatio !== 0;
}

async function hasFeed(session: Session, core: Core, { market, index }: Listing): Promise<boolean> {
  const feed = await session.read(call(core, "priceOracle", "feedOf", [market.id, index]));
  return !isAddressEqual((feed as { feed: `0x${string}` }).feed, zeroAddress);
}

async function hasPyth(session: Session, core: Core, { market, index }: Listing): Promise<boolean> {
  const pyth = await session.read(call(core, "priceOracle", "pythOf", [market.id, index]));
  return BigInt((pyth as { id: `0x${string}` }).id) !== 0n;
}

async function hasWitness(session: Session, core: Core, { market, index }: Listing): Promise<boolean> {
  const witness = await session.read(call(core, "priceOracle", "witnessOf", [market.id, index]));
  return !isAddressEqual((witness as { pool: `0x${string}` }).pool, zeroAddress);
}

async function isListed(session: Session, core: Core, { market, index }: Listing): Promise<boolean> {
  return Number(await session.read(call(core, "marginEngine", "assetCount", [market.id]))) > index;
}
