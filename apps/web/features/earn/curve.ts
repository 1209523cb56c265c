import { type AssetState, InterestRate, supplyRate, WAD, type Wad } from "@gimbal/sdk";

/** Rates of a reserve at one utilisation. */
export interface CurvePoint {
  readonly utilisation: Wad;
  readonly borrow: Wad;
  readonly supply: Wad;
}

const STEPS = 50n;

/** Rates at a utilisation, at the reserve's present rate at target. */
export function ratesAt({ reserve }: AssetState, utilisation: Wad): CurvePoint {
  const { ratePremium, feeShare } = reserve.limits;
  const borrow = InterestRate.borrowRateAt(reserve.rateAtTarget, utilisation, BigInt(ratePremium));
  return { utilisation, borrow, supply: supplyRate(borrow, utilisation, feeShare) };
}

/** The curve from nothing lent to everything lent; its corner at 90 % is one of the points. */
export function curveOf(asset: AssetState): readonly CurvePoint[] {
  return Array.from({ length: Number(STEPS) + 1 }, (_, step) => ratesAt(asset, (BigInt(step) * WAD) / STEPS));
}

/** What a borrow rate is made of; the parts add up to it. */
export interface RateSplit {
  /** What would be paid with nothing lent out. */
  readonly base: Wad;
  /** More for the part that is lent out. */
  readonly utilisation: Wad;
  /** More for the risk of the asset. */
  readonly risk: Wad;
}

/** The parts of the present borrow rate. */
export function splitOf({ reserve }: AssetState): RateSplit {
  const risk = BigInt(reserve.limits.ratePremium) * (WAD / 1_000n);
  const base = InterestRate.borrowRateAt(reserve.rateAtTarget, 0n, 0n);
  return { base, utilisation: reserve.borrowRate - base - risk, risk };
}

/** The protocol's part of the interest. */
export function feeOf({ reserve }: AssetState): Wad {
  return (BigInt(reserve.limits.feeShare) * WAD) / 256n;
}
