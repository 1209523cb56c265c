import type { Address } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { toVaultAssets } from "../math/LendingVault";
import type { Plan } from "../plan";
import * as guard from "./guards";
import {
  assetOfVault,
  encodeVault,
  type LendingVaultParameters,
  type LendingVaultPreview,
  totalsOf,
  vaultPlan,
  worthOf,
} from "./lendingVault";
import { ownerOf } from "./plan";

/** Parameters of {@link redeemVault}. */
export interface RedeemVaultParameters extends LendingVaultParameters {
  /** Shares to redeem; `"max"` redeems as many as can be now. */
  readonly shares: bigint | "max";
  /** Receiver of the tokens; the owner when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `redeemVault` plan. */
export interface RedeemVaultArgs {
  readonly market: number;
  readonly asset: number;
  readonly shares: bigint;
  readonly recipient: Address;
}

/** What {@link redeemVault} returns. */
export type RedeemVaultReturnType = Plan<"redeemVault", RedeemVaultArgs, LendingVaultPreview>;

/** What {@link redeemVault} throws. */
export type RedeemVaultErrorType = GimbalErrorType;

/**
 * Redeems shares of a vault, as far as their tokens are not lent out.
 *
 * Reads nothing: arithmetic on snapshot and vault.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.vault Vault, read at the same block.
 * @param parameters.shares Shares, or `"max"` for as many as can be redeemed.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan; `preview` has shares and assets that move.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = redeemVault({ snapshot, vault, shares: "max" });
 */
export function redeemVault(parameters: RedeemVaultParameters): RedeemVaultReturnType {
  const { snapshot, vault } = parameters;
  const { market, asset, stake } = vault;
  const owner = ownerOf(snapshot);
  const recipient = parameters.recipient ?? owner;
  const shares = parameters.shares === "max" ? (stake?.redeemable ?? 0n) : parameters.shares;
  const assets = toVaultAssets(shares, totalsOf(parameters), "down");
  const lent = assetOfVault(parameters);
  return vaultPlan(
    parameters,
    { type: "redeemVault", args: { market, asset, shares, recipient } },
    encodeVault.redeem(shares, recipient, owner),
    { assets, shares, direction: -1n },
    [
      guard.notZero(shares),
      shares <= (stake?.shares ?? 0n) ? undefined : guard.withinSupplied(assets, worthOf(parameters), lent),
      guard.redeemable(lent, assets),
    ],
  );
}
