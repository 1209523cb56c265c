import { type Address, encodeFunctionData, type Hex } from "viem";
import { assetOf, walletOf } from "../entities/snapshot";
import { lendingVaultAbi } from "../generated/ordersAbis";
import type { LendingVaultState } from "../lending/vault";
import { toVaultAssets, type VaultTotals } from "../math/LendingVault";
import { ratesAfter } from "../math/rates";
import type { Approval, Plan, Preview } from "../plan";
import type { AssetState, Snapshot, WalletState } from "../types";
import type { TokenAmount, Wad } from "../units";
import { type Finding, findings } from "./guards";
import { frozen } from "./plan";

/** Snapshot and vault that every action on a lending vault needs, read at the same block. */
export interface LendingVaultParameters {
  /** Snapshot of the owner of the stake. */
  readonly snapshot: Snapshot;
  readonly vault: LendingVaultState;
}

/** What a stake in a lending vault would become. */
export interface LendingVaultPreview extends Preview {
  /** Tokens that move between wallet and vault. */
  readonly assets: TokenAmount;
  /** Shares that are issued or burnt. */
  readonly shares: bigint;
  /** Stake after [shares]. */
  readonly sharesAfter: bigint;
  /** What lenders earn after, a year. */
  readonly supplyRate: Wad;
}

/** What moves, as the wallet sees it: shares and the cash of the reserve go the same way. */
interface Moved {
  readonly assets: TokenAmount;
  readonly shares: bigint;
  readonly direction: 1n | -1n | 0n;
  /** Most that may be pulled, if the price of a share decides; the assets when left out. */
  readonly allowance?: TokenAmount;
}

/** The plan of an action on a vault. */
export function vaultPlan<type extends string, args>(
  parameters: LendingVaultParameters,
  action: { readonly type: type; readonly args: args },
  data: Hex,
  { assets, shares, direction, allowance = assets }: Moved,
  guards: readonly Finding[],
): Plan<type, args, LendingVaultPreview> {
  const { vault } = parameters;
  const asset = assetOfVault(parameters);
  return frozen({
    action,
    approvals: direction === 1n ? allowanceFor(parameters, asset, allowance) : [],
    calls: [{ to: vault.address, data, value: 0n }],
    preview: {
      before: undefined,
      after: undefined,
      assets,
      shares,
      sharesAfter: (vault.stake?.shares ?? 0n) + direction * shares,
      supplyRate: ratesAfter(asset.reserve, { cash: direction * assets }).supplyRate,
    },
    guards: findings(guards),
    units: { collateral: asset, debt: asset },
  });
}

export function assetOfVault({ snapshot, vault }: LendingVaultParameters): AssetState {
  return assetOf(snapshot, vault.market, vault.asset);
}

export function walletOfVault(parameters: LendingVaultParameters): WalletState | undefined {
  return walletOf(parameters.snapshot, assetOfVault(parameters).token);
}

/** Totals that convert, from the vault and the reserve of the snapshot. */
export function totalsOf(parameters: LendingVaultParameters): VaultTotals {
  const { shares, backing } = parameters.vault;
  const { supplied, supplyShares } = assetOfVault(parameters).reserve;
  return { shares, backing, supplied, supplyShares };
}

/** What the stake is worth at the snapshot. */
export function worthOf(parameters: LendingVaultParameters): TokenAmount {
  return toVaultAssets(parameters.vault.stake?.shares ?? 0n, totalsOf(parameters), "down");
}

function allowanceFor(
  { vault }: LendingVaultParameters,
  { token, symbol, decimals }: AssetState,
  amount: TokenAmount,
): readonly Approval[] {
  const current = vault.stake?.allowance ?? 0n;
  if (amount === 0n || current >= amount) return [];
  return [{ token, symbol, decimals, spender: vault.address, amount, current }];
}

/** Calls of a vault. */
export const encodeVault = {
  deposit: (assets: TokenAmount, receiver: Address) =>
    encodeFunctionData({ abi: lendingVaultAbi, functionName: "deposit", args: [assets, receiver] }),
  mint: (shares: bigint, receiver: Address) =>
    encodeFunctionData({ abi: lendingVaultAbi, functionName: "mint", args: [shares, receiver] }),
  withdraw: (assets: TokenAmount, receiver: Address, owner: Address) =>
    encodeFunctionData({ abi: lendingVaultAbi, functionName: "withdraw", args: [assets, receiver, owner] }),
  redeem: (shares: bigint, receiver: Address, owner: Address) =>
    encodeFunctionData({ abi: lendingVaultAbi, functionName: "redeem", args: [shares, receiver, owner] }),
  harvest: () => encodeFunctionData({ abi: lendingVaultAbi, functionName: "harvest" }),
} as const;
