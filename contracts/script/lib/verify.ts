import { isAddressEqual } from "viem";
import { type Backstop, backstopSetup, vaultCall } from "./backstops";
import type { DeploymentConfig, ReserveConfig } from "./config";
import type { Core } from "./core";
import { DeploymentError } from "./errors";
import { depthListing, factorOf, volatilityListing } from "./forecasts";
import { type LendingVault, lendingVaultCall } from "./lendingVaults";
import { call } from "./markets";
import {
  feedParameters,
  type Listing,
  marketParameters,
  oracleParameters,
  pythParameters,
  reserveParameters,
  riskRails,
  witnessParameters,
} from "./parameters";
import { functionRoles, functionSetting, memberSetting, members, ROLES } from "./roles";
import { ceilToBits, ceilToPowerOfTwo, floorToBits } from "./rounding";
import { type Call, type Session, same } from "./session";
import type { Uniswap } from "./uniswap";

/** Something that must be true of the chain when the deployment is done. */
interface Check {
  readonly what: string;
  readonly read: Call;
  readonly expected: unknown;
  /** Part of the answer that is compared; all of it if left out. */
  readonly part?: string;
  /** Fields of it that are not compared, because they follow the market. */
  readonly moving?: readonly string[];
}

/** Reads back every constructor argument, role and parameter; throws with all differences from the configuration. */
export async function verify(
  session: Session,
  config: DeploymentConfig,
  core: Core,
  uniswap: Uniswap,
  all: readonly Listing[],
  backstops: readonly Backstop[],
  vaults: readonly LendingVault[],
): Promise<number> {
  const checks: readonly Check[] = [
    ...constructorChecks(config, core, uniswap, all),
    ...roleChecks(session, config, core),
    ...config.markets.map((market) => ({
      what: `parameters of market ${market.slug}`,
      read: call(core, "marginEngine", "marketParameters", [market.id]),
      expected: marketParameters(market),
    })),
    ...all.flatMap((listing) => [...listingChecks(config, core, all, listing)]),
    ...backstops.flatMap((backstop) => backstopChecks(config, core, uniswap, all, backstop)),
    ...vaults.flatMap((vault) => lendingVaultChecks(core, vault)),
  ];
  const found = await Promise.all(
    checks.map(async ({ what, read, expected, part, moving = [] }) => {
      const answer = await session.read(read);
      const actual = part === undefined ? answer : (answer as Record<string, unknown>)[part];
      return same(without(actual, moving), without(expected, moving))
        ? []
        : [`${what} is ${print(actual)}; expected ${print(expected)}`];
    }),
  );
  const differences = found.flat();
  if (differences.length > 0)
    throw new DeploymentError(
      `The deployment on ${config.name} differs from its configuration:\n${differences.map((d) => `  - ${d}`).join("\n")}`,
    );
  return checks.length;
}

function constructorChecks(
  config: DeploymentConfig,
  core: Core,
  uniswap: Uniswap,
  all: readonly Listing[],
): readonly Check[] {
  const check = (contract: keyof Core, functionName: string, expected: unknown): Check => ({
    what: `${contract}.${functionName}`,
    read: call(core, contract, functionName),
    expected,
  });
  const oracle = oracleParameters(config);
  return [
    check("priceOracle", "authority", core.accessManager),
    check("priceOracle", "MIN_WINDOW", oracle.minWindow),
    check("priceOracle", "BLOCK_INTERVAL", oracle.blockInterval),
    check("priceOracle", "PYTH", oracle.pyth),
    check("priceOracle", "SEQUENCER", oracle.sequencer),
    check("priceOracle", "GRACE_PERIOD", oracle.gracePeriod),
    check("priceOracle", "SHADOW_PERIOD", oracle.shadowPeriod),
    check("marginEngine", "authority", core.accessManager),
    check("marginEngine", "ORACLE", core.priceOracle),
    check("marginEngine", "EXTENSION", core.marginEngineExtension),
    check("marginEngine", "LIQUIDATION", core.marginEngineLiquidation),
    check("marginEngine", "CLEARING", core.marginEngineClearing),
    check("marginEngine", "NETTING", core.marginEngineNetting),
    check("marginEngineLiquidation", "ORACLE", core.priceOracle),
    check("marginEngineClearing", "ORACLE", core.priceOracle),
    check("marginEngineNetting", "ORACLE", core.priceOracle),
    check("volatilityOracle", "authority", core.accessManager),
    check("volatilityOracle", "PRICES", core.priceOracle),
    check("depthOracle", "authority", core.accessManager),
    check("depthOracle", "ENGINE", core.marginEngine),
    check("depthOracle", "FACTORY", uniswap.factory),
    check("depthOracle", "MIN_WINDOW", BigInt(config.oracle.minWindow)),
    check("depthOracle", "MIN_SPACING", BigInt(config.oracle.depthSpacing)),
    check("riskEngine", "authority", core.accessManager),
    check("riskEngine", "ENGINE", core.marginEngine),
    check("riskEngine", "VOLATILITY_ORACLE", core.volatilityOracle),
    check("riskEngine", "DEPTH_ORACLE", core.depthOracle),
    check("coverageGate", "authority", core.accessManager),
    check("coverageGate", "ENGINE", core.marginEngine),
    check("coverageGate", "VOLATILITY_ORACLE", core.volatilityOracle),
    check("riskLens", "ENGINE", core.marginEngine),
    check("riskLens", "RISK_ENGINE", core.riskEngine),
    check("riskLens", "COVERAGE_GATE", core.coverageGate),
    check("volatilityOracle", "factor", factorOf(config, all)),
    check("tradeRouter", "ENGINE", core.marginEngine),
    check("tradeRouter", "FACTORY", uniswap.factory),
    check("liquidationTaker", "ENGINE", core.marginEngine),
    check("liquidationTaker", "FACTORY", uniswap.factory),
    check("positionRouter", "ENGINE", core.marginEngine),
    check("positionRouter", "FACTORY", uniswap.factory),
    check("accountMover", "ENGINE", core.marginEngine),
    check("accountMover", "FACTORY", uniswap.factory),
    check("lens", "ENGINE", core.marginEngine),
    check("lens", "ORACLE", core.priceOracle),
    check("lens", "ROUTER", core.tradeRouter),
  ];
}

