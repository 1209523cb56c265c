import {
  depositVault,
  harvestVault,
  type LendingVaultState,
  LendingVaultUnknownError,
  redeemVault,
  withdrawVault,
} from "@gimbal/sdk";
import type { Intent, VaultIntent } from "../intent";
import type { PlanContext, VaultPlan } from "../plan-of";

const types: Readonly<Record<VaultIntent["type"], true>> = {
  vaultDeposit: true,
  vaultWithdraw: true,
  vaultHarvest: true,
};

export function isVault(intent: Intent): intent is VaultIntent {
  return intent.type in types;
}

/** Plan of an intent about the vault of a reserve, at one state of it. */
export function planVault(
  intent: VaultIntent,
  { snapshot }: PlanContext,
  vault: LendingVaultState | undefined,
): VaultPlan {
  if (vault === undefined || vault.market !== intent.market || vault.asset !== intent.asset)
    throw new LendingVaultUnknownError(intent.market, intent.asset);
  switch (intent.type) {
    case "vaultDeposit":
      return depositVault({ snapshot, vault, amount: intent.amount });
    case "vaultWithdraw":
      // every share there is, so that nothing is left behind, whatever it earns until the block
      return intent.amount === "max"
        ? redeemVault({ snapshot, vault, shares: vault.stake?.shares ?? 0n })
        : withdrawVault({ snapshot, vault, amount: intent.amount });
    case "vaultHarvest":
      return harvestVault({ snapshot, vault });
  }
}
