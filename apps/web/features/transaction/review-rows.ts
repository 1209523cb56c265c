import {
  type AssetState,
  type FlipPositionReturnType,
  type LenderPreview,
  marketOf,
  type Position,
  type Snapshot,
  type TradePreview,
} from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import {
  formatBorrowRate,
  formatCost,
  formatLeverage,
  formatLiquidationPrice,
  formatSupplyRate,
  formatToken,
} from "@/lib/format";
import { isBackstop } from "./backstop/plan";
import { flipRows } from "./flip/describe";
import { isFlip } from "./flip/plan";
import type { Intent } from "./intent";
import { isLiquidation } from "./liquidation/plan";
import { liquidationRows } from "./liquidation/rows";
import { type AnyPlan, isLending, isTrade } from "./plan-of";

const copy = transactionCopy.review;

/** One number of a review; `before` is left out where there was none, or where it does not change. */
export interface ReviewRow {
  readonly name: string;
  readonly label: string;
  readonly before?: string;
  readonly after: string;
  readonly raw: bigint | null | undefined;
}

/** The numbers a person confirms: few, and each as it will be. */
export function reviewRows(intent: Intent, plan: AnyPlan, snapshot: Snapshot): readonly ReviewRow[] {
  if (isLiquidation(intent)) return liquidationRows(intent, plan, snapshot);
  if (isBackstop(intent)) return [];
  if (isLending(plan)) return lenderRows(intent, plan.preview, snapshot);
  const { before, after } = plan.preview;
  const quote = marketOf(snapshot, intent.market).assets[0] as AssetState;
  const rows: ReviewRow[] = [];
  if (intent.type === "open") {
    rows.push(amountRow("youPay", intent.equity, quote, "up"));
  }
  if (intent.type === "close" && isTrade(plan) && plan.action.type === "closePosition") {
    rows.push(amountRow("youReceive", plan.preview.expected, quote, "down"));
    rows.push(amountRow("atLeast", plan.preview.received, quote, "down"));
  }
  if (isFlip(intent)) rows.push(...flipRows(intent, plan as FlipPositionReturnType, snapshot));
  if (after !== undefined) rows.push(...positionRows(before, after));
  if (isTrade(plan)) rows.push(...tradeRows(plan.preview));
  return rows;
}

function amountRow(
  name: "youPay" | "youReceive" | "atLeast",
  amount: bigint,
  asset: AssetState,
  rounding: "up" | "down",
): ReviewRow {
  return { name, label: copy[name], after: formatToken(amount, asset, rounding), raw: amount };
}

function positionRows(before: Position | undefined, after: Position): ReviewRow[] {
  return [
    {
      name: "leverage",
      label: copy.leverage,
      ...(before !== undefined && { before: formatLeverage(before.leverage, "nearest") }),
      after: formatLeverage(after.leverage, "nearest"),
      raw: after.leverage,
    },
    {
      name: "liquidation",
      label: copy.liquidation,
      ...(before !== undefined && { before: formatLiquidationPrice(before.liquidationPrice, before.side) }),
      after: formatLiquidationPrice(after.liquidationPrice, after.side),
      raw: after.liquidationPrice,
    },
  ];
}

function tradeRows(preview: TradePreview): ReviewRow[] {
  const impact = {
    name: "impact",
    label: copy.impact,
    after: formatCost(preview.priceImpact),
    raw: preview.priceImpact,
  };
  if (preview.after === undefined || preview.debtDelta === 0n) return [impact];
  return [
    impact,
    {
      name: "borrowRate",
      label: copy.borrowRate,
      after: formatBorrowRate(preview.borrowRate),
      raw: preview.borrowRate,
    },
  ];
}

function lenderRows(intent: Intent, { before, after }: LenderPreview, snapshot: Snapshot): ReviewRow[] {
  const market = marketOf(snapshot, intent.market);
  const asset = market.assets["asset" in intent ? intent.asset : 0] as AssetState;
  return [
    {
      name: "supplied",
      label: copy.supplied,
      before: formatToken(before.assets, asset, "nearest"),
      after: formatToken(after.assets, asset, "nearest"),
      raw: after.assets,
    },
    {
      name: "supplyRate",
      label: copy.supplyRate,
      before: formatSupplyRate(before.supplyRate),
      after: formatSupplyRate(after.supplyRate),
      raw: after.supplyRate,
    },
  ];
}
