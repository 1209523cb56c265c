import type { Deployment } from "../../packages/sdk/src/deployments/types";
import { ensureBackstops } from "./lib/backstops";
import { ensureCanonical } from "./lib/canonical";
import type { DeploymentConfig } from "./lib/config";
import { ensureCore } from "./lib/core";
import { DeploymentError } from "./lib/errors";
import { ensureFeeds } from "./lib/feeds";
import { ensureForecasts } from "./lib/forecasts";
import { ensureLendingVaults } from "./lib/lendingVaults";
import { manifestOf } from "./lib/manifest";
import { ensureMarkets } from "./lib/markets";
import { listings } from "./lib/parameters";
import { ensurePools } from "./lib/pools";
import { ensureRoles, handOver } from "./lib/roles";
import { type ReadClient, Session, type WriteClient } from "./lib/session";
import { ensureTokens } from "./lib/tokens";
import { ensureUniswap } from "./lib/uniswap";
import { validateConfig } from "./lib/validate";
import { verify } from "./lib/verify";

export { arbitrumExample } from "./config/arbitrum-example";
export { local } from "./config/local";
export type * from "./lib/config";
export { ConfigurationError, DeploymentError } from "./lib/errors";
export { writeManifest } from "./lib/manifest";
export { convert, type PricedToken, sqrt, sqrtPriceX96 } from "./lib/price";
export { validateConfig } from "./lib/validate";

export interface DeployParameters {
  readonly config: DeploymentConfig;
  readonly client: ReadClient;
  /** Sends and pays for the deployment, and administers it until it hands over. */
  readonly wallet: WriteClient;
  /** Owns and answers our own feeds; needed if the configuration has any. Must not have sent a transaction before. */
  readonly publisher?: WriteClient;
  readonly log?: (line: string) => void;
}

export interface DeployResult {
  readonly deployment: Deployment;
  /** Transactions that were needed; 0 if everything was there. */
  readonly transactions: number;
  /** Facts that were read back from the chain. */
  readonly checks: number;
}

/**
 * Brings a chain to what `config` says: deploys what is missing at addresses known before, configures it, verifies every
 * constructor argument, role and parameter, and describes the result. Running it again sends nothing.
 */
export async function deploy(parameters: DeployParameters): Promise<DeployResult> {
  const { config, client, wallet, publisher, log = () => {} } = parameters;
  validateConfig(config);
  const chainId = await client.getChainId();
  if (chainId !== config.chainId)
    throw new DeploymentError(
      `The node is on chain ${chainId}; ${config.name} is chain ${config.chainId}: check the RPC address.`,
    );

  const session = new Session(client, wallet, config.salt, log);
  await ensureCanonical(session, config);
  const tokens = await ensureTokens(session, config);
  const feeds = await ensureFeeds(session, config, publisher);
  const uniswap = await ensureUniswap(session, config, nativeToken(config, tokens));
  const pools = await ensurePools(session, config, uniswap, tokens, feeds);
  const core = await ensureCore(session, config, uniswap.factory);
  const all = listings(config, { tokens, feeds, pools });
  await ensureRoles(session, config, core);
  await ensureMarkets(session, config, core, all);
  await ensureForecasts(session, config, core, all);
  const backstops = await ensureBackstops(session, config, core, uniswap.factory, all);
  const vaults = await ensureLendingVaults(session, core, all);
  await handOver(session, config, core);

  const checks = await verify(session, config, core, uniswap, all, backstops, vaults);
  const deployment = await manifestOf(session, config, core, uniswap, all, backstops, vaults);
  return { deployment, transactions: session.sent.length, checks };
}

/** Wrapped ether of the chain; a chain without it uses the quote token, as no order wraps. */
function nativeToken(
  config: DeploymentConfig,
  tokens: Readonly<Record<string, `0x${string}`>>,
): `0x${string}` {
  const token = tokens.ETH ?? tokens[config.quote];
  if (!token) throw new DeploymentError(`${config.name} has no quote token.`);
  return token;
}
