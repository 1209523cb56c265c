import type { AssetPrice, BasisPoints, TokenAmount, Usd, Wad } from "../units";
import { WAD } from "../units";
import { type Amounts, type RiskAsset, type RiskMarket, tryRequirement } from "./EngineRisk";
import { divUp } from "./FixedPointMath";
import { bonus as bonusOf, repayValue } from "./LiquidationMath";
import { maintenance, marginal, type Requirement, spread } from "./MarginMath";

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
  /** Most the liquidator repays. */
  readonly maxRepaid: TokenAmount;
}

/** What the engine makes of it. */
export type LiquidationResult =
  | {
      readonly type: "close";
      readonly bonus: Wad;
      readonly repaid: TokenAmount;
      readonly seized: TokenAmount;
    }
  /** A price of the account, or of the pair, is down. */
  | { readonly type: "unpriced" }
  /** A leg of the account is larger than the engine values. */
  | { readonly type: "too-large" }
  /** `actual` is the collateral, `bound` what it would have to be below. */
  | { readonly type: "healthy"; readonly actual: Usd; readonly bound: Usd }
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
  const r = tryRequirement(market.assets, amounts, "maintenance");
  if (r === "price-down") return { type: "unpriced" };
  if (r === "leg-too-large") return { type: "too-large" };
  const needed = r.debt + maintenance(r);
  if (r.collateral >= needed) return { type: "healthy", actual: r.collateral, bound: needed };
  const held = amounts.collateral[collateralAsset] ?? 0n;
  const owed = amounts.debt[debtAsset] ?? 0n;
  if (held === 0n || owed === 0n) return { type: "nothing" };
  const close = size(inputs, r, { held, owed, collateralPrice, debtPrice });
  if (close === undefined) return { type: "lowers-health" };
  if (close.repaid === 0n || close.seized === 0n) return { type: "nothing" };
  const left = owed - close.repaid;
  if (left !== 0n && left < inputs.minDebt && close.seized !== held) {
    return { type: "strands-debt", actual: left, bound: inputs.minDebt };
  }
  return { type: "close", ...close };
}

interface Pair {
  readonly held: TokenAmount;
  readonly owed: TokenAmount;
  readonly collateralPrice: AssetPrice;
  readonly debtPrice: AssetPrice;
}

function size(inputs: LiquidationInputs, r: Requirement, pair: Pair) {
  const { market, collateralAsset, debtAsset } = inputs;
  const { held, owed, collateralPrice, debtPrice } = pair;
  const x = {
    collateral: r.collateral,
    debt: r.debt,
    margin: maintenance(r),
    seizedMarginal: marginalOf(market, r, collateralAsset, "long"),
    repaidMarginal: marginalOf(market, r, debtAsset, "short"),
    penalty: (market.assets[collateralAsset] as RiskAsset).risk.penalty,
    target: market.targetHealth * BASIS,
  };
  const { beta: bonus, raises } = bonusOf(x);
  if (!raises) return undefined;
  const value = repayValue(x, bonus);
  if (value === 0n) return { bonus, repaid: 0n, seized: 0n };
  let repaid = divUp(value * WAD, debtPrice);
  const left = owed > repaid ? owed - repaid : 0n;
  if (left < inputs.minDebt) repaid = owed;
  if (repaid > inputs.maxRepaid) repaid = inputs.maxRepaid;
  let seized = (((repaid * debtPrice) / WAD) * (WAD + bonus)) / collateralPrice;
  if (seized > held) {
    seized = held;
    const paid = divUp((held * collateralPrice * WAD) / (WAD + bonus), debtPrice);
    if (paid < repaid) repaid = paid;
  }
  return { bonus, repaid, seized };
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
