import type { AccountId } from "@gimbal/sdk";

/** One asset of an account. */
export interface Leg {
  readonly asset: number;
  /** Collateral [token units], or scaled debt. */
  readonly amount: bigint;
}

/** An account as its events left it; replaced as a whole, never changed. */
export interface Account {
  readonly id: AccountId;
  readonly market: number;
  /** Collateral by asset. */
  readonly held: readonly Leg[];
  /** Scaled debt by asset. */
  readonly owed: readonly Leg[];
  /** Has agreed to small slices before it is unhealthy. */
  readonly softZone: boolean;
  /** Has agreed to be netted for a rebate. */
  readonly nettable: boolean;
  /** When its auction started, 0 if none runs [unix seconds]. */
  readonly auctionAt: bigint;
  /** The clock of its auction stands, since a price of it was down. */
  readonly auctionStopped: boolean;
}

/** An account that nothing is known of yet. */
export function emptyAccount(id: AccountId): Account {
  return {
    id,
    market: 0,
    held: [],
    owed: [],
    softZone: false,
    nettable: false,
    auctionAt: 0n,
    auctionStopped: false,
  };
}

/** Legs with one asset at a new amount; without it if that is nothing. */
export function withLeg(legs: readonly Leg[], asset: number, amount: bigint): readonly Leg[] {
  const others = legs.filter((leg) => leg.asset !== asset);
  return amount === 0n ? others : [...others, { asset, amount }].sort((a, b) => a.asset - b.asset);
}

/** Assets of legs, by bit. */
export function maskOf(legs: readonly Leg[]): number {
  return legs.reduce((mask, { asset }) => mask | (1 << asset), 0);
}
