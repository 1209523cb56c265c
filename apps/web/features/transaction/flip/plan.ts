import { type FlipPositionReturnType, flipPosition } from "@gimbal/sdk";
import type { FlipIntent, Intent } from "../intent";
import type { PlanContext } from "../plan-of";

export function isFlip(intent: Intent): intent is FlipIntent {
  return intent.type === "flip";
}

/** Plan of turning a position round, in the account that it is in. */
export function planFlip(
  { account, market, side, base, leverage }: FlipIntent,
  { snapshot, limits, quote }: PlanContext,
): FlipPositionReturnType {
  const exact = quote === undefined ? {} : { quote };
  return flipPosition({ snapshot, ...limits, account, market, side, base, leverage, ...exact });
}
