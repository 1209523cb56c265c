import {
  type AddCollateralReturnType,
  type BorrowReturnType,
  type CancelBackstopExitReturnType,
  type ClaimReturnType,
  type ClosePositionReturnType,
  type DecreasePositionReturnType,
  type DepositBackstopReturnType,
  type DepositVaultReturnType,
  type FlipPositionReturnType,
  type HarvestVaultReturnType,
  type IncreasePositionReturnType,
  type MarkReturnType,
  type MovePositionReturnType,
  type NetReturnType,
  type OpenPositionReturnType,
  type PermittablePlan,
  poolOf,
  type RedeemBackstopReturnType,
  type RedeemReturnType,
  type RedeemVaultReturnType,
  type RemoveCollateralReturnType,
  type RepayReturnType,
  type RequestBackstopExitReturnType,
  type SetNettableReturnType,
  type SetOperatorReturnType,
  type SetSoftZoneReturnType,
  type Snapshot,
  type SupplyReturnType,
  type SwapCollateralReturnType,
  type SwapDebtReturnType,
  type SwapParameters,
  type SwapQuote,
  type TakeAndSellReturnType,
  type TakeOverReturnType,
  type TakeReturnType,
  type TradeLimits,
  type WithdrawVaultReturnType,
} from "@gimbal/sdk";
import type { Intent, TradeIntent } from "./intent";

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
export type VaultPlan =
  | DepositVaultReturnType
  | WithdrawVaultReturnType
  | RedeemVaultReturnType
  | HarvestVaultReturnType;
export type SwapPlan = SwapCollateralReturnType | SwapDebtReturnType;
export type OrderPlan = SwapPlan | MovePositionReturnType | SetOperatorReturnType;
export type AnyPlan =
  | TradePlan
  | CollateralPlan
  | LenderPlan
  | LiquidationPlan
  | BackstopPlan
  | VaultPlan
  | OrderPlan;

export interface PlanContext {
  readonly snapshot: Snapshot;
  readonly limits: TradeLimits;
  /** Quote of exactly this trade from the chain. */
  readonly quote?: SwapQuote | undefined;
  /** Quotes of exactly this trade where it goes through several pools. */
  readonly quotes?: readonly SwapQuote[] | undefined;
}

/** How an intent becomes a plan. Each page loads the planner of what it offers. */
export type Planner<intent extends Intent> = (intent: intent, context: PlanContext) => AnyPlan;

export function isTrade(plan: AnyPlan): plan is TradePlan {
  return "quote" in plan.preview;
}

/** True for a plan whose trade may go through several pools. */
export function isSwap(plan: AnyPlan): plan is SwapPlan {
  return "quotes" in plan.preview;
}

/** True for a plan that first makes the account mover an operator. */
export function asksOperator(plan: AnyPlan): boolean {
  return plan.action.type === "movePosition" && plan.calls.length > 1;
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
