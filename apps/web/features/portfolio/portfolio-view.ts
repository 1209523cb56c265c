import {
  type LendingVaultState,
  type Portfolio,
  type Position,
  portfolioOf,
  type Snapshot,
  spareNumber,
} from "@gimbal/sdk";
import { portfolioCopy } from "@/content/portfolio";
import { marketTitle } from "@/features/market/market-title";
import { nameOf } from "@/features/positions/position-view";

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

/** `ETH long`; a sub-account with several assets is called by its market, a further one by its number as well. */
export function accountName(position: Position): string {
  const { deployed } = position.market;
  const name = deployed.kind === "cross" ? marketTitle(deployed) : nameOf(position);
  const number = spareNumber(position.account);
  return number === undefined ? name : portfolioCopy.accounts.numbered(name, number);
}
