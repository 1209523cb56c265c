import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type AssetConfig,
  type DeploymentConfig,
  deploy,
  local,
  writeManifest,
} from "@gimbal/contracts/deployment";
import type { Deployment } from "@gimbal/sdk";
import { marginEngineGovernanceAbi } from "@gimbal/sdk/abis";
import {
  type Address,
  type Hex,
  keccak256,
  type LocalAccount,
  parseAbi,
  toFunctionSelector,
  toHex,
} from "viem";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { assetOf } from "../src/assets";
import { type Clients, createClients, devAccount, devnetAccounts } from "../src/clients";
import { startDevnet } from "../src/devnet";
import type { Devnet } from "../src/types";

const folder = mkdtempSync(join(tmpdir(), "gimbal-manifest-"));

let devnet: Devnet;
let clients: Clients;
let start: Hex;

beforeAll(async () => {
  devnet = await startDevnet({ seed: "none", controlPort: false });
  clients = createClients(devnet.rpcUrl);
});

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await devnet?.stop();
});

beforeEach(async () => {
  start = await devnet.snapshot();
});

afterEach(() => devnet.revert(start));

function deployLocally(config: DeploymentConfig = local) {
  return deploy({
    config,
    client: clients.client,
    wallet: clients.wallet(devnetAccounts.admin),
    publisher: clients.wallet(devnetAccounts.driver),
  });
}

function manifest(deployment: Devnet["deployment"]): string {
  return readFileSync(writeManifest(folder, deployment), "utf8");
}

const existing = (address: Address) => ({ type: "existing", address }) as const;

const DESK_ABI = parseAbi(["function DESK() view returns (address)"]);

/** The local chain as if it were a public one: tokens, feeds and Uniswap are there, and somebody else governs. */
function publicConfig(admin: Address): DeploymentConfig {
  const { uniswapFactory, uniswapSwapRouter, uniswapQuoter } = devnet.deployment.contracts;
  const assets = Object.entries(local.assets).map(([key, asset]): readonly [string, AssetConfig] => {
    const { address, feed } = assetOf(devnet.deployment, asset.symbol);
    const { pool, ...rest } = { ...asset, token: existing(address), feed: existing(feed) };
    if (!pool) return [key, rest];
    const { liquidity: _, ...poolThere } = pool;
    return [key, { ...rest, pool: poolThere }];
  });
  return {
    ...local,
    local: false,
    oracle: { ...local.oracle, shadowPeriod: 48 * 3_600 },
    backstop: { ...local.backstop, cooldown: 14 * 86_400 },
    salt: keccak256(toHex("another deployment")),
    roles: { ...local.roles, admin },
    uniswap: {
      factory: existing(uniswapFactory),
      swapRouter: existing(uniswapSwapRouter),
      quoter: existing(uniswapQuoter),
    },
    assets: Object.fromEntries(assets),
  };
}

