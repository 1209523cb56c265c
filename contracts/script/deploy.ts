// Deploys to one chain: `tsx script/deploy.ts <configuration> [--rpc-url <url>]`, with the deployer's key in PRIVATE_KEY.
// The local configuration uses anvil's public accounts and http://127.0.0.1:8545.
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  type Account,
  type Chain,
  createPublicClient,
  createWalletClient,
  defineChain,
  http,
  isHex,
} from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import {
  arbitrumExample,
  type DeploymentConfig,
  DeploymentError,
  deploy,
  local,
  writeManifest,
} from "./index";

const CONFIGURATIONS: Readonly<Record<string, DeploymentConfig>> = {
  local,
  "arbitrum-example": arbitrumExample,
};
const LOCAL_RPC = "http://127.0.0.1:8545";
const LOCAL_MNEMONIC = "test test test test test test test test test test test junk";
/** anvil's account that owns and answers the feeds of the local chain. */
const LOCAL_PUBLISHER = 6;
const DEPLOYMENTS = fileURLToPath(new URL("../../packages/sdk/src/deployments", import.meta.url));

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "rpc-url": { type: "string" } },
  });
  const config = CONFIGURATIONS[positionals[0] ?? ""];
  if (!config)
    throw new DeploymentError(`Say what to deploy: one of ${Object.keys(CONFIGURATIONS).join(", ")}.`);
  const rpcUrl = values["rpc-url"] ?? (config.local ? LOCAL_RPC : undefined);
  if (!rpcUrl) throw new DeploymentError(`Say where: --rpc-url <address of a node of ${config.name}>.`);

  const chain: Chain = defineChain({
    id: config.chainId,
    name: config.name,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const transport = http(rpcUrl);
  const wallet = (account: Account) => createWalletClient({ chain, transport, account });
  const { deployment, transactions, checks } = await deploy({
    config,
    client: createPublicClient({ chain, transport }),
    wallet: wallet(deployer(config)),
    ...(config.local ? { publisher: wallet(localAccount(LOCAL_PUBLISHER)) } : {}),
    log: (line) => process.stdout.write(`  ${line}\n`),
  });
  const path = writeManifest(DEPLOYMENTS, deployment);
  process.stdout.write(`${config.name}: ${transactions} transactions, ${checks} facts verified, ${path}\n`);
}

function deployer(config: DeploymentConfig): Account {
  const key = process.env.PRIVATE_KEY;
  if (key !== undefined) {
    if (!isHex(key) || key.length !== 66) throw new DeploymentError("PRIVATE_KEY is not 32 bytes in hex.");
    return privateKeyToAccount(key);
  }
  if (!config.local) throw new DeploymentError("Put the key of the deployer into PRIVATE_KEY.");
  return localAccount(0);
}

function localAccount(addressIndex: number): Account {
  return mnemonicToAccount(LOCAL_MNEMONIC, { addressIndex });
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof DeploymentError ? `${error.message}\n` : `${String(error)}\n`);
  process.exitCode = 1;
});
