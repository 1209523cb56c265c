import { type AssetPrice, type Seconds, type TokenAmount, type Usd, WAD, type Wad } from "../units";
import { divUp, min } from "./FixedPointMath";

/** Part of U's bonus that an opted-in counterparty earns. */
const REBATE_SHARE = WAD / 2n;
/** Leverage `D / C` from which an account can be netted against its will at first. */
const TOP_THRESHOLD = (WAD * 95n) / 100n;
/** Time in which the threshold falls to 0. */
const THRESHOLD_FALL = 600n;

/**
 * The two sides of a netting. U: the unhealthy account, holds the collateral asset and owes the debt asset. X: the
 * counterparty, holds what U owes and owes what U holds.
 */
export interface NettingInputs {
  /** Mid of the guarded bounds, of the asset U holds. */
  readonly collateralPrice: AssetPrice;
  /** Mid of the guarded bounds, of the asset U owes. */
  readonly debtPrice: AssetPrice;
  /** What X gets on top of the mark, out of U's penalty. */
  readonly rebate: Wad;
  /** Debt that U's target health asks to repay. */
  readonly needed: TokenAmount;
  /** Most that leaves U. */
  readonly limit: TokenAmount;
  /** Collateral of U. */
  readonly held: TokenAmount;
  /** Debt of U. */
  readonly owed: TokenAmount;
  /** Minimum debt of the asset U owes. */
  readonly minDebt: TokenAmount;
  /** U holds nothing else: debt that is left when it is gone is written off. */
  readonly sole: boolean;
  /** Collateral of X. */
  readonly counterHeld: TokenAmount;
  /** Debt of X. */
  readonly counterOwed: TokenAmount;
  /** Minimum debt of the asset X owes. */
  readonly counterMinDebt: TokenAmount;
  /** Most of X's debt that may be repaid now. */
  readonly counterLimit: TokenAmount;
}

/**
 * Amounts of one netting. What leaves an account is at least what the other is credited with, by less than one unit
 * more: that unit stays with the suppliers of the reserve.
 */
export interface Netting {
  /** Collateral that leaves U. */
  readonly moved: TokenAmount;
  /** Debt of X it repays. */
  readonly credited: TokenAmount;
  /** Collateral that leaves X. */
  readonly taken: TokenAmount;
  /** Debt of U it repays. */
  readonly repaid: TokenAmount;
}

const NOTHING: Netting = { moved: 0n, credited: 0n, taken: 0n, repaid: 0n };

/** Middle of a pair of bounds, rounded down. */
export function mid(bounds: { readonly low: AssetPrice; readonly high: AssetPrice }): AssetPrice {
  return (bounds.low + bounds.high) / 2n;
}

/** Leverage an account needs to be netted against its will, `sinceDue` seconds after netting became due. */
export function threshold(sinceDue: Seconds): Wad {
  if (sinceDue >= THRESHOLD_FALL) return 0n;
  return TOP_THRESHOLD - (TOP_THRESHOLD * sinceDue) / THRESHOLD_FALL;
}

/** Rebate of an opted-in counterparty: half of U's bonus, and nothing of an insolvent U. */
export function rebate(bonus: Wad, collateral: Usd, debt: Usd): Wad {
  return collateral > debt ? (bonus * REBATE_SHARE) / WAD : 0n;
}

/**
 * Amounts of one netting, all 0 if none can be done: at most what U's target needs, what each side has, and what each
 * may lose; neither is left with a debt below its minimum.
 */
export function size(x: NettingInputs): Netting {
  let most = min(min(x.limit, x.held), min(x.counterLimit, x.counterOwed));
  let wanted = x.owed < x.needed + x.minDebt ? x.owed : x.needed;
  let n = amounts(x, wanted, most);
  for (let i = 0; i < 2; i++) {
    if (strands(x.owed, n.repaid, x.minDebt) && !(x.sole && n.moved === x.held)) {
      wanted = above(x.owed, x.minDebt);
      n = amounts(x, wanted, most);
    }
    if (strands(x.counterOwed, n.credited, x.counterMinDebt)) {
      most = above(x.counterOwed, x.counterMinDebt);
      n = amounts(x, wanted, most);
    }
  }
  return n.credited === 0n || n.repaid === 0n ? NOTHING : n;
}

/** The side that binds is exact; the other rounds up where it leaves and down where it arrives. */
function amounts(x: NettingInputs, wanted: TokenAmount, most: TokenAmount): Netting {
  const debtUnit = x.debtPrice * (WAD + x.rebate);
  const collateralUnit = x.collateralPrice * WAD;
  const repaid = min(wanted, x.counterHeld);
  const value = repaid * debtUnit;
  const moved = divUp(value, collateralUnit);
  if (moved <= most) return { moved, credited: value / collateralUnit, taken: repaid, repaid };
  const worth = most * collateralUnit;
  return { moved: most, credited: most, taken: divUp(worth, debtUnit), repaid: worth / debtUnit };
}

function strands(owed: TokenAmount, repaid: TokenAmount, minDebt: TokenAmount): boolean {
  const left = owed - repaid;
  return left !== 0n && left < minDebt;
}

function above(owed: TokenAmount, minDebt: TokenAmount): TokenAmount {
  return owed > minDebt ? owed - minDebt : 0n;
}
