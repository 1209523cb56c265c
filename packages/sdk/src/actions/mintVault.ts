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
  walletOfVault,
} from "./lendingVault";
import { ownerOf } from "./plan";

/** Parameters of {@link mintVault}. */
export interface MintVaultParameters extends LendingVaultParameters {
  /** Shares to be issued, exactly. */
  readonly shares: bigint;
  /** Receiver of the shares; the owner when left out. */
  readonly recipient?: Address;
}

/** Arguments of a `mintVault` plan. */
export interface MintVaultArgs {
  readonly market: number;
  readonly asset: number;
  readonly shares: bigint;
  readonly recipient: Address;
}

/** What {@link mintVault} returns. */
export type MintVaultReturnType = Plan<"mintVault", MintVaultArgs, LendingVaultPreview>;

/** What {@link mintVault} throws. */
export type MintVaultErrorType = GimbalErrorType;

/**
 * Lends what an exact number of shares of a vault costs.
 *
 * Reads nothing: arithmetic on snapshot and vault.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.vault Vault, read at the same block.
 * @param parameters.shares Shares to be issued.
 * @param parameters.recipient Receiver; the owner when left out.
 * @returns Frozen plan; `preview` has shares and assets that move.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = mintVault({ snapshot, vault, shares: 1_000_000_000_000_000n });
 */
export function mintVault(parameters: MintVaultParameters): MintVaultReturnType {
  const { snapshot, vault, shares } = parameters;
  const { market, asset } = vault;
  const recipient = parameters.recipient ?? ownerOf(snapshot);
  const assets = toVaultAssets(shares, totalsOf(parameters), "up");
  const lent = assetOfVault(parameters);
  return vaultPlan(
    parameters,
    { type: "mintVault", args: { market, asset, shares, recipient } },
    encodeVault.mint(shares, recipient),
    // a share grows until the block comes: a thousandth is a month at 1 %, and what is not used is not pulled
    { assets, shares, direction: 1n, allowance: assets + assets / 1_000n + 1n },
    [
      guard.notZero(shares),
      guard.withinBalance(assets, walletOfVault(parameters), lent),
      guard.supplyRoom(lent, assets),
    ],
  );
}
