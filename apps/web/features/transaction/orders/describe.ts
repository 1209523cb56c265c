import { type AssetState, assetOf, type MovePositionReturnType, marketOf, type Snapshot } from "@gimbal/sdk";
import { ordersCopy } from "@/content/orders";
import { formatBorrowRate, formatToken } from "@/lib/format";
import type { Effect } from "../describe";
import type { OrderIntent } from "../intent";
import { type AnyPlan, asksOperator, isSwap, type SwapPlan } from "../plan-of";
import { accountWords } from "./account-label";

const { effects: copy, titles } = ordersCopy;
const inside = (text: string): Effect => ({ direction: "inside", text });

type SwapIntent = Extract<OrderIntent, { type: "swapCollateral" | "swapDebt" }>;
type MoveIntent = Extract<OrderIntent, { type: "move" }>;

/** What an order does, in the order in which it happens. */
export function orderEffects(intent: OrderIntent, plan: AnyPlan, snapshot: Snapshot): readonly Effect[] {
  switch (intent.type) {
    case "swapCollateral":
    case "swapDebt":
      return isSwap(plan) ? swapEffects(intent, plan, snapshot) : [];
    case "move":
      return moveEffects(intent, plan as MovePositionReturnType, snapshot);
    case "operator":
      return [inside(intent.on ? copy.operatorOn : copy.operatorOff)];
  }
}

function swapEffects(intent: SwapIntent, { preview }: SwapPlan, snapshot: Snapshot): readonly Effect[] {
  const { amountIn, amountOut, limit } = preview;
  const { assets } = marketOf(snapshot, intent.market);
  const [from, to] = [assets[intent.from] as AssetState, assets[intent.to] as AssetState];
  if (intent.type === "swapCollateral") {
    return [
      inside(copy.sold(formatToken(amountIn, from, "up"))),
      inside(copy.bought(formatToken(amountOut, to), formatToken(limit, to))),
    ];
  }
  const rate = formatBorrowRate(to.reserve.borrowRate);
  return [
    inside(copy.repaid(formatToken(amountOut, from))),
    inside(copy.borrowed(formatToken(amountIn, to, "up"), formatToken(limit, to, "up"), rate)),
  ];
}

function moveEffects(
  intent: MoveIntent,
  plan: MovePositionReturnType,
  snapshot: Snapshot,
): readonly Effect[] {
  const { collateral, debt, maxFee } = plan.action.args;
  const held = assetOf(snapshot, intent.targetMarket, intent.collateralAsset);
  const owed = assetOf(snapshot, intent.targetMarket, intent.debtAsset);
  const name = accountWords(snapshot, intent.target, intent.targetMarket);
  return [
    ...(asksOperator(plan) ? [inside(copy.operatorOn)] : []),
    ...(collateral === 0n ? [] : [inside(copy.moved(formatToken(collateral, held), name))]),
    ...(debt === 0n
      ? []
      : [
          inside(copy.debtMoved(formatToken(debt, owed, "up"), name)),
          inside(copy.loanFee(formatToken(maxFee, owed, "up"))),
        ]),
  ];
}

/** What an intent is called: on the button, in the title, in notices. */
export function orderTitle(intent: OrderIntent, plan: AnyPlan | undefined, snapshot: Snapshot): string {
  if (intent.type === "operator") return intent.on ? titles.operatorOn : titles.operatorOff;
  const { assets } = marketOf(snapshot, intent.market);
  if (intent.type !== "move") {
    const [from, to] = [assets[intent.from] as AssetState, assets[intent.to] as AssetState];
    return titles[intent.type](amountText(intent.amount, from), to.symbol);
  }
  const held = assets[intent.collateralAsset] as AssetState;
  const owed = assets[intent.debtAsset] as AssetState;
  const args = plan === undefined ? undefined : (plan as MovePositionReturnType).action.args;
  const collateral = amountText(args?.collateral ?? intent.collateral, held);
  const debt = amountText(args?.debt ?? intent.debt, owed);
  if (intent.debt === 0n) return titles.move(collateral);
  return intent.collateral === 0n ? titles.moveDebt(debt) : titles.movePosition(collateral);
}

function amountText(amount: bigint | "max", asset: AssetState): string {
  return amount === "max" ? titles.all(asset.symbol) : formatToken(amount, asset);
}
