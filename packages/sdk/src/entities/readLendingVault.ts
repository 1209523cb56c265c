import { type Address, type Client, erc4626Abi } from "viem";
import { readContract } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { AssetUnknownError, MarketUnknownError } from "../errors/input";
import { marginEngineAbi } from "../generated/abis";
import { lendingVaultAbi } from "../generated/ordersAbis";
import type { LendingVaultStake, LendingVaultState } from "../lending/vault";
import { toVaultAssets } from "../math/LendingVault";
import { WAD } from "../units";

/** Parameters of {@link readLendingVault}. */
export interface ReadLendingVaultParameters {
  readonly deployment: Deployment;
  /** Market id. */
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  /** Whose stake to read. */
  readonly owner?: Address | undefined;
  readonly blockNumber?: bigint | undefined;
}

/** What {@link readLendingVault} returns; undefined if the reserve has no vault. */
export type ReadLendingVaultReturnType = LendingVaultState | undefined;

/** A share has six decimals more than the asset: so many stand for one unit at the start. */
const SHARES_PER_UNIT = 1_000_000n;

/**
 * The lending vault of a reserve, and what one owner has in it.
 *
 * Reads views of the vault and its reserve, all in one tick.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.market Market id.
 * @param parameters.asset Asset index.
 * @param parameters.owner Whose stake to read.
 * @param parameters.blockNumber Block to read at; the latest when left out.
 * @returns State of the vault; undefined if the reserve has none.
 * @throws {MarketUnknownError} when the deployment has no such market.
 * @throws {AssetUnknownError} when the market has no such asset.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const { sharePrice } = (await readLendingVault(client, { deployment, market: 1, asset: 0 })) ?? {};
 */
export async function readLendingVault(
  client: Client,
  parameters: ReadLendingVaultParameters,
): Promise<ReadLendingVaultReturnType> {
  const { market, asset, owner, blockNumber } = parameters;
  const deployed = deployedAsset(parameters);
  const address = deployed.lendingVault;
  if (address === null) return undefined;
  const at = blockNumber === undefined ? {} : { blockNumber };
  const vault = { address, abi: lendingVaultAbi, ...at } as const;
  const unit = WAD * SHARES_PER_UNIT;
  try {
    const engine = {
      address: parameters.deployment.contracts.marginEngine,
      abi: marginEngineAbi,
      ...at,
    } as const;
    const [shares, backing, totalAssets, sharePrice, recovery, reserve, held] = await Promise.all([
      readContract(client, { ...vault, functionName: "totalSupply" }),
      readContract(client, { ...vault, functionName: "backing" }),
      readContract(client, { ...vault, functionName: "totalAssets" }),
      readContract(client, { ...vault, functionName: "convertToAssets", args: [unit] }),
      readContract(client, { ...vault, functionName: "recovery" }),
      readContract(client, { ...engine, functionName: "reserve", args: [market, asset] }),
      owner === undefined ? undefined : readHeld(client, address, deployed.address, owner, at),
    ]);
    const totals = { shares, backing, supplied: reserve.totalAssets, supplyShares: reserve.supplyShares };
    const stake = held && { ...held, assets: toVaultAssets(held.shares, totals, "down") };
    const [owed, claimable, vesting, vestedAt] = recovery;
    return Object.freeze({
      address,
      market,
      asset,
      shares,
      backing,
      totalAssets,
      sharePrice,
      recovery: { owed, claimable, vesting, vestedAt },
      stake,
    });
  } catch (error) {
    throw decodeError(error);
  }
}

function deployedAsset({ deployment, market: id, asset }: ReadLendingVaultParameters) {
  const market = deployment.markets.find((one) => one.id === id);
  if (market === undefined) throw new MarketUnknownError(id);
  const found = market.assets[asset];
  if (found === undefined) throw new AssetUnknownError(market.slug, asset);
  return found;
}

async function readHeld(
  client: Client,
  address: Address,
  token: Address,
  owner: Address,
  at: { readonly blockNumber?: bigint },
): Promise<Omit<LendingVaultStake, "assets">> {
  const vault = { address, abi: erc4626Abi, ...at } as const;
  const [shares, redeemable, withdrawable, allowance] = await Promise.all([
    readContract(client, { ...vault, functionName: "balanceOf", args: [owner] }),
    readContract(client, { ...vault, functionName: "maxRedeem", args: [owner] }),
    readContract(client, { ...vault, functionName: "maxWithdraw", args: [owner] }),
    readContract(client, { ...vault, address: token, functionName: "allowance", args: [owner, address] }),
  ]);
  return { shares, redeemable, withdrawable, allowance };
}
