import {
  type AssetState,
  marketOf,
  type Snapshot,
  type TakeAndSellReturnType,
  type TakeReturnType,
  type Usd,
} from "@gimbal/sdk";
import { liquidationActionsCopy } from "@/content/liquidation-actions";
import { formatMoment, formatPrice, formatResult, formatShare, formatToken } from "@/lib/format";
import type { LiquidationIntent } from "../intent";
import type { AnyPlan } from "../plan-of";
import type { ReviewRow } from "../review-rows";
import { usdOf } from "../usd";

const copy = liquidationActionsCopy.rows;

/** The numbers a taker confirms. */
export function liquidationRows(
  intent: LiquidationIntent,
  plan: AnyPlan,
  snapshot: Snapshot,
): readonly ReviewRow[] {
  if (intent.type !== "take") return [];
  if (plan.action.type === "takeAndSell") return sellRows(intent, plan as TakeAndSellReturnType, snapshot);
  const { preview, action } = plan as TakeReturnType;
  const { assets } = marketOf(snapshot, intent.market);
  const collateral = assets[intent.collateralAsset] as AssetState;
  const debt = assets[intent.debtAsset] as AssetState;
  const [got, spent] = [usdOf(preview.seized, collateral), usdOf(preview.paid, debt)];
  const profit = got === undefined || spent === undefined ? undefined : got - spent;
  const most = priceOf(action.args.maxPrice, collateral, debt);
  return [
    { name: "youPay", label: copy.pay, after: formatToken(preview.paid, debt, "up"), raw: preview.paid },
    {
      name: "youReceive",
      label: copy.receive,
      after: formatToken(preview.seized, collateral),
      raw: preview.seized,
    },
    { name: "bonus", label: copy.bonus, after: formatShare(preview.bonus), raw: preview.bonus },
    { name: "profit", label: copy.profit, after: formatResult(profit), raw: profit },
    { name: "maxPrice", label: copy.maxPrice(collateral.symbol), after: formatPrice(most), raw: most },
    {
      name: "deadline",
      label: copy.deadline,
      after: formatMoment(Number(action.args.deadline)),
      raw: action.args.deadline,
    },
  ];
}

/** The numbers of a take that pays for itself. */
function sellRows(
  intent: Extract<LiquidationIntent, { type: "take" }>,
  { preview, action }: TakeAndSellReturnType,
  snapshot: Snapshot,
): readonly ReviewRow[] {
  const debt = marketOf(snapshot, intent.market).assets[intent.debtAsset] as AssetState;
  const { minProfit, deadline } = action.args;
  return [
    { name: "youReceive", label: copy.left, after: formatToken(preview.profit, debt), raw: preview.profit },
    { name: "atLeast", label: copy.atLeast, after: formatToken(minProfit, debt), raw: minProfit },
    { name: "bonus", label: copy.bonus, after: formatShare(preview.bonus), raw: preview.bonus },
    { name: "deadline", label: copy.deadline, after: formatMoment(Number(deadline)), raw: deadline },
  ];
}

/** Dollars for a whole collateral token, of debt units for a unit of collateral [wad]. */
function priceOf(maxPrice: bigint, collateral: AssetState, debt: AssetState): Usd | undefined {
  const units = (maxPrice * 10n ** BigInt(collateral.decimals)) / 10n ** 18n;
  return usdOf(units, debt);
}
