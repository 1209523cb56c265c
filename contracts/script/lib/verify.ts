import { isAddressEqual } from "viem";
import type { DeploymentConfig, ReserveConfig } from "./config";
import type { Core } from "./core";
import { DeploymentError } from "./errors";
import { call } from "./markets";
import {
  feedParameters,
  type Listing,
  marketParameters,
  reserveParameters,
  riskInputs,
  witnessParameters,
} from "./parameters";
import { functionRoles, functionSetting, memberSetting, members, ROLES } from "./roles";
import { ceilToBits, ceilToPowerOfTwo, floorToBits, wadToBasisPoints } from "./rounding";
import { type Call, type Session, same } from "./session";
import type { Uniswap } from "./uniswap";

/** Something that must be true of the chain when the deployment is done. */
interface Check {
  readonly what: string;
  readonly read: Call;
  readonly expected: unknown;
  /** Part of the answer that is compared; all of it if left out. */
  readonly part?: string;
}

/** Reads back every constructor argument, role and parameter; throws with all differences from the configuration. */
export async function verify(
  session: Session,
  config: DeploymentConfig,
  core: Core,
  uniswap: Uniswap,
  all: readonly Listing[],
): Promise<number> {
  const checks: readonly Check[] = [
    ...constructorChecks(config, core, uniswap),
    ...roleChecks(session, config, core),
    ...config.markets.map((market) => ({
      what: `parameters of market ${market.slug}`,
      read: call(core, "marginEngine", "marketParameters", [market.id]),
      expected: marketParameters(market),
    })),
    ...all.flatMap((listing) => [...listingChecks(config, core, listing)]),
  ];
  const found = await Promise.all(
    checks.map(async ({ what, read, expected, part }) => {
      const answer = await session.read(read);
      const actual = part === undefined ? answer : (answer as Record<string, unknown>)[part];
      return same(actual, expected) ? [] : [`${what} is ${print(actual)}; expected ${print(expected)}`];
    }),
  );
  const differences = found.flat();
  if (differences.length > 0)
    throw new DeploymentError(
      `The deployment on ${config.name} differs from its configuration:\n${differences.map((d) => `  - ${d}`).join("\n")}`,
    );
  return checks.length;
}

function constructorChecks(config: DeploymentConfig, core: Core, uniswap: Uniswap): readonly Check[] {
  const check = (contract: keyof Core, functionName: string, expected: unknown): Check => ({
    what: `${contract}.${functionName}`,
    read: call(core, contract, functionName),
    expected,
  });
  return [
    check("priceOracle", "authority", core.accessManager),
    check("priceOracle", "MIN_WINDOW", config.oracle.minWindow),
    check("priceOracle", "BLOCK_INTERVAL", config.oracle.blockInterval),
    check("marginEngine", "authority", core.accessManager),
    check("marginEngine", "ORACLE", core.priceOracle),
    check("marginEngine", "EXTENSION", core.marginEngineExtension),
    check("riskSource", "authority", core.accessManager),
    check("riskSource", "ENGINE", core.marginEngine),
    check("tradeRouter", "ENGINE", core.marginEngine),
    check("tradeRouter", "FACTORY", uniswap.factory),
    check("lens", "ENGINE", core.marginEngine),
    check("lens", "ORACLE", core.priceOracle),
    check("lens", "ROUTER", core.tradeRouter),
  ];
}

function roleChecks(session: Session, config: DeploymentConfig, core: Core): readonly Check[] {
  const { admin } = config.roles;
  const deployerKeeps = isAddressEqual(admin, session.deployer);
  return [
    ...functionRoles(core).map((entry) => ({
      what: `role of ${entry.artifact.name}.${entry.functionName}`,
      ...functionSetting(core, entry),
    })),
    ...members(config, core).map(([role, account]) => ({
      what: `membership of ${account} in role ${role}`,
      ...memberSetting(core, role, account),
    })),
    { what: `administration by ${admin}`, ...memberSetting(core, ROLES.admin, admin) },
    {
      what: `administration by the deployer ${session.deployer}`,
      read: memberSetting(core, ROLES.admin, session.deployer).read,
      expected: [deployerKeeps, 0],
    },
  ];
}

function* listingChecks(config: DeploymentConfig, core: Core, listing: Listing): Generator<Check> {
  const { market, index, key, asset, token } = listing;
  const at = `${key} in market ${market.slug}`;
  const id = [market.id, index];
  const inputs = riskInputs(config, listing);
  const feed = feedParameters(listing);

  yield {
    what: `token of ${at}`,
    read: call(core, "marginEngine", "reserve", id),
    expected: token,
    part: "token",
  };
  yield {
    what: `reserve parameters of ${at}`,
    read: call(core, "marginEngine", "reserve", id),
    expected: storedReserve(asset.reserve),
    part: "parameters",
  };
  yield { what: `risk inputs of ${at}`, read: call(core, "riskSource", "riskInputs", id), expected: inputs };
  yield {
    what: `penalty of ${at}`,
    read: call(core, "marginEngine", "risk", id),
    expected: BigInt(wadToBasisPoints(inputs.penalty)) * 10n ** 14n,
    part: "penalty",
  };
  yield {
    what: `depth of ${at}`,
    read: call(core, "marginEngine", "risk", id),
    expected: floorToBits(inputs.depth, 11),
    part: "depth",
  };
  yield {
    what: `feed of ${at}`,
    read: call(core, "priceOracle", "feedOf", id),
    expected: {
      ...feed,
      minPrice: inAnswers(feed.minPrice, ceilToBits),
      maxPrice: inAnswers(feed.maxPrice, floorToBits),
    },
  };
  const witness = witnessParameters(listing);
  if (witness)
    yield {
      what: `witness of ${at}`,
      read: call(core, "priceOracle", "witnessOf", id),
      expected: { ...witness, minLiquidity: ceilToBits(witness.minLiquidity, 17) },
    };
}

/** The engine keeps caps in 8 significant bits and the minimum debt as a power of two. */
function storedReserve(reserve: ReserveConfig) {
  return {
    ...reserveParameters(reserve),
    debtCap: floorToBits(reserve.debtCap, 8),
    supplyCap: floorToBits(reserve.supplyCap, 8),
    minDebt: ceilToPowerOfTwo(reserve.minDebt),
  };
}

/** The oracle keeps price bounds in units of the feed (8 decimals) and 17 significant bits. */
function inAnswers(price: bigint, round: (value: bigint, bits: number) => bigint): bigint {
  const unit = 10n ** 10n;
  return round(price / unit, 17) * unit;
}

function print(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part));
}
