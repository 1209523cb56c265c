import { type Usd, WAD, type Wad } from "../units";
import { divUp, min } from "./FixedPointMath";

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
  /** `π` of the seized asset. */
  readonly penalty: Wad;
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

/**
 * Bonus `β`: the penalty, and while the account is solvent no more than its equity share, nor than what keeps a partial
 * liquidation from lowering health.
 */
export function bonus(x: CloseInputs): Bonus {
  if (x.collateral <= x.debt) return { beta: x.penalty, raises: true };
  const equityShare = ((x.collateral - x.debt) * WAD) / x.debt;
  const health = x.collateral > x.margin ? ((x.collateral - x.margin) * WAD) / x.debt : 0n;
  const bound = ((health + x.repaidMarginal) * WAD) / (WAD - x.seizedMarginal);
  if (bound < WAD) return { beta: 0n, raises: false };
  return { beta: min(min(x.penalty, equityShare), bound - WAD), raises: true };
}

/** Value to repay so that health returns to the target, rounded up; at most the whole debt. */
export function repayValue(x: CloseInputs, beta: Wad): Usd {
  if (x.collateral <= x.debt) return x.debt;
  const needed = (x.target * x.debt) / WAD + x.margin - x.collateral;
  const lift = x.target + x.repaidMarginal - ((WAD - x.seizedMarginal) * (WAD + beta)) / WAD;
  return min(divUp(needed * WAD, lift), x.debt);
}
