import type { Address } from "viem";
import { compiled } from "./artifacts";
import type { AssetConfig, DeploymentConfig } from "./config";
import { DeploymentError } from "./errors";
import type { Session } from "./session";
import { same } from "./session";

/** Addresses of the tokens by key of the asset; faucet tokens are deployed, all are compared with the configuration. */
export async function ensureTokens(
  session: Session,
  config: DeploymentConfig,
): Promise<Readonly<Record<string, Address>>> {
  const tokens: Record<string, Address> = {};
  for (const [key, asset] of Object.entries(config.assets)) {
    tokens[key] = await ensureToken(session, asset);
    await checkDecimals(session, key, asset, tokens[key]);
  }
  return tokens;
}

async function ensureToken(session: Session, asset: AssetConfig): Promise<Address> {
  const { token, name, decimals } = asset;
  if (token.type === "existing") return token.address;
  return session.create2(compiled("FaucetToken"), [
    name,
    token.symbol,
    decimals,
    token.limit,
    session.deployer,
  ]);
}

async function checkDecimals(session: Session, key: string, asset: AssetConfig, to: Address): Promise<void> {
  const { abi } = compiled("FaucetToken");
  const decimals = await session.read({ to, abi, functionName: "decimals", args: [] });
  if (!same(decimals, asset.decimals))
    throw new DeploymentError(
      `The token of ${key} at ${to} has ${String(decimals)} decimals; the configuration says ${asset.decimals}.`,
    );
}
