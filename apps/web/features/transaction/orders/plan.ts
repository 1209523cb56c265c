import { movePosition, OperatorUnknownError, setOperator, swapCollateral, swapDebt } from "@gimbal/sdk";
import type { Intent, OrderIntent } from "../intent";
import type { OrderPlan, PlanContext } from "../plan-of";

const types: Readonly<Record<OrderIntent["type"], true>> = {
  swapCollateral: true,
  swapDebt: true,
  move: true,
  operator: true,
};

export function isOrder(intent: Intent): intent is OrderIntent {
  return intent.type in types;
}

/** Whether a plan depends on what the account mover may do. */
export function needsOperator(intent: Intent): boolean {
  return intent.type === "move";
}

/** Plan of an order; `operator` says whether the account mover may act already. */
export function planOrder(
  intent: OrderIntent,
  { snapshot, limits, quotes }: PlanContext,
  operator: boolean | undefined,
): OrderPlan {
  switch (intent.type) {
    case "swapCollateral":
    case "swapDebt": {
      const { account, market, from, to, amount } = intent;
      const order = { snapshot, account, market, from, to, amount, ...limits, ...(quotes && { quotes }) };
      return intent.type === "swapCollateral" ? swapCollateral(order) : swapDebt(order);
    }
    case "move": {
      if (operator === undefined) throw new OperatorUnknownError();
      const { account, target, targetMarket, collateralAsset, debtAsset, collateral, debt } = intent;
      return movePosition({
        ...{ snapshot, from: account, to: target, market: targetMarket, collateralAsset, debtAsset },
        ...{ collateral, debt, operator, deadline: limits.deadline },
      });
    }
    case "operator": {
      const { accountMover } = snapshot.deployment.contracts;
      return setOperator({ snapshot, operator: accountMover, approved: intent.on });
    }
  }
}
