import { type LendingVaultState, type Portfolio, portfolioOf, type Snapshot } from "@gimbal/sdk";

/** Lending vaults with the owner's shares; `"unknown"` while they are not read. */
export type VaultStakes = readonly LendingVaultState[] | "unknown";

/** An owner's portfolio at one snapshot. */
export interface PortfolioView {
  readonly snapshot: Snapshot;
  readonly vaults: VaultStakes;
  readonly portfolio: Portfolio;
}

export function portfolioViewOf(snapshot: Snapshot, vaults: VaultStakes = []): PortfolioView {
  return { snapshot, vaults, portfolio: withVaults(snapshot, vaults) };
}

/** The portfolio with its vault tokens; while they are not known, no sum they belong to is. */
export function withVaults(snapshot: Snapshot, vaults: VaultStakes): Portfolio {
  if (vaults !== "unknown") return portfolioOf(snapshot, vaults);
  return { ...portfolioOf(snapshot), netWorth: undefined, lent: undefined, earnsPerDay: undefined };
}