describe("deploy", () => {
  it("sends nothing the second time, and describes the chain with the same bytes", async () => {
    const { deployment, transactions, checks } = await deployLocally();
    expect(transactions).toBe(0);
    expect(checks).toBeGreaterThan(50);
    expect(manifest(deployment)).toBe(manifest(devnet.deployment));
  });

  it("describes another fresh chain with the same bytes", async () => {
    const other = await startDevnet({ seed: "none", controlPort: false });
    try {
      expect(manifest(other.deployment)).toBe(manifest(devnet.deployment));
    } finally {
      await other.stop();
    }
  });

  it("names the hash of the code at every address it names, and of the desk behind every vault", async () => {
    const { contracts, codeHashes, markets } = devnet.deployment;
    const ofAssets = markets
      .flatMap(({ assets }) =>
        assets.flatMap(({ address, feed, lendingVault }) => [address, feed, lendingVault]),
      )
      .filter((address) => address !== null);
    const vaults = markets.map(({ backstop }) => backstop).filter((vault) => vault !== null);
    const desks = await Promise.all(
      vaults.map((address) => devnet.client.readContract({ address, abi: DESK_ABI, functionName: "DESK" })),
    );
    const named = new Set<Address>([...Object.values(contracts), ...ofAssets, ...vaults, ...desks]);
    expect(new Set(Object.keys(codeHashes))).toEqual(named);
    for (const address of named) {
      const code = await devnet.client.getCode({ address });
      expect(codeHashes[address]).toBe(keccak256(code ?? "0x"));
    }
  });

  it("puts Multicall3 and Permit2 where everyone expects them, as they are on Ethereum", () => {
    const { multicall3, permit2 } = devnet.deployment.contracts;
    expect(multicall3).toBe("0xcA11bde05977b3631167028862bE2a173976CA11");
    expect(permit2).toBe("0x000000000022D473030F116dDEE9F6B43aC78BA3");
    expect(devnet.deployment.codeHashes[multicall3]).toBe(
      "0xd5c15df687b16f2ff992fc8d767b4216323184a2bbc6ee2f9c398c318e770891",
    );
  });

  it("uses what is there on a chain that is not local, and hands over to who governs", async () => {
    const admin = devAccount(9).address;
    const config = publicConfig(admin);
    const first = await deployLocally(config);
    expect(first.transactions).toBeGreaterThan(20);
    const { contracts } = first.deployment;
    // its lending vaults are those of its own engine
    const listed = ({ markets }: Deployment) =>
      markets.flatMap(({ assets }) => assets.map((asset) => ({ ...asset, lendingVault: undefined })));
    expect(listed(first.deployment)).toEqual(listed(devnet.deployment));
    expect(contracts.uniswapFactory).toBe(devnet.deployment.contracts.uniswapFactory);
    expect(contracts.marginEngine).not.toBe(devnet.deployment.contracts.marginEngine);

    const pause = (account: LocalAccount) =>
      devnet.client.simulateContract({
        account,
        address: contracts.marginEngine,
        abi: marginEngineGovernanceAbi,
        functionName: "setMarketParameters",
        args: [1, { initialRatio: 13_000, targetHealth: 10_500, paused: false }],
      });
    await expect(pause(devnetAccounts.admin)).rejects.toThrow(
      toFunctionSelector("AccessManagedUnauthorized(address)"),
    );
    await expect(pause(devAccount(9))).resolves.toBeDefined();

    const second = await deployLocally(config);
    expect(second.transactions).toBe(0);
    expect(second.deployment).toEqual(first.deployment);
  });

  it("says what is to be proposed to who governs, when something is missing after the hand-over", async () => {
    const config = publicConfig(devAccount(9).address);
    await deployLocally(config);
    const [market] = config.markets;
    if (!market) throw new TypeError("the configuration has a market");
    const more = { ...config, markets: [...config.markets, { ...market, id: 9, slug: "second-eth-usdc" }] };
    await expect(deployLocally(more)).rejects.toThrow("what is missing has to be proposed to who does");
  });

  it("notices a parameter that is not what the configuration says", async () => {
    const hash = await clients.wallet(devnetAccounts.admin).writeContract({
      address: devnet.deployment.contracts.marginEngine,
      abi: marginEngineGovernanceAbi,
      functionName: "setMarketParameters",
      args: [1, { initialRatio: 13_000, targetHealth: 10_500, paused: false }],
    });
    await devnet.client.waitForTransactionReceipt({ hash });
    await expect(deployLocally()).rejects.toThrow(
      /parameters of market eth-usdc is \{"initialRatio":13000,.*expected \{"initialRatio":12500/,
    );
  });

  it("refuses the chain of another configuration", async () => {
    await expect(deployLocally({ ...local, chainId: 42_161 })).rejects.toThrow(
      "The node is on chain 31337; Local chain is chain 42161: check the RPC address.",
    );
  });

  it("refuses a pool that is not there", async () => {
    const config = publicConfig(devAccount(9).address);
    const { ETH } = config.assets;
    if (!ETH?.pool) throw new TypeError("ETH has a pool");
    const assets = { ...config.assets, ETH: { ...ETH, pool: { ...ETH.pool, fee: 10_000 } } };
    await expect(deployLocally({ ...config, assets })).rejects.toThrow(
      "There is no Uniswap v3 pool with liquidity for ETH at fee 10000 on Local chain.",
    );
  });

  it("makes room in a pool that forgets too early, and says when to come again", async () => {
    const config = publicConfig(devAccount(9).address);
    const { ETH } = config.assets;
    if (!ETH?.pool) throw new TypeError("ETH has a pool");
    const assets = { ...config.assets, ETH: { ...ETH, pool: { ...ETH.pool, observations: 140 } } };
    const grown = { ...config, assets };
    await expect(deployLocally(grown)).rejects.toThrow(
      /keeps 128 of 140 observations, too few for its window/,
    );
  });
});
