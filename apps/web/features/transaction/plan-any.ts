import {
  type BackstopState,
  type Call,
  type LendingVaultState,
  type LiquidationReport,
  setSoftZone,
} from "@gimbal/sdk";
import { isBackstop, planBackstop } from "./backstop/plan";
import { isFlip, planFlip } from "./flip/plan";
import type { Intent } from "./intent";
import { isLiquidation, planLiquidation } from "./liquidation/plan";
import { isOrder, planOrder } from "./orders/plan";
import { type AnyPlan, isPermittable, type PlanContext } from "./plan-of";
import { planOf } from "./plan-trade";
import { isVault, planVault } from "./vault/plan";

/** What some plans need beyond the snapshot. */
export interface Beside {
  readonly report: LiquidationReport | undefined;
  readonly backstop: BackstopState | undefined;
  readonly lendingVault?: LendingVaultState | undefined;
  /** Whether the account mover may act; undefined while it is not known. */
  readonly operator?: boolean | undefined;
}

/** Plans of every page: the review does not know where an intent comes from. */
export function planAny(intent: Intent, context: PlanContext, beside: Beside): AnyPlan {
  const { report, backstop, lendingVault } = beside;
  if (isLiquidation(intent)) return planLiquidation(intent, context, report);
  if (isBackstop(intent)) return planBackstop(intent, context, backstop);
  if (isVault(intent)) return planVault(intent, context, lendingVault);
  if (isOrder(intent)) return planOrder(intent, context, beside.operator);
  if (isFlip(intent)) return planFlip(intent, context);
  const plan = planOf(intent, context);
  if (intent.type !== "open" || intent.softZone === undefined) return plan;
  const { calls } = setSoftZone({
    snapshot: context.snapshot,
    account: intent.account,
    on: intent.softZone,
  });
  return followedBy(plan, calls);
}

/** A plan with calls after its own: the position is there first, whatever becomes of them. */
function followedBy(plan: AnyPlan, calls: readonly Call[]): AnyPlan {
  const longer = { ...plan, calls: [...plan.calls, ...calls] };
  if (!isPermittable(plan)) return longer;
  // the order with a permit is another one, and the calls follow it as well
  const withPermit: typeof plan.withPermit = (permit) =>
    followedBy(plan.withPermit(permit) as AnyPlan, calls) as ReturnType<typeof plan.withPermit>;
  return { ...longer, withPermit } as unknown as AnyPlan;
}
