import type { AssetPrice, BasisPoints, TokenAmount, Usd, Wad } from "../units";
import { WAD } from "../units";
import { type Amounts, type RiskAsset, type RiskMarket, tryRequirement } from "./EngineRisk";
import { divUp, min } from "./FixedPointMath";
import { bonus as bonusOf, feeOf, offer, repayValue, softBuffer, softOffer } from "./LiquidationMath";
import { healthFactor, maintenance, marginal, type Requirement, spread } from "./MarginMath";

const BASIS = 100_000_000_000_000n;

/** A liquidation somebody asks for. */
export interface LiquidationInputs {
  readonly market: RiskMarket & {
    /** `h*` */
    readonly targetHealth: BasisPoints;
  };
  readonly amounts: Amounts;
  /** Index of the asset taken. */
  readonly collateralAsset: number;
  /** Index of the asset repaid. */
  readonly debtAsset: number;
  /** Minimum debt of the repaid asset. */
  readonly minDebt: TokenAmount;
  /** Most the liquidator repays, without the fee. */
  readonly maxRepaid: TokenAmount;
  /** Age of the auction, in seconds; 0, the default, without one. See `auctionAge`. */
  readonly age?: bigint;
  /** The account's choice of slices before it is unhealthy; by default it made none. */
  readonly soft?: SoftInputs;
  /** What the throttle of the collateral leaves; by default all. See `throttleRoom`. */
  readonly room?: Usd;
}

/** Slices in the soft zone. */
export interface SoftInputs {
  readonly softZone: boolean;
  /** Seconds until the next slice may be taken; 0: now. */
  readonly wait: bigint;
}

/** What the engine makes of it. */
export type LiquidationResult =
  | {
      readonly type: "close";
      /** A slice of an account that is still healthy. */
      readonly slice: boolean;
      readonly bonus: Wad;
      readonly repaid: TokenAmount;
      /** Paid on top, to the fees of the debt reserve. */
      readonly fee: TokenAmount;
      readonly seized: TokenAmount;
    }
  /** A price of the account, or of the pair, is down. */
  | { readonly type: "unpriced" }
  /** A leg of the account is larger than the engine values. */
  | { readonly type: "too-large" }
  /** `actual` is the collateral, `bound` what it would have to be below. */
  | { readonly type: "healthy"; readonly actual: Usd; readonly bound: Usd }
  /** The last slice of the soft zone is too recent. */
  | { readonly type: "slice-too-soon"; readonly wait: bigint }
  /** The throttle leaves nothing; `bound` is the value it would have to leave. */
  | { readonly type: "throttled"; readonly actual: Usd; readonly bound: Usd }
  /** The account has none of the pair, or the amounts round to nothing. */
  | { readonly type: "nothing" }
  /** Taking this asset for this debt would lower health; another pair of the account raises it. */
  | { readonly type: "lowers-health" }
  /** The budget would leave less debt than the minimum. */
  | { readonly type: "strands-debt"; readonly actual: TokenAmount; readonly bound: TokenAmount };

/**
 * What `MarginEngine.liquidate` repays and takes, to the wei: the repayment rounds up, the seized amount down.
 *
 * @param inputs The account, its market and the pair.
 * @returns Amounts and bonus, or why the engine refuses.
 */
export function liquidation(inputs: LiquidationInputs): LiquidationResult {
  const { market, amounts, collateralAsset, debtAsset } = inputs;
  const collateralPrice = market.assets[collateralAsset]?.price.maintenance.high ?? 0n;
  const debtPrice = market.assets[debtAsset]?.price.maintenance.low ?? 0n;
  if (collateralPrice === 0n || debtPrice === 0n) return { type: "unpriced" };
  const r = tryRequirement(market, amounts, "maintenance");
  if (r === "price-down") return { type: "unpriced" };
  if (r === "leg-too-large") return { type: "too-large" };
  const terms = termsOf(inputs, r);
  if ("type" in terms) return terms;
  const held = amounts.collateral[collateralAsset] ?? 0n;
  const owed = amounts.debt[debtAsset] ?? 0n;
  if (held === 0n || owed === 0n) return { type: "nothing" };
  if (terms.lowers) return { type: "lowers-health" };
  const close = size(inputs, terms, { held, owed, collateralPrice, debtPrice });
  if (close.needed !== 0n) return { type: "throttled", actual: inputs.room ?? 0n, bound: close.needed };
  if (close.repaid === 0n || close.seized === 0n) return { type: "nothing" };
  const left = owed - close.repaid;
  if (left !== 0n && left < inputs.minDebt && close.seized !== held) {
    return { type: "strands-debt", actual: left, bound: inputs.minDebt };
  }
  const { repaid, seized } = close;
  const { bonus, slice } = terms;
  return { type: "close", slice, bonus, repaid, fee: feeOf(repaid, bonus), seized };
}

