import {
  type AssetState,
  type AuctionRecord,
  auctionAge,
  LiquidationMath,
  type Seconds,
  WAD,
  type Wad,
} from "@gimbal/sdk";

/** Length of one step of the clock. */
export const STEP: Seconds = 12n;
/** Part of the bonus that goes to the reserve's insurance. */
export const FEE_SHARE: Wad = WAD / 5n;

/** The bonus of one auction over time. */
export interface AuctionCurve {
  /** 0 without a clock: the bonus is then 0. */
  readonly startedAt: Seconds;
  /** Growth a step. */
  readonly growth: Wad;
  /** Where it ends: the penalty, or what the account itself can bear. */
  readonly bound: Wad;
  readonly stopped: boolean;
}

/** Curve of an auction of a collateral asset whose takes can bear at most `bound`. */
export function curveOf(
  { risk }: AssetState,
  { startedAt, stopped }: AuctionRecord,
  bound: Wad,
): AuctionCurve {
  const most = bound < risk.penalty ? bound : risk.penalty;
  const growth = LiquidationMath.offer(STEP, risk.maintenanceMargin, WAD);
  return { startedAt, growth, bound: most < 0n ? 0n : most, stopped };
}

/** Seconds on the clock; 0 without one. */
export function elapsedOf({ startedAt, stopped }: AuctionCurve, now: Seconds): Seconds {
  const age = auctionAge({ startedAt, stopped, lastSoftAt: 0n, softZone: false }, now);
  return age > 0n ? age : 0n;
}

/** Bonus after some time on the clock. */
export function bonusAfter({ growth, bound }: AuctionCurve, elapsed: Seconds): Wad {
  const bonus = growth * (elapsed / STEP);
  return bonus < bound ? bonus : bound;
}

/** Seconds to the next step; undefined where none comes. */
export function toNextStep(curve: AuctionCurve, now: Seconds): number | undefined {
  const elapsed = elapsedOf(curve, now);
  if (curve.startedAt === 0n || curve.stopped || curve.growth === 0n) return undefined;
  if (bonusAfter(curve, elapsed) >= curve.bound) return undefined;
  return Number(STEP - (elapsed % STEP));
}

/** Part of the price that a taker saves: the bonus without the fee, of what is seized. */
export function discountOf(bonus: Wad): Wad {
  const kept = (bonus * (WAD - FEE_SHARE)) / WAD;
  return (kept * WAD) / (WAD + bonus);
}

/** An age at which every auction offers its penalty [seconds]. */
export const LONG: Seconds = 1_000_000n;

/** One step of the discount as it is drawn. */
export interface CurvePoint {
  readonly elapsed: Seconds;
  readonly discount: Wad;
}

/** Time that a curve is drawn for beyond its bound. */
const TAIL = 3n;
/** A curve that has no end in sight is drawn for this many steps. */
const MOST_STEPS = 60n;

/** Steps of the discount from the start to a little beyond the bound. */
export function stepsOf(curve: AuctionCurve): readonly CurvePoint[] {
  const { growth, bound } = curve;
  const toBound = growth === 0n ? 0n : (bound + growth - 1n) / growth;
  const steps = (toBound < MOST_STEPS ? toBound : MOST_STEPS) + TAIL;
  return Array.from({ length: Number(steps) + 1 }, (_, step) => {
    const elapsed = BigInt(step) * STEP;
    return { elapsed, discount: discountOf(bonusAfter(curve, elapsed)) };
  });
}
