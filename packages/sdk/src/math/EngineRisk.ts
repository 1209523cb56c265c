import type { PriceState } from "../priceState";
import type { Health, RiskState } from "../types";
import { type AssetPrice, type BasisPoints, type TokenAmount, WAD } from "../units";
import { divUp } from "./FixedPointMath";
import {
  addHedge,
  addLong,
  addShort,
  emptyRequirement,
  healthFactor,
  initialMargin,
  type Leg,
  MAX_LEG_VALUE,
  maintenance,
  type Requirement,
} from "./MarginMath";

/** Which of the two readings of the margin requirement. */
export type Reading = "maintenance" | "initial";

/** What the requirement needs to know of an asset. */
export interface RiskAsset {
  readonly price: Pick<PriceState, "opening" | "maintenance">;
  readonly risk: Pick<
    RiskState,
    "maintenanceMargin" | "initialMargin" | "penalty" | "depth" | "correlations"
  >;
}

/** What the requirement needs to know of a market. */
export interface RiskMarket {
  /** `γ` */
  readonly initialRatio: BasisPoints;
  /** New risk gets no hedge credit. */
  readonly hedgeless: boolean;
  /** By asset index. */
  readonly assets: readonly RiskAsset[];
}

/** Collateral and debt of an account, by asset index. */
export interface Amounts {
  readonly collateral: readonly TokenAmount[];
  /** Rounded up, as the engine reports it. */
  readonly debt: readonly TokenAmount[];
}

/** Value of collateral, rounded down, or of debt, rounded up. */
export function assetValue(amount: TokenAmount, price: AssetPrice, rounding: "down" | "up"): bigint {
  return rounding === "down" ? (amount * price) / WAD : divUp(amount * price, WAD);
}

/** Why an account cannot be valued: what the engine would revert with, `PriceUnavailable` or `AmountTooLarge`. */
export type RequirementFailure = "price-down" | "leg-too-large";

/**
 * Sums of an account's legs, as the engine computes them: in the initial reading collateral counts at the low opening
 * price and debt at the high one, margins at their target; in the maintenance reading the reverse, margins on their ramp.
 *
 * @returns The requirement, or the first reason why there is none, in the order of the engine.
 */
export function tryRequirement(
  { assets, hedgeless }: Pick<RiskMarket, "assets" | "hedgeless">,
  amounts: Amounts,
  reading: Reading,
): Requirement | RequirementFailure {
  const r = emptyRequirement();
  const initial = reading === "initial";
  for (const [i, { price, risk }] of assets.entries()) {
    const held = amounts.collateral[i] ?? 0n;
    if (held === 0n) continue;
    const p = initial ? price.opening.low : price.maintenance.high;
    if (p === 0n) return "price-down";
    const value = assetValue(held, p, "down");
    if (value >= MAX_LEG_VALUE) return "leg-too-large";
    addLong(r, leg(i, value, risk, initial));
    if (risk.correlations !== 0n) r.longLegs.push(i);
  }
  for (const [i, { price, risk }] of assets.entries()) {
    const owed = amounts.debt[i] ?? 0n;
    if (owed === 0n) continue;
    const p = initial ? price.opening.high : price.maintenance.low;
    if (p === 0n) return "price-down";
    const value = assetValue(owed, p, "up");
    if (value >= MAX_LEG_VALUE) return "leg-too-large";
    addShort(r, leg(i, value, risk, initial));
    if (risk.correlations !== 0n) r.shortLegs.push(i);
  }
  if (initial && hedgeless) return r;
  for (const short of r.shortLegs) {
    const row = (assets[short] as RiskAsset).risk.correlations;
    for (const long of r.longLegs) addHedge(r, long, short, (row >> BigInt(8 * long)) & 255n);
  }
  return r;
}

/** {@link tryRequirement}, undefined while a price is down or a leg is larger than the engine values. */
export function requirement(
  market: Pick<RiskMarket, "assets" | "hedgeless">,
  amounts: Amounts,
  reading: Reading,
): Requirement | undefined {
  const r = tryRequirement(market, amounts, reading);
  return typeof r === "string" ? undefined : r;
}

/**
 * Health of an account, as `MarginEngine.health` and `initialHealth`.
 *
 * @returns Collateral, debt and margin; undefined while a price is down or a leg is larger than the engine values.
 */
export function health(market: RiskMarket, amounts: Amounts, reading: Reading): Health | undefined {
  const r = requirement(market, amounts, reading);
  if (r === undefined) return undefined;
  const margin = maintenance(r);
  return {
    collateral: r.collateral,
    debt: r.debt,
    margin: reading === "initial" ? initialMargin(margin, market.initialRatio) : margin,
  };
}

/** True while `C ≥ D + M`: not liquidatable in the maintenance reading, allowed to stand in the initial one. */
export function covers(h: Health): boolean {
  return h.collateral >= h.debt + h.margin;
}

/** `(C − M) / D` rounded down, `null` without debt. */
export function factorOf(h: Health): bigint | null {
  return h.debt === 0n ? null : healthFactor(h.collateral, h.debt, h.margin);
}

function leg(asset: number, value: bigint, risk: RiskAsset["risk"], initial: boolean): Leg {
  return {
    asset,
    value,
    v: initial ? risk.initialMargin : risk.maintenanceMargin,
    penalty: risk.penalty,
    depth: risk.depth,
  };
}