interface Pair {
  readonly held: TokenAmount;
  readonly owed: TokenAmount;
  readonly collateralPrice: AssetPrice;
  readonly debtPrice: AssetPrice;
}

/** What is to be closed. */
interface Terms {
  readonly value: Usd;
  readonly bonus: Wad;
  readonly slice: boolean;
  readonly lowers: boolean;
}

const SLICE_DIVISOR = 10n;

function termsOf(inputs: LiquidationInputs, r: Requirement): Terms | LiquidationResult {
  const margin = maintenance(r);
  const { risk } = inputs.market.assets[inputs.collateralAsset] as RiskAsset;
  const v = risk.maintenanceMargin;
  if (r.collateral < r.debt + margin) {
    const x = closeInputs(inputs, r, offer(inputs.age ?? 0n, v, risk.penalty));
    const { beta: bonus, raises } = bonusOf(x);
    return { value: raises ? repayValue(x, bonus) : 0n, bonus, slice: false, lowers: !raises };
  }
  const healthy = { type: "healthy", actual: r.collateral, bound: r.debt + margin } as const;
  const health = healthFactor(r.collateral, r.debt, margin);
  const buffer = softBuffer(v);
  if (health >= WAD + buffer || inputs.soft?.softZone !== true) return healthy;
  if (inputs.soft.wait > 0n) return { type: "slice-too-soon", wait: inputs.soft.wait };
  const x = {
    ...closeInputs(inputs, r, softOffer(health, buffer, risk.penalty)),
    target: WAD + buffer,
  };
  const { beta: bonus, raises } = bonusOf(x);
  if (!raises) return { type: "nothing" };
  return { value: min(repayValue(x, bonus), r.debt / SLICE_DIVISOR), bonus, slice: true, lowers: false };
}

function closeInputs({ market, collateralAsset, debtAsset }: LiquidationInputs, r: Requirement, most: Wad) {
  return {
    collateral: r.collateral,
    debt: r.debt,
    margin: maintenance(r),
    seizedMarginal: marginalOf(market, r, collateralAsset, "long"),
    repaidMarginal: marginalOf(market, r, debtAsset, "short"),
    offer: most,
    target: market.targetHealth * BASIS,
  };
}

function size(inputs: LiquidationInputs, { value, bonus, slice }: Terms, pair: Pair) {
  const { held, owed, collateralPrice, debtPrice } = pair;
  const { minDebt, maxRepaid, room } = inputs;
  const leaving = owed > minDebt ? owed - minDebt : 0n;
  const seizedFor = (repaid: bigint) => (((repaid * debtPrice) / WAD) * (WAD + bonus)) / collateralPrice;
  const paidFor = (seized: bigint, most: bigint) =>
    min(divUp((seized * collateralPrice * WAD) / (WAD + bonus), debtPrice), most);
  let repaid = divUp(value * WAD, debtPrice);
  if (repaid >= owed) repaid = owed;
  else if (owed - repaid < minDebt) repaid = slice ? leaving : owed;
  repaid = min(repaid, maxRepaid);
  let seized = seizedFor(repaid);
  if (seized > held) [seized, repaid] = [held, paidFor(held, repaid)];
  if (room === undefined) return { repaid, seized, needed: 0n };
  const most = (room * WAD) / collateralPrice;
  if (seized <= most) return { repaid, seized, needed: 0n };
  const needed = (seized * collateralPrice) / WAD;
  [seized, repaid] = [most, paidFor(most, repaid)];
  if (owed > repaid && owed - repaid < minDebt) {
    repaid = leaving;
    seized = seizedFor(repaid);
  }
  return { repaid, seized, needed: repaid === 0n || seized === 0n ? needed : 0n };
}

/** `∂MM/∂x` of the seized (long) or repaid (short) leg. */
function marginalOf(market: RiskMarket, r: Requirement, asset: number, side: "long" | "short"): Wad {
  const { risk } = market.assets[asset] as RiskAsset;
  let hedge = 0n;
  if (r.hedged !== 0n && risk.correlations !== 0n) {
    for (const other of side === "long" ? r.shortLegs : r.longLegs) {
      hedge += (((risk.correlations >> BigInt(8 * other)) & 255n) * (r.weights[other] ?? 0n)) >> 8n;
    }
  }
  return marginal({
    side: side === "long" ? r.longs : r.shorts,
    hedge,
    root: spread(r),
    value: ((r.weights[asset] ?? 0n) * WAD) / risk.maintenanceMargin,
    v: risk.maintenanceMargin,
    penalty: risk.penalty,
    depth: risk.depth,
  });
}
