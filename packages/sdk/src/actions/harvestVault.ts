import { inUnits } from "../amounts/sentences";
import type { GimbalErrorType } from "../errors/base";
import type { Plan } from "../plan";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import {
  assetOfVault,
  encodeVault,
  type LendingVaultParameters,
  type LendingVaultPreview,
  vaultPlan,
} from "./lendingVault";

/** Arguments of a `harvestVault` plan. */
export interface HarvestVaultArgs {
  readonly market: number;
  readonly asset: number;
  /** What was recovered and is lent again. */
  readonly amount: TokenAmount;
}

/** What {@link harvestVault} returns. */
export type HarvestVaultReturnType = Plan<"harvestVault", HarvestVaultArgs, LendingVaultPreview>;

/** What {@link harvestVault} throws. */
export type HarvestVaultErrorType = GimbalErrorType;

/**
 * Collects what was recovered of a vault's losses, for all its owners; anyone may.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot with the market of the vault.
 * @param parameters.vault Vault.
 * @returns Frozen plan.
 *
 * @example
 * const plan = harvestVault({ snapshot, vault });
 */
export function harvestVault(parameters: LendingVaultParameters): HarvestVaultReturnType {
  const { vault, snapshot } = parameters;
  const { market, asset, recovery } = vault;
  const { claimable, vestedAt } = recovery;
  const lent = assetOfVault(parameters);
  const vests = snapshot.timestamp < vestedAt;
  return vaultPlan(
    parameters,
    { type: "harvestVault", args: { market, asset, amount: claimable } },
    encodeVault.harvest(),
    { assets: 0n, shares: 0n, direction: 0n },
    [
      guard.notZero(claimable),
      guard.supplyRoom(lent, claimable),
      vests
        ? guard.block(
            "recovery-vesting",
            `The last recovery still vests. ${inUnits(claimable, lent)} can be collected after it.`,
            snapshot.timestamp,
            vestedAt,
          )
        : undefined,
    ],
  );
}
