import type { Address } from "viem";
import type { Seconds, TokenAmount, Wad } from "../units";

/** What one owner has in a lending vault. */
export interface LendingVaultStake {
  readonly shares: bigint;
  /** What all shares are worth now [token units]. */
  readonly assets: TokenAmount;
  /** Most that can be redeemed now [shares]. */
  readonly redeemable: bigint;
  /** Most that can be withdrawn now [token units]. */
  readonly withdrawable: TokenAmount;
  /** Allowance of the vault over the owner's tokens. */
  readonly allowance: TokenAmount;
}

/** What a vault lost and has not got back; amounts in token units. */
export interface LendingVaultRecovery {
  /** Not recovered. */
  readonly owed: TokenAmount;
  /** Recovered: `harvestVault` collects it. */
  readonly claimable: TokenAmount;
  /** Collected, and not counted in the price of a share yet. */
  readonly vesting: TokenAmount;
  /** When all of it counts. */
  readonly vestedAt: Seconds;
}

/** The ERC-4626 token of one reserve, at one block. */
export interface LendingVaultState {
  readonly address: Address;
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  /** Shares of all owners. */
  readonly shares: bigint;
  /** Shares of the reserve behind them, without those that still vest. */
  readonly backing: bigint;
  /** What the engine owes the vault [token units]. */
  readonly totalAssets: TokenAmount;
  /** Value of the first share over time: 1 at the start, higher by what was earned, lower by what was lost. */
  readonly sharePrice: Wad;
  readonly recovery: LendingVaultRecovery;
  /** Undefined without an owner. */
  readonly stake: LendingVaultStake | undefined;
}
