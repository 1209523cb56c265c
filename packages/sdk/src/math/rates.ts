import type { ReserveState } from "../types";
import { type TokenAmount, WAD, type Wad } from "../units";
import { borrowRateAt, utilizationOf } from "./InterestRate";

/** What suppliers earn: the borrow rate on the part that is lent, less the protocol's fee. Rounded down. */
export function supplyRate(borrowRate: Wad, utilisation: Wad, feeShare: number): Wad {
  return (borrowRate * utilisation * BigInt(256 - feeShare)) / (WAD * 256n);
}

/** Rates of a reserve after cash and debt have moved. */
export interface RatesAfter {
  readonly utilisation: Wad;
  readonly borrowRate: Wad;
  readonly supplyRate: Wad;
}

/**
 * Rates of a reserve after an action, at the present rate at target.
 *
 * @param reserve Reserve before.
 * @param change.debt Debt taken (+) or repaid (−); cash moves the other way.
 * @param change.cash Supplied (+) or redeemed (−).
 *
 * @example
 * const { borrowRate } = ratesAfter(asset.reserve, { debt: 5_000_000_000n });
 */
export function ratesAfter(
  reserve: ReserveState,
  change: { readonly debt?: TokenAmount; readonly cash?: TokenAmount },
): RatesAfter {
  const { debt = 0n, cash = 0n } = change;
  const owed = atLeastZero(reserve.debt + debt);
  const utilisation = utilizationOf(owed, atLeastZero(reserve.cash + cash - debt));
  const borrowRate = borrowRateAt(reserve.rateAtTarget, utilisation, BigInt(reserve.limits.ratePremium));
  return {
    utilisation,
    borrowRate,
    supplyRate: supplyRate(borrowRate, utilisation, reserve.limits.feeShare),
  };
}

function atLeastZero(x: bigint): bigint {
  return x < 0n ? 0n : x;
}
