import type { Address } from "viem";
import type { Seconds, TokenAmount, Wad } from "../units";

/** What a vault has of one asset of its market. */
export interface BackstopHolding {
  /** Asset index. */
  readonly asset: number;
  /** Inventory taken over and not sold yet [token units]. */
  readonly held: TokenAmount;
  /** Debt taken over and not bought back yet [token units]. */
  readonly owed: TokenAmount;
  /** Part of what was taken over that is sold or bought back. */
  readonly hedgeRatio: Wad;
  /** Where `rebalance` brings it. */
  readonly hedgeTarget: Wad;
}

/** What one owner has in a vault. */
export interface BackstopStake {
  readonly shares: bigint;
  /** What all shares would redeem for at the low mark [quote units]. */
  readonly assets: TokenAmount;
  /** Shares that wait for their exit. */
  readonly waiting: bigint;
  /** What they would redeem for [quote units]. */
  readonly waitingAssets: TokenAmount;
  /** First time at which they can be redeemed; 0 without a request. */
  readonly opensAt: Seconds;
  /** Last one. */
  readonly closesAt: Seconds;
  /** Most that can be redeemed now [shares]. */
  readonly redeemable: bigint;
  /** Allowance of the vault over the owner's quote tokens. */
  readonly allowance: TokenAmount;
}

/** A backstop vault at one block; amounts in quote units. */
export interface BackstopState {
  readonly market: number;
  readonly address: Address;
  /** Index of the quote asset in the market. */
  readonly quote: number;
  readonly cash: TokenAmount;
  /** Part of the cash that is income not yet counted. */
  readonly vesting: TokenAmount;
  /** Mark at which shares are redeemed. */
  readonly low: TokenAmount;
  /** Mark at which they are issued. */
  readonly high: TokenAmount;
  /** Every price the marks need is there; else deposits and exits wait. */
  readonly pricesUp: boolean;
  /** Losses of suppliers paid so far. */
  readonly covered: TokenAmount;
  /** Most that the next loss takes. */
  readonly coverRoom: TokenAmount;
  readonly shares: bigint;
  /** Value of the first share over time: 1 at the start, higher by what was earned, lower by what was lost. */
  readonly sharePrice: Wad;
  /** Shares that wait for their exit. */
  readonly queued: bigint;
  /** The daily limit on exits holds now. */
  readonly exitsLimited: boolean;
  /** What may leave now. */
  readonly exitRoom: TokenAmount;
  /** Deposits stop when the high mark reaches this. */
  readonly depositCap: TokenAmount;
  readonly cooldown: Seconds;
  readonly window: Seconds;
  readonly holdings: readonly BackstopHolding[];
  /** Undefined without an owner. */
  readonly stake: BackstopStake | undefined;
}