function backstopChecks(
  config: DeploymentConfig,
  core: Core,
  uniswap: Uniswap,
  all: readonly Listing[],
  { market, vault, desk }: Backstop,
): readonly Check[] {
  const setup = backstopSetup(config, core, uniswap.factory, all, market);
  const check = (functionName: string, expected: unknown, args: readonly unknown[] = []): Check => ({
    what: `backstop of ${market.slug}: ${functionName}(${args})`,
    read: vaultCall(vault, functionName, args),
    expected,
  });
  return [
    check("authority", setup.authority),
    check("ENGINE", setup.engine),
    check("RISK_ENGINE", setup.riskEngine),
    check("FACTORY", setup.factory),
    check("MARKET", setup.market),
    check("QUOTE", setup.quote),
    check("GAS_MARKET", setup.gasMarket),
    check("GAS_ASSET", setup.gasAsset),
    check("COOLDOWN", setup.cooldown),
    check("WINDOW", setup.window),
    check("DESK", desk),
    check("parameters", config.backstop.parameters),
    ...all
      .filter((listing) => listing.market === market)
      .map(({ index, asset }) => check("poolFeeOf", asset.pool?.fee ?? 0, [index])),
    {
      what: `backstop of market ${market.slug}`,
      read: call(core, "marginEngine", "backstop", [market.id]),
      expected: vault,
    },
  ];
}

function lendingVaultChecks(core: Core, { listing, vault }: LendingVault): readonly Check[] {
  const { market, index, key, token } = listing;
  const check = (functionName: string, expected: unknown): Check => ({
    what: `lending vault of ${key} in market ${market.slug}: ${functionName}`,
    read: lendingVaultCall(vault, functionName),
    expected,
  });
  return [
    check("ENGINE", core.marginEngine),
    check("MARKET", market.id),
    check("ASSET", index),
    check("asset", token),
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

function* listingChecks(
  config: DeploymentConfig,
  core: Core,
  all: readonly Listing[],
  listing: Listing,
): Generator<Check> {
  const { market, index, key, asset, token } = listing;
  const at = `${key} in market ${market.slug}`;
  const id = [market.id, index];
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
    // the risk engine's and the coverage gate's
    moving: ["debtCap", "ratePremium"],
  };
  yield {
    what: `rails of ${at}`,
    read: call(core, "riskEngine", "railsOf", id),
    expected: riskRails(listing),
  };
  yield {
    what: `stress gap of ${at}`,
    read: call(core, "coverageGate", "gapOf", id),
    expected: asset.risk.gap,
  };
  yield {
    what: `penalty of ${at}`,
    read: call(core, "marginEngine", "risk", id),
    expected: BigInt(asset.risk.penalty) * 10n ** 14n,
    part: "penalty",
  };
  yield {
    what: `volatility reference of ${at}`,
    read: call(core, "volatilityOracle", "listing", [token]),
    expected: volatilityListing(all, listing),
  };
  yield {
    what: `depth pools of ${at}`,
    read: call(core, "depthOracle", "parametersOf", [token]),
    expected: depthListing(config, all, listing),
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
  const pyth = pythParameters(listing);
  if (pyth)
    yield {
      what: `Pyth price of ${at}`,
      read: call(core, "priceOracle", "pythOf", id),
      expected: {
        ...pyth,
        minPrice: inUnits(pyth.minPrice, asset.decimals, ceilToBits),
        maxPrice: inUnits(pyth.maxPrice, asset.decimals, floorToBits),
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

/** It keeps bounds of Pyth prices per token unit, in 17 significant bits. */
function inUnits(price: bigint, decimals: number, round: (value: bigint, bits: number) => bigint): bigint {
  const scale = 10n ** BigInt(18 - decimals);
  return round(price * scale, 17) / scale;
}

function without(value: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0) return value;
  return Object.fromEntries(Object.entries(value as object).filter(([key]) => !fields.includes(key)));
}

function print(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part));
}
