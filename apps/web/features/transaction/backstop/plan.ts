import {
  type BackstopState,
  BackstopUnknownError,
  cancelBackstopExit,
  depositBackstop,
  redeemBackstop,
  requestBackstopExit,
  takeOver,
} from "@gimbal/sdk";
import type { BackstopIntent, Intent } from "../intent";
import type { BackstopPlan, PlanContext } from "../plan-of";

const types: Readonly<Record<BackstopIntent["type"], true>> = {
  backstopDeposit: true,
  backstopRequest: true,
  backstopRedeem: true,
  backstopCancel: true,
  takeOver: true,
};

export function isBackstop(intent: Intent): intent is BackstopIntent {
  return intent.type in types;
}

/** Plan of an intent about a backstop vault, at one state of it. */
export function planBackstop(
  intent: BackstopIntent,
  { snapshot }: PlanContext,
  backstop: BackstopState | undefined,
): BackstopPlan {
  if (intent.type === "takeOver") {
    const { type: _, ...parameters } = intent;
    return takeOver({ snapshot, ...parameters });
  }
  if (backstop === undefined) throw new BackstopUnknownError(intent.market);
  switch (intent.type) {
    case "backstopDeposit":
      return depositBackstop({ snapshot, backstop, amount: intent.amount });
    case "backstopRequest":
      return requestBackstopExit({ snapshot, backstop, shares: intent.shares });
    case "backstopRedeem":
      return redeemBackstop({ snapshot, backstop });
    case "backstopCancel":
      return cancelBackstopExit({ snapshot, backstop });
  }
}
