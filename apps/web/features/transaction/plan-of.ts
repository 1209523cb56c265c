import {
  type AddCollateralReturnType,
  addCollateral,
  type BorrowReturnType,
  borrow,
  type CancelBackstopExitReturnType,
  type ClaimReturnType,
  type ClosePositionReturnType,
  type DecreasePositionReturnType,
  type DepositBackstopReturnType,
  decreasePosition,
  type FlipPositionReturnType,
  type IncreasePositionReturnType,
  increasePosition,
  type MarkReturnType,
  type NetReturnType,
  type OpenPositionReturnType,
  openPosition,
  type PermittablePlan,
  poolOf,
  positionOf,
  type RedeemBackstopReturnType,
  type RedeemReturnType,
  type RemoveCollateralReturnType,
  type RepayReturnType,
  type RequestBackstopExitReturnType,
  redeem,
  removeCollateral,
  repay,
  type SetNettableReturnType,
  type SetSoftZoneReturnType,
  type Snapshot,
  type SupplyReturnType,
  type SwapParameters,
  type SwapQuote,
  supply,
  type TakeAndSellReturnType,
  type TakeOverReturnType,
  type TakeReturnType,
  type TradeLimits,
} from "@gimbal/sdk";
import type { Intent, TradeIntent } from "./intent";
import { planClose } from "./plan-close";

export type TradePlan =
  | OpenPositionReturnType
  | IncreasePositionReturnType
  | DecreasePositionReturnType
  | ClosePositionReturnType
  | FlipPositionReturnType;
export type CollateralPlan =
  | AddCollateralReturnType
  | RemoveCollateralReturnType
  | RepayReturnType
  | BorrowReturnType;
export type LenderPlan = SupplyReturnType | RedeemReturnType;
export type LiquidationPlan =
  | TakeReturnType
  | TakeAndSellReturnType
  | MarkReturnType
  | NetReturnType
  | SetNettableReturnType
  | SetSoftZoneReturnType
  | ClaimReturnType;
export type BackstopPlan =
  | DepositBackstopReturnType
  | RequestBackstopExitReturnType
  | RedeemBackstopReturnType
  | CancelBackstopExitReturnType
  | TakeOverReturnType;
export type AnyPlan = TradePlan | CollateralPlan | LenderPlan | LiquidationPlan | BackstopPlan;

export interface PlanContext {
  readonly snapshot: Snapshot;
  readonly limits: TradeLimits;
  /** Quote of exactly this trade from the chain. */
  readonly quote?: SwapQuote | undefined;
}

/** How an intent becomes a plan. Each page loads the planner of what it offers. */
export type Planner<intent extends Intent> = (intent: intent, context: PlanContext) => AnyPlan;

/** The SDK's plan of an intent at one snapshot; without a quote the trade is estimated on the pool of the snapshot. */
export function planOf(intent: TradeIntent, { snapshot, limits, quote }: PlanContext): AnyPlan {
  const exact = quote === undefined ? {} : { quote };
  switch (intent.type) {
    case "open": {
      const { market, side, base, account, equity, borrow } = intent;
      const act = positionOf(snapshot, account) === undefined ? openPosition : increasePosition;
      return act({ snapshot, ...limits, market, side, base, account, equity, borrow, ...exact });
    }
    case "close":
      return planClose(intent, { snapshot, limits, quote });
    case "reduce": {
      const { market, side, base, account, size } = intent;
      return decreasePosition({ snapshot, ...limits, market, side, base, account, size, ...exact });
    }
    case "addCollateral":
      return addCollateral({ snapshot, ...pick(intent), amount: intent.amount });
    case "removeCollateral":
      return removeCollateral({
        snapshot,
        account: intent.account,
        asset: intent.asset,
        amount: intent.amount,
      });
    case "repay":
      return repay({ snapshot, account: intent.account, asset: intent.asset, amount: intent.amount });
    case "borrow":
      return borrow({ snapshot, ...pick(intent), amount: intent.amount });
    case "supply":
      return supply({ snapshot, market: intent.market, asset: intent.asset, amount: intent.amount });
    case "redeem":
      return redeem({ snapshot, market: intent.market, asset: intent.asset, amount: intent.amount });
  }
}

function pick({ account, market, asset }: Extract<TradeIntent, { type: "addCollateral" | "borrow" }>) {
  return { account, market, asset };
}

export function isTrade(plan: AnyPlan): plan is TradePlan {
  return "quote" in plan.preview;
}

export function isLending(plan: AnyPlan): plan is LenderPlan {
  return "wallet" in plan.preview;
}

export function isPermittable(plan: AnyPlan): plan is AnyPlan & PermittablePlan {
  return "withPermit" in plan;
}

/** The trade that must be quoted on the chain for a plan to be exact. */
export function swapOf(
  plan: AnyPlan,
  snapshot: Snapshot,
  intent: Pick<Extract<TradeIntent, { type: "open" }>, "market" | "base">,
): SwapParameters | undefined {
  if (!isTrade(plan)) return undefined;
  const { quote } = plan.preview;
  const trade = { pool: poolOf(snapshot, intent.market, intent.base), tokenIn: quote.tokenIn };
  return quote.kind === "exactInput"
    ? { ...trade, amountIn: quote.amountIn }
    : { ...trade, amountOut: quote.amountOut };
}
