import { checksumAddress, isAddress, zeroAddress } from "viem";
import type { AssetConfig, DeploymentConfig, MarketConfig } from "./config";
import { ConfigurationError } from "./errors";

const FEE_TIERS = [100, 500, 3_000, 10_000];
/** Assets of a market: the engine's bitmaps have sixteen bits. */
const MAX_ASSETS = 16;

/** Throws `ConfigurationError` with every reason why `config` cannot be deployed. */
export function validateConfig(config: DeploymentConfig): void {
  const reasons = [
    ...chainReasons(config),
    ...addressReasons(config),
    ...oracleReasons(config),
    ...backstopReasons(config),
    ...Object.entries(config.assets).flatMap(([key, asset]) => [...assetReasons(config, key, asset)]),
    ...config.markets.flatMap((market) => [...marketReasons(config, market)]),
    ...duplicates(config.markets.map((m) => String(m.id))).map((id) => `two markets have the id ${id}`),
    ...duplicates(config.markets.map((m) => m.slug)).map((slug) => `two markets have the slug "${slug}"`),
  ];
  if (reasons.length > 0) throw new ConfigurationError(config.name, reasons);
}

function* chainReasons(config: DeploymentConfig): Generator<string> {
  if (!Number.isSafeInteger(config.chainId) || config.chainId < 1)
    yield `chainId is ${config.chainId}; it must be a positive whole number`;
  if (!/^0x[0-9a-fA-F]{64}$/.test(config.salt)) yield `salt is "${config.salt}"; it must be 32 bytes in hex`;
  const { minWindow, blockInterval } = config.oracle;
  if (blockInterval < 1 || minWindow < blockInterval)
    yield `oracle: the shortest window is ${minWindow} s and a block takes ${blockInterval} s; a window must cover a block of at least a second`;
  if (config.markets.length === 0) yield "there is no market";
  if (!config.assets[config.factor]) yield `factor is "${config.factor}", which is not one of the assets`;
  const quote = config.assets[config.quote];
  if (!quote) yield `quote is "${config.quote}", which is not one of the assets`;
  else if (quote.pool) yield `the quote asset ${config.quote} has a pool; pools are against it`;
}

function* addressReasons(config: DeploymentConfig): Generator<string> {
  const { admin, guardian, riskManager } = config.roles;
  const named: (readonly [string, string])[] = [
    ["roles.admin", admin],
    ["roles.guardian", guardian],
    ["roles.riskManager", riskManager],
  ];
  for (const [key, part] of Object.entries(config.uniswap)) {
    if (part !== "deploy") named.push([`uniswap.${key}`, part.address]);
    else if (!config.local)
      yield `uniswap.${key} is "deploy"; outside local chains it must be the existing one`;
  }
  for (const [key, asset] of Object.entries(config.assets)) {
    if (asset.token.type === "existing") named.push([`assets.${key}.token`, asset.token.address]);
    if (asset.feed.type === "existing") named.push([`assets.${key}.feed`, asset.feed.address]);
  }
  for (const [name, address] of named) {
    if (!isAddress(address, { strict: false })) yield `${name} is "${address}", which is not an address`;
    else if (address === zeroAddress) yield `${name} is the zero address`;
    else if (checksumAddress(address) !== address)
      yield `${name} is ${address}; with its checksum it reads ${checksumAddress(address)}: compare it with the source`;
  }
}

/** A chain with value on it gives everybody two days to see what another source says. */
const SHORTEST_SHADOW = 48 * 3_600;
/** Bounds of the contract [seconds]. */
const SHADOW_BOUNDS = { least: 64, most: 30 * 86_400 };
const GRACE_BOUNDS = { least: 60, most: 4 * 3_600 };

function* oracleReasons({ oracle, local, assets }: DeploymentConfig): Generator<string> {
  const least = local ? SHADOW_BOUNDS.least : SHORTEST_SHADOW;
  if (oracle.shadowPeriod < least || oracle.shadowPeriod > SHADOW_BOUNDS.most)
    yield `oracle.shadowPeriod is ${oracle.shadowPeriod} s; it must be ${least} to ${SHADOW_BOUNDS.most} s`;
  const grace = oracle.sequencer?.gracePeriod;
  if (grace !== undefined && (grace < GRACE_BOUNDS.least || grace > GRACE_BOUNDS.most))
    yield `oracle.sequencer.gracePeriod is ${grace} s; it must be ${GRACE_BOUNDS.least} to ${GRACE_BOUNDS.most} s`;
  for (const [key, asset] of Object.entries(assets))
    if (asset.pyth && !oracle.pyth) yield `assets.${key}.pyth is set, but oracle.pyth names no contract`;
}

/** Where there is value, a loss that is coming must show before anyone is out [seconds]. */
const SHORTEST_COOLDOWN = 14 * 86_400;
/** Bounds of the contract [seconds]. */
const COOLDOWN_BOUNDS = { least: 60, most: 30 * 86_400 };
const WINDOW_BOUNDS = { least: 60, most: 7 * 86_400 };

function* backstopReasons({ backstop, local, assets }: DeploymentConfig): Generator<string> {
  const { cooldown, window, gas } = backstop;
  const least = local ? COOLDOWN_BOUNDS.least : SHORTEST_COOLDOWN;
  if (cooldown < least || cooldown > COOLDOWN_BOUNDS.most)
    yield `backstop.cooldown is ${cooldown} s; it must be ${least} to ${COOLDOWN_BOUNDS.most} s`;
  if (window < WINDOW_BOUNDS.least || window > WINDOW_BOUNDS.most)
    yield `backstop.window is ${window} s; it must be ${WINDOW_BOUNDS.least} to ${WINDOW_BOUNDS.most} s`;
  if (assets[gas]?.decimals !== 18)
    yield `backstop.gas is "${gas}"; it must be an asset of 18 decimals, the chain's coin`;
}

