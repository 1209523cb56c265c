import {
  type IncreasePositionReturnType,
  increasePosition,
  type OpenPositionReturnType,
  openPosition,
  positionOf,
} from "@gimbal/sdk";
import type { TradeIntent } from "./intent";
import type { PlanContext } from "./plan-of";

export type OpenIntent = Extract<TradeIntent, { type: "open" }>;

/** Plan of what a ticket asks for: all that its page has to load before somebody wants more. */
export function planOpen(
  { market, side, base, account, equity, borrow }: OpenIntent,
  { snapshot, limits, quote }: PlanContext,
): OpenPositionReturnType | IncreasePositionReturnType {
  const exact = quote === undefined ? {} : { quote };
  const act = positionOf(snapshot, account) === undefined ? openPosition : increasePosition;
  return act({ snapshot, ...limits, market, side, base, account, equity, borrow, ...exact });
}
