import {
  addCollateral,
  borrow,
  decreasePosition,
  redeem,
  removeCollateral,
  repay,
  supply,
} from "@gimbal/sdk";
import type { TradeIntent } from "./intent";
import { planClose } from "./plan-close";
import type { AnyPlan, PlanContext } from "./plan-of";
import { planOpen } from "./plan-open";

/** The SDK's plan of an intent at one snapshot; without a quote the trade is estimated on the pool of the snapshot. */
export function planOf(intent: TradeIntent, { snapshot, limits, quote }: PlanContext): AnyPlan {
  const exact = quote === undefined ? {} : { quote };
  switch (intent.type) {
    case "open":
      return planOpen(intent, { snapshot, limits, quote });
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