function* assetReasons(config: DeploymentConfig, key: string, asset: AssetConfig): Generator<string> {
  const at = `assets.${key}`;
  const { risk, reserve, price, pool, token, feed } = asset;
  if (asset.decimals < 6 || asset.decimals > 18)
    yield `${at}.decimals is ${asset.decimals}; the engine is made for 6 to 18`;
  if (!config.local && token.type === "faucet")
    yield `${at}.token has a faucet; only local chains may have one`;
  if (!config.local && feed.type === "flux")
    yield `${at}.feed is our own aggregator; only local chains may have one`;
  if (feed.type === "flux" && (feed.initialAnswer < feed.minAnswer || feed.initialAnswer > feed.maxAnswer))
    yield `${at}.feed.initialAnswer is ${feed.initialAnswer}, outside ${feed.minAnswer} to ${feed.maxAnswer}`;
  if (price.minPrice <= 0n || price.minPrice >= price.maxPrice)
    yield `${at}.price runs from ${price.minPrice} to ${price.maxPrice}; the lower bound must be positive and lower`;
  if (price.trigger < 0 || price.trigger > 1_000)
    yield `${at}.price.trigger is ${price.trigger}; it is counted in 1e-4 and must be 0 to 1000`;
  if (price.maxJump !== 0 && (price.maxJump < 50 || price.maxJump > 4_000))
    yield `${at}.price.maxJump is ${price.maxJump}; it is counted in 1e-4 and must be 0 or 50 to 4000`;
  if (price.heartbeat <= 0) yield `${at}.price.heartbeat is ${price.heartbeat}; it must be at least a second`;
  if (key !== config.quote && !pool)
    yield `${at} has no pool against ${config.quote}, so nobody could trade it`;
  if (pool && !FEE_TIERS.includes(pool.fee))
    yield `${at}.pool.fee is ${pool.fee}; Uniswap v3 has the tiers ${FEE_TIERS.join(", ")}`;
  if (pool && pool.twapWindow < config.oracle.minWindow)
    yield `${at}.pool.twapWindow is ${pool.twapWindow}, below the shortest window of ${config.oracle.minWindow} s`;
  if (pool && (pool.maxDeviation <= 0 || pool.maxDeviation >= 10_000))
    yield `${at}.pool.maxDeviation is ${pool.maxDeviation}; it is counted in 1e-4 and must be 1 to 9999`;
  if (pool && pool.observations < observationsNeeded(config, pool.twapWindow))
    yield `${at}.pool.observations is ${pool.observations}; a window of ${pool.twapWindow} s needs ${observationsNeeded(config, pool.twapWindow)}`;
  if (pool?.liquidity && !config.local)
    yield `${at}.pool.liquidity is set; outside local chains the pool must exist and have its own`;
  if (risk.marginFloor <= 0 || risk.marginFloor > risk.marginCap)
    yield `${at}.risk: the margin runs from ${risk.marginFloor} to ${risk.marginCap}; the floor must be positive and not above the cap`;
  if (risk.marginCap + risk.penalty >= 8_000)
    yield `${at}.risk: margin cap ${risk.marginCap} and penalty ${risk.penalty} are counted in 1e-4 and must together stay below 8000`;
  if (risk.depthFloor > risk.depth || risk.depth > risk.depthCap)
    yield `${at}.risk.depth is ${risk.depth}, outside ${risk.depthFloor} to ${risk.depthCap}`;
  if (risk.volatility > risk.stress)
    yield `${at}.risk.volatility is ${risk.volatility}, above the ${risk.stress} it widens to`;
  if (reserve.minDebt > reserve.debtCap)
    yield `${at}.reserve.minDebt ${reserve.minDebt} exceeds the debt cap ${reserve.debtCap}, so nobody could borrow`;
  if (reserve.feeShare < 0 || reserve.feeShare > 255)
    yield `${at}.reserve.feeShare is ${reserve.feeShare}; it is counted in 1/256 and must be 0 to 255`;
}

/** A pool that trades in every block keeps one observation a block; n of them reach back n − 1 blocks. */
function observationsNeeded({ oracle }: DeploymentConfig, window: number): number {
  return Math.ceil(window / oracle.blockInterval) + 1;
}

function* marketReasons(config: DeploymentConfig, market: MarketConfig): Generator<string> {
  const at = `market "${market.slug}"`;
  if (!Number.isInteger(market.id) || market.id < 1 || market.id > 65_535)
    yield `${at} has the id ${market.id}; ids run from 1 to 65535`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(market.slug))
    yield `${at} must have a slug of lower-case words and hyphens: it is part of a web address`;
  for (const key of market.assets)
    if (!config.assets[key]) yield `${at} lists "${key}", which is not one of the assets`;
  for (const key of duplicates(market.assets)) yield `${at} lists ${key} twice`;
  if (market.assets[0] !== config.quote) yield `${at} must list the quote asset ${config.quote} first`;
  if (market.assets.length < 2 || market.assets.length > MAX_ASSETS)
    yield `${at} has ${market.assets.length} assets; a market has 2 to ${MAX_ASSETS}`;
  if (market.kind === "isolated" && market.assets.length !== 2)
    yield `${at} is isolated but has ${market.assets.length} assets instead of 2`;
  if (market.initialRatio <= 10_000)
    yield `${at} has the initial ratio ${market.initialRatio}; it must exceed 10000, or positions open liquidatable`;
  if (market.targetHealth <= 10_000)
    yield `${at} has the target health ${market.targetHealth}; it must exceed 10000, or liquidations heal nothing`;
}

function duplicates(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
