import { type Address, type Client, erc4626Abi } from "viem";
import { readContract } from "viem/actions";
import type { BackstopState } from "../backstop/state";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { backstopVaultAbi, marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import { BASIS_POINTS, WAD } from "../units";
import { isReverted } from "./isReverted";

/** Parameters of {@link readBackstops}. */
export interface ReadBackstopsParameters {
  readonly deployment: Deployment;
}

/** What {@link readBackstops} returns: market id and vault of every market that has one. */
export type ReadBackstopsReturnType = readonly { readonly market: number; readonly address: Address }[];

/** Parameters of {@link readBackstop}. */
export interface ReadBackstopParameters {
  /** Vault. */
  readonly address: Address;
  /** Market of the vault. */
  readonly market: number;
  /** Quote token of the market. */
  readonly token: Address;
  /** Whose stake to read. */
  readonly owner?: Address | undefined;
}

/** What {@link readBackstop} returns. */
export type ReadBackstopReturnType = BackstopState;

const NOBODY = "0x0000000000000000000000000000000000000000";
/** A share has six decimals more than the quote token: so many stand for one unit at the start. */
const SHARES_PER_UNIT = 1_000_000n;

/**
 * Backstop vaults of a deployment.
 *
 * Reads `backstop` of the engine for every market, in one tick.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @returns Market id and vault of every market that has one.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const vaults = await readBackstops(client, { deployment });
 */
export async function readBackstops(
  client: Client,
  { deployment }: ReadBackstopsParameters,
): Promise<ReadBackstopsReturnType> {
  try {
    const vaults = await Promise.all(
      deployment.markets.map(async ({ id }) => {
        const address = await readContract(client, {
          address: deployment.contracts.marginEngine,
          abi: marginEngineLiquidationAbi,
          functionName: "backstop",
          args: [id],
        }).catch(isReverted);
        return { market: id, address: address ?? NOBODY } as const;
      }),
    );
    return vaults.filter(({ address }) => address !== NOBODY);
  } catch (error) {
    throw decodeError(error);
  }
}

/**
 * A backstop vault and what one owner has in it.
 *
 * Reads views of the vault, in one tick.
 *
 * @param client Client of the chain of the vault.
 * @param parameters.address Vault.
 * @param parameters.market Market of the vault.
 * @param parameters.token Quote token of the market.
 * @param parameters.owner Whose stake to read.
 * @returns State of the vault.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const { sharePrice } = await readBackstop(client, { address, market: 1, token: usdc.token });
 */
export async function readBackstop(
  client: Client,
  { address, market, token, owner }: ReadBackstopParameters,
): Promise<ReadBackstopReturnType> {
  const vault = { address, abi: backstopVaultAbi } as const;
  const shares = { address, abi: erc4626Abi } as const;
  try {
    const [status, parameters, cooldown, window, quote, supply, unit, stake] = await Promise.all([
      readContract(client, { ...vault, functionName: "status" }),
      readContract(client, { ...vault, functionName: "parameters" }),
      readContract(client, { ...vault, functionName: "COOLDOWN" }),
      readContract(client, { ...vault, functionName: "WINDOW" }),
      readContract(client, { ...vault, functionName: "QUOTE" }),
      readContract(client, { ...shares, functionName: "totalSupply" }),
      readContract(client, {
        ...shares,
        functionName: "convertToAssets",
        args: [WAD * SHARES_PER_UNIT],
      }),
      owner === undefined ? undefined : readStake(client, address, token, owner),
    ]);
    return Object.freeze({
      market,
      address,
      quote,
      cash: status.cash,
      vesting: status.vesting,
      low: status.low,
      high: status.high,
      pricesUp: status.pricesUp,
      covered: status.covered,
      coverRoom: status.coverRoom,
      shares: supply,
      sharePrice: unit,
      queued: status.queued,
      exitsLimited: status.exitsLimited,
      exitRoom: status.exitRoom,
      depositCap: parameters.depositCap,
      cooldown,
      window,
      holdings: status.assets.map(({ asset, held, owed, hedgeRatio, hedgeTarget }) => ({
        asset,
        held,
        owed,
        hedgeRatio: (hedgeRatio * WAD) / BASIS_POINTS,
        hedgeTarget: (hedgeTarget * WAD) / BASIS_POINTS,
      })),
      stake,
    });
  } catch (error) {
    throw decodeError(error);
  }
}

async function readStake(client: Client, address: Address, token: Address, owner: Address) {
  const shares = { address, abi: erc4626Abi } as const;
  const [balance, exit, redeemable, unit, allowance] = await Promise.all([
    readContract(client, { ...shares, functionName: "balanceOf", args: [owner] }),
    readContract(client, { address, abi: backstopVaultAbi, functionName: "exitOf", args: [owner] }),
    readContract(client, { ...shares, functionName: "maxRedeem", args: [owner] }),
    readContract(client, { ...shares, functionName: "convertToAssets", args: [WAD * SHARES_PER_UNIT] }),
    readContract(client, {
      address: token,
      abi: erc4626Abi,
      functionName: "allowance",
      args: [owner, address],
    }),
  ]);
  const worth = (amount: bigint) => (amount * unit) / (WAD * SHARES_PER_UNIT);
  return {
    shares: balance,
    assets: worth(balance),
    waiting: exit.shares,
    waitingAssets: worth(exit.shares),
    opensAt: BigInt(exit.opensAt),
    closesAt: BigInt(exit.closesAt),
    redeemable,
    allowance,
  };
}
