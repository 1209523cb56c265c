import type { Address } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { toVaultShares } from "../math/LendingVault";
import type { Plan } from "../plan";
import type { TokenAmount } from "../units";
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

/** Parameters of {@link withdrawVault}. */
export interface WithdrawVaultParameters extends LendingVaultParameters {
  /** Tokens to take out, exactly; `redeemVault` takes everything. */
  readonly amount: TokenAmount;
  /** Receiver of the tokens; the owner when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `withdrawVault` plan. */
export interface WithdrawVaultArgs {
  readonly market: number;
  readonly asset: number;
  readonly amount: TokenAmount;
  readonly recipient: Address;
}

/** What {@link withdrawVault} returns. */
export type WithdrawVaultReturnType = Plan<"withdrawVault", WithdrawVaultArgs, LendingVaultPreview>;

/** What {@link withdrawVault} throws. */
export type WithdrawVaultErrorType = GimbalErrorType;

/**
 * Takes an exact amount out of a vault, as far as it is not lent out.
 *
 * Reads nothing: arithmetic on snapshot and vault.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.vault Vault, read at the same block.
 * @param parameters.amount Tokens to take out, exactly.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan; `preview` has shares and assets that move.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = withdrawVault({ snapshot, vault, amount: 1_000_000_000n });
 */
export function withdrawVault(parameters: WithdrawVaultParameters): WithdrawVaultReturnType {
  const { snapshot, vault, amount } = parameters;
  const { market, asset } = vault;
  const owner = ownerOf(snapshot);
  const recipient = parameters.recipient ?? owner;
  const shares = toVaultShares(amount, totalsOf(parameters), "up");
  const lent = assetOfVault(parameters);
  return vaultPlan(
    parameters,
    { type: "withdrawVault", args: { market, asset, amount, recipient } },
    encodeVault.withdraw(amount, recipient, owner),
    { assets: amount, shares, direction: -1n },
    [
      guard.notZero(amount),
      guard.withinSupplied(amount, worthOf(parameters), lent),
      guard.redeemable(lent, amount),
    ],
  );
}
