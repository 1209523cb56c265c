import { type Address, type Client, type ContractFunctionReturnType, maxUint256 } from "viem";
import { readContract } from "viem/actions";
import { positionAccounts } from "../accounts";
import type { DeployedAsset, DeployedMarket, Deployment } from "../deployments/types";
import { MarketUnknownError } from "../errors/input";
import { lensAbi } from "../generated/abis";
import { utilizationOf } from "../math/InterestRate";
import { supplyRate } from "../math/rates";
import type { AccountId, AssetState, MarketState, PoolState, Snapshot } from "../types";
import { accountState } from "./accountState";
import { priceState } from "./priceState";

type Raw = ContractFunctionReturnType<typeof lensAbi, "view", "snapshot">;
type RawAsset = Raw["markets"][number]["assets"][number];

/** Parameters of {@link readSnapshot}. */
export interface ReadSnapshotParameters {
  readonly deployment: Deployment;
  /** Whose wallet and loans to read. */
  readonly owner?: Address | undefined;
  /** Accounts to read; every account of the owner's convention when left out. */
  readonly accounts?: readonly AccountId[] | undefined;
  /** Market ids; all of the deployment when left out. */
  readonly markets?: readonly number[] | undefined;
  readonly blockNumber?: bigint | undefined;
}

/** What {@link readSnapshot} returns. */
export type ReadSnapshotReturnType = Snapshot;

const NOBODY = "0x0000000000000000000000000000000000000000";

/**
 * State of markets, accounts, pools and one wallet at one block.
 *
 * Reads `Lens.snapshot`: one `eth_call`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.owner Whose wallet and loans to read.
 * @param parameters.accounts Accounts to read.
 * @param parameters.markets Markets to read.
 * @param parameters.blockNumber Block to read at; the latest when left out.
 * @returns A frozen snapshot, from which positions, limits and plans follow without another read.
 * @throws {MarketUnknownError} when the deployment has no such market.
 *
 * @example
 * const snapshot = await readSnapshot(client, { deployment, owner: account.address });
 */
export async function readSnapshot(
  client: Client,
  parameters: ReadSnapshotParameters,
): Promise<ReadSnapshotReturnType> {
  const { deployment, owner, blockNumber } = parameters;
  const ids = parameters.markets ?? deployment.markets.map((m) => m.id);
  const markets = ids.map((id) => deployedMarket(deployment, id));
  const accounts = parameters.accounts ?? (owner === undefined ? [] : positionAccounts(owner, deployment));
  const pools = deployedPools(markets);
  const raw = await readContract(client, {
    address: deployment.contracts.lens,
    abi: lensAbi,
    functionName: "snapshot",
    args: [ids, accounts, pools.map((p) => p.address), owner ?? NOBODY],
    ...(blockNumber === undefined ? {} : { blockNumber }),
  });
  return Object.freeze({
    deployment,
    blockNumber: raw.blockNumber,
    timestamp: raw.timestamp,
    owner,
    markets: raw.markets.map((m, i) => marketState(m, markets[i] as DeployedMarket)),
    accounts: raw.accounts.map(accountState),
    lender: raw.lender,
    wallet: raw.wallet,
    pools: raw.pools.map(({ pool: _, ...state }, i) => ({ ...(pools[i] as DeployedPool), ...state })),
  });
}

function deployedMarket(deployment: Deployment, id: number): DeployedMarket {
  const market = deployment.markets.find((m) => m.id === id);
  if (market === undefined) throw new MarketUnknownError(id);
  return market;
}

function marketState(raw: Raw["markets"][number], deployed: DeployedMarket): MarketState {
  return {
    id: raw.market,
    slug: deployed.slug,
    initialRatio: BigInt(raw.parameters.initialRatio),
    targetHealth: BigInt(raw.parameters.targetHealth),
    paused: raw.parameters.paused,
    openingsClosed: raw.openingsClosed,
    halted: raw.halted,
    hedgeless: raw.hedgeless,
    assets: deployed.assets.map((asset, i) => assetState(raw.assets[i] as RawAsset, deployed.id, asset)),
    deployed,
  };
}

function assetState(raw: RawAsset, market: number, deployed: DeployedAsset): AssetState {
  const { parameters, token, ...reserve } = raw.reserve;
  const utilisation = utilizationOf(reserve.debt, reserve.cash);
  return {
    market,
    index: raw.asset,
    symbol: deployed.symbol,
    name: deployed.name,
    decimals: raw.decimals,
    token,
    price: priceState(raw),
    reserve: {
      cash: reserve.cash,
      debt: reserve.debt,
      fees: reserve.fees,
      supplyShares: reserve.supplyShares,
      supplied: reserve.totalAssets,
      index: reserve.index,
      rateAtTarget: reserve.rateAtTarget,
      borrowRate: reserve.borrowRate,
      supplyRate: supplyRate(reserve.borrowRate, utilisation, parameters.feeShare),
      utilisation,
      limits: parameters,
    },
    risk: raw.risk,
    positionCap: raw.positionCap === maxUint256 ? undefined : raw.positionCap,
    deployed,
  };
}

type DeployedPool = Pick<PoolState, "address" | "token0" | "token1">;

/** Pools of the markets, each once, with its tokens in the order of their addresses. */
function deployedPools(markets: readonly DeployedMarket[]): readonly DeployedPool[] {
  const pools = new Map<Address, DeployedPool>();
  for (const { assets } of markets) {
    const [quote] = assets;
    for (const { pool, address } of assets) {
      if (pool === null || quote === undefined) continue;
      const [token0, token1] =
        BigInt(address) < BigInt(quote.address) ? [address, quote.address] : [quote.address, address];
      pools.set(pool, { address: pool, token0, token1 });
    }
  }
  return [...pools.values()];
}
