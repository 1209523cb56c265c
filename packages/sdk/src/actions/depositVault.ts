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
  walletOfVault,
} from "./lendingVault";
import { ownerOf } from "./plan";

/** Parameters of {@link depositVault}. */
export interface DepositVaultParameters extends LendingVaultParameters {
  /** Tokens pulled from the wallet. */
  readonly amount: TokenAmount;
  /** Receiver of the shares; the owner when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `depositVault` plan. */
export interface DepositVaultArgs {
  readonly market: number;
  readonly asset: number;
  readonly amount: TokenAmount;
  readonly recipient: Address;
}

/** What {@link depositVault} returns. */
export type DepositVaultReturnType = Plan<"depositVault", DepositVaultArgs, LendingVaultPreview>;

/** What {@link depositVault} throws. */
export type DepositVaultErrorType = GimbalErrorType;

/**
 * Lends tokens to a reserve through its vault, for shares that are a token.
 *
 * Reads nothing: arithmetic on snapshot and vault.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.vault Vault, read at the same block.
 * @param parameters.amount Tokens pulled from the wallet.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan; `preview` has shares and assets that move.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = depositVault({ snapshot, vault, amount: 1_000_000_000n });
 */
export function depositVault(parameters: DepositVaultParameters): DepositVaultReturnType {
  const { snapshot, vault, amount } = parameters;
  const { market, asset } = vault;
  const recipient = parameters.recipient ?? ownerOf(snapshot);
  const shares = toVaultShares(amount, totalsOf(parameters), "down");
  const lent = assetOfVault(parameters);
  return vaultPlan(
    parameters,
    { type: "depositVault", args: { market, asset, amount, recipient } },
    encodeVault.deposit(amount, recipient),
    { assets: amount, shares, direction: 1n },
    [
      guard.notZero(shares),
      guard.withinBalance(amount, walletOfVault(parameters), lent),
      guard.supplyRoom(lent, amount),
    ],
  );
}
