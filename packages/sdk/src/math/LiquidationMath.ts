import { type TokenAmount, type Usd, WAD, type Wad } from "../units";
import { divUp, max, min } from "./FixedPointMath";

/** State of an account and of the pair that is liquidated. */
export interface CloseInputs {
  /** `C` */
  readonly collateral: Usd;
  /** `D` */
  readonly debt: Usd;
  /** `MM` */
  readonly margin: Usd;
  /** `m_c` of the seized asset. */
  readonly seizedMarginal: Wad;
  /** `m_d` of the repaid asset. */
  readonly repaidMarginal: Wad;
  /** Most bonus that is offered: by the age of the auction, or by the soft zone; at most `π` of the seized asset. */
  readonly offer: Wad;
  /** `h*` */
  readonly target: Wad;
}

/** Result of {@link bonus}. */
export interface Bonus {
  /** `β` */
  readonly beta: Wad;
  /** False if this pair would lower health even without bonus; another pair of the account raises it. */
  readonly raises: boolean;
}

/** The bonus of an auction grows once in this time, in seconds. */
const STEP = 12n;
/** 0.25 % a step at a margin of 5 %. */
const GROWTH_DIVISOR = 20n;
const MIN_GROWTH = 2_500_000_000_000_000n;
const MAX_GROWTH = 10_000_000_000_000_000n;
const MIN_BUFFER = 10_000_000_000_000_000n;
const MAX_BUFFER = 100_000_000_000_000_000n;
const MAX_SOFT_BONUS = 10_000_000_000_000_000n;
const MAX_BACKSTOP_BONUS = 40_000_000_000_000_000n;
/** Part of the bonus that is the reserve's: a fifth. */
const FEE_DIVISOR = 5n;

/**
 * Bonus that an auction offers: `min(g·steps, π)` in steps of 12 s, `g = 0.25 %·clamp(v / 5 %, 1, 4)`.
 *
 * @param age Age of the auction, in seconds; 0 without one.
 * @param v Volatility margin of the seized asset.
 * @param penalty `π` of it.
 */
export function offer(age: bigint, v: Wad, penalty: Wad): Wad {
  const growth = min(max(v / GROWTH_DIVISOR, MIN_GROWTH), MAX_GROWTH);
  return min(growth * (age / STEP), penalty);
}

/** Width `b` of the soft zone above health 1: `clamp(v / 2, 1 %, 10 %)`. */
export function softBuffer(v: Wad): Wad {
  return min(max(v / 2n, MIN_BUFFER), MAX_BUFFER);
}

/** Bonus of a slice: from 0 at health `1 + b` to 1 % at 1, at most `π`. */
export function softOffer(health: Wad, buffer: Wad, penalty: Wad): Wad {
  return min((MAX_SOFT_BONUS * (WAD + buffer - health)) / buffer, penalty);
}

/** Bonus of the backstop: at most 4 %, and no more than the account's equity share. */
export function backstopBonus(x: CloseInputs): Wad {
  if (x.collateral <= x.debt) return 0n;
  return min(min(((x.collateral - x.debt) * WAD) / x.debt, x.offer), MAX_BACKSTOP_BONUS);
}

/** What a taker pays on top of a repayment, out of his bonus; rounded up. */
export function feeOf(repaid: TokenAmount, beta: Wad): TokenAmount {
  return divUp(repaid * beta, FEE_DIVISOR * WAD);
}

/**
 * Bonus `β`: the offer, and while the account is solvent no more than its equity share, nor than what keeps a partial
 * liquidation from lowering health.
 */
export function bonus(x: CloseInputs): Bonus {
  if (x.collateral <= x.debt) return { beta: x.offer, raises: true };
  const equityShare = ((x.collateral - x.debt) * WAD) / x.debt;
  const health = x.collateral > x.margin ? ((x.collateral - x.margin) * WAD) / x.debt : 0n;
  const bound = ((health + x.repaidMarginal) * WAD) / (WAD - x.seizedMarginal);
  if (bound < WAD) return { beta: 0n, raises: false };
  return { beta: min(min(x.offer, equityShare), bound - WAD), raises: true };
}

/** Value to repay so that health returns to the target, rounded up; at most the whole debt. */
export function repayValue(x: CloseInputs, beta: Wad): Usd {
  if (x.collateral <= x.debt) return x.debt;
  const needed = (x.target * x.debt) / WAD + x.margin - x.collateral;
  const lift = x.target + x.repaidMarginal - ((WAD - x.seizedMarginal) * (WAD + beta)) / WAD;
  return min(divUp(needed * WAD, lift), x.debt);
}
