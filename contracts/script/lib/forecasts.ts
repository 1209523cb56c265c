import { isAddressEqual, zeroAddress } from "viem";
import type { DeploymentConfig } from "./config";
import type { Core } from "./core";
import { DeploymentError } from "./errors";
import { call } from "./markets";
import { type Listing, riskRails } from "./parameters";
import { requireAdministration } from "./roles";
import type { Session } from "./session";

/** One listing of every token: where its price is read for forecasts. */
export function references(all: readonly Listing[]): readonly Listing[] {
  return all.filter((listing) => listing === all.find(({ key }) => key === listing.key));
}

/** The token whose returns stand for the market. */
export function factorOf(config: DeploymentConfig, all: readonly Listing[]): `0x${string}` {
  return reference(all, config.factor).token;
}

/** Pools in which the depth of a token is measured; the quote asset is in none of its own. */
export function depthPools({ market, pool }: Listing) {
  return pool === undefined ? [] : [{ pool, quoteMarket: market.id, quoteAsset: 0 }];
}

/** How the depth of a token is measured. */
export function depthParameters(config: DeploymentConfig, { asset }: Listing) {
  return { window: asset.pool?.twapWindow ?? 0, spacing: config.oracle.depthSpacing };
}

/** What the volatility oracle says of the listing of a token. */
export function volatilityListing(all: readonly Listing[], { key }: Listing) {
  const { market, index, asset } = reference(all, key);
  return [market.id, index, asset.risk.stress];
}

/** What the depth oracle says of the pools of a token. */
export function depthListing(config: DeploymentConfig, all: readonly Listing[], { key }: Listing) {
  const listing = reference(all, key);
  const pools = depthPools(listing);
  return [pools.length === 0 ? { window: 0, spacing: 0 } : depthParameters(config, listing), pools];
}

function reference(all: readonly Listing[], key: string): Listing {
  const listing = all.find((one) => one.key === key);
  if (!listing) throw new DeploymentError(`${key} is in no market.`);
  return listing;
}

/** Registers every token with the forecasts of volatility and depth, and sets the rails of margins; only what is missing. */
export async function ensureForecasts(
  session: Session,
  config: DeploymentConfig,
  core: Core,
  all: readonly Listing[],
): Promise<void> {
  const write = async (contract: keyof Core, functionName: string, args: readonly unknown[]) => {
    await requireAdministration(session, core);
    await session.write(call(core, contract, functionName, args));
  };
  const read = (contract: keyof Core, functionName: string, args: readonly unknown[] = []) =>
    session.read(call(core, contract, functionName, args));

  for (const listing of references(all)) {
    const { token, market, index, asset } = listing;
    const [, , stress] = (await read("volatilityOracle", "listing", [token])) as readonly [
      number,
      number,
      bigint,
    ];
    if (stress === 0n) await write("volatilityOracle", "list", [token, market.id, index, asset.risk.stress]);
    if ((await read("volatilityOracle", "volatility", [token])) === 0n)
      await write("volatilityOracle", "seed", [token, asset.risk.volatility]);

    const pools = depthPools(listing);
    const [, known] = (await read("depthOracle", "parametersOf", [token])) as readonly [
      unknown,
      readonly unknown[],
    ];
    if (pools.length > 0 && known.length === 0)
      await write("depthOracle", "setPools", [token, depthParameters(config, listing), pools]);
  }
  if (isAddressEqual((await read("volatilityOracle", "factor")) as `0x${string}`, zeroAddress))
    await write("volatilityOracle", "setFactor", [factorOf(config, all)]);

  for (const market of config.markets)
    if (Number(await read("riskEngine", "horizonOf", [market.id])) === 0)
      await write("riskEngine", "setHorizon", [market.id, market.horizon]);
  for (const listing of all) {
    const id = [listing.market.id, listing.index];
    const { multiple } = (await read("riskEngine", "railsOf", id)) as { multiple: bigint };
    if (multiple === 0n) await write("riskEngine", "setRails", [...id, riskRails(listing)]);
    const { gap } = listing.asset.risk;
    if ((await read("coverageGate", "gapOf", id)) !== gap)
      await write("coverageGate", "setGap", [...id, gap]);
  }
}
