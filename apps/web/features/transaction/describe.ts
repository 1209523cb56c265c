import {
  type AssetState,
  type ClosePositionReturnType,
  type DecreasePositionReturnType,
  type FlipPositionReturnType,
  type MarketState,
  marketOf,
  type OpenPositionReturnType,
  type PositionLeg,
  type RedeemReturnType,
  type Snapshot,
  type TradePreview,
} from "@gimbal/sdk";
import { liquidationActionsCopy } from "@/content/liquidation-actions";
import { transactionCopy } from "@/content/transaction";
import { formatBorrowRate, formatToken } from "@/lib/format";
import { backstopEffects, backstopTitle } from "./backstop/describe";
import { isBackstop } from "./backstop/plan";
import { flipEffects, flipTitle } from "./flip/describe";
import { isFlip } from "./flip/plan";
import type { Intent, TradeIntent } from "./intent";
import { liquidationEffects, liquidationTitle } from "./liquidation/describe";
import { isLiquidation } from "./liquidation/plan";
import { orderEffects, orderTitle } from "./orders/describe";
import { isOrder } from "./orders/plan";
import { type AnyPlan, isLending, isTrade } from "./plan-of";
import { vaultEffects, vaultTitle } from "./vault/describe";
import { isVault } from "./vault/plan";

const { effects: copy, titles } = transactionCopy;

/** One thing a plan does; `out` and `in` are seen from the wallet. */
export interface Effect {
  readonly direction: "out" | "in" | "inside";
  readonly text: string;
}

/** Both assets of a position: what is held and what is owed. */
function sidesOf(market: MarketState, side: "long" | "short", base: number) {
  const quoteAsset = market.assets[0] as AssetState;
  const baseAsset = market.assets[base] as AssetState;
  return side === "long"
    ? { quote: quoteAsset, base: baseAsset, collateral: baseAsset, debt: quoteAsset }
    : { quote: quoteAsset, base: baseAsset, collateral: quoteAsset, debt: baseAsset };
}

/** The plan of an intent in words, in the order in which it happens. Read from the action, never from calldata. */
export function effectsOf(intent: Intent, plan: AnyPlan, snapshot: Snapshot): readonly Effect[] {
  if (isLiquidation(intent)) return liquidationEffects(intent, plan, snapshot);
  if (isBackstop(intent)) return backstopEffects(intent, plan, snapshot);
  if (isVault(intent)) return vaultEffects(intent, plan, snapshot);
  if (isOrder(intent)) return orderEffects(intent, plan, snapshot);
  if (isFlip(intent)) return flipEffects(intent, plan as FlipPositionReturnType, snapshot);
  const market = marketOf(snapshot, intent.market);
  const asset = "asset" in intent ? (market.assets[intent.asset] as AssetState) : undefined;
  switch (intent.type) {
    case "open":
      return [
        ...openEffects(
          plan as OpenPositionReturnType,
          sidesOf(market, intent.side, intent.base),
          intent.side,
        ),
        ...softChoice(intent.softZone),
      ];
    case "close":
      return plan.action.type === "closePosition"
        ? closeEffects(plan as ClosePositionReturnType, sidesOf(market, intent.side, intent.base))
        : [
            ...reduceEffects(plan as DecreasePositionReturnType, sidesOf(market, intent.side, intent.base)),
            inside(copy.othersStay),
          ];
    case "reduce":
      return reduceEffects(plan as DecreasePositionReturnType, sidesOf(market, intent.side, intent.base));
    case "addCollateral":
      return [
        leaves(formatToken(intent.amount, asset as AssetState, "up")),
        inside(copy.heldAsCollateral(formatToken(intent.amount, asset as AssetState))),
      ];
    case "removeCollateral": {
      const held = legBefore(plan, intent.asset)?.collateral;
      const amount = intent.amount === "max" ? held : intent.amount;
      return [{ direction: "in", text: copy.collateralReturns(formatToken(amount, asset as AssetState)) }];
    }
    case "repay": {
      const owed = legBefore(plan, intent.asset)?.debt;
      const amount = intent.amount === "max" ? owed : intent.amount;
      const text = formatToken(amount, asset as AssetState, "up");
      return [leaves(text), inside(copy.repaid(text))];
    }
    case "borrow": {
      const rate = formatBorrowRate((asset as AssetState).reserve.borrowRate);
      return [{ direction: "in", text: copy.drawn(formatToken(intent.amount, asset as AssetState), rate) }];
    }
    case "supply": {
      const amount = formatToken(intent.amount, asset as AssetState, "up");
      return [leaves(amount), inside(copy.lent(amount))];
    }
    case "redeem": {
      const { assets } = (plan as RedeemReturnType).action.args;
      return [{ direction: "in", text: copy.redeemed(formatToken(assets, asset as AssetState)) }];
    }
  }
}

/** What a position holds and owes of an asset before the plan. */
function legBefore(plan: AnyPlan, asset: number): PositionLeg | undefined {
  return isLending(plan) ? undefined : plan.preview.before?.legs.find((leg) => leg.asset.index === asset);
}

type Sides = ReturnType<typeof sidesOf>;

function openEffects(
  { action: { args }, preview }: OpenPositionReturnType,
  { quote, base, debt }: Sides,
  side: "long" | "short",
): readonly Effect[] {
  const borrowed = formatToken(args.borrow, debt, "up");
  const rate = formatBorrowRate(preview.borrowRate);
  const size = formatToken(preview.size, base);
  const trade =
    side === "long"
      ? copy.buysAtLeast(size, formatToken(args.limit, base))
      : copy.sellsFor(size, formatToken(args.limit, quote));
  return [
    ...(args.equity === 0n ? [] : [leaves(formatToken(args.equity, quote, "up"))]),
    ...(args.borrow === 0n ? [] : [inside(copy.borrowed(borrowed, rate))]),
    inside(trade),
  ];
}

function closeEffects(plan: ClosePositionReturnType, { quote, base, debt }: Sides): readonly Effect[] {
  const { args } = plan.action;
  const { size, debtDelta, received, expected } = plan.preview;
  const trade =
    args.side === "long"
      ? copy.sellsFor(formatToken(size, base), formatToken(args.limit, quote))
      : copy.spendsAtMost(formatToken(size, base, "up"), formatToken(args.limit, quote, "up"));
  return [
    inside(trade),
    ...(debtDelta === 0n ? [] : [inside(copy.repaid(formatToken(debtDelta, debt, "up")))]),
    {
      direction: "in",
      text: copy.returnsAtLeast(formatToken(expected, quote), formatToken(received, quote)),
    },
  ];
}

function reduceEffects(
  { action: { args }, preview }: DecreasePositionReturnType,
  { base, collateral, debt }: Sides,
): readonly Effect[] {
  const { quote: swap } = preview;
  const trade =
    args.side === "long"
      ? copy.sellsFor(formatToken(swap.amountIn, collateral), formatToken(args.limit, debt))
      : copy.spendsAtMost(formatToken(swap.amountOut, base), formatToken(swap.amountIn, collateral, "up"));
  return [
    inside(trade),
    inside(copy.repaid(formatToken(preview.debtDelta, debt))),
    ...(preview.expected === 0n
      ? []
      : [{ direction: "in", text: copy.returns(formatToken(preview.expected, debt)) } as const]),
  ];
}

const leaves = (amount: string): Effect => ({ direction: "out", text: copy.leaves(amount) });
const inside = (text: string): Effect => ({ direction: "inside", text });

/** The choice is sent after the position is there. */
function softChoice(on: boolean | undefined): readonly Effect[] {
  if (on === undefined) return [];
  return [inside(on ? liquidationActionsCopy.effects.softOn : liquidationActionsCopy.effects.softOff)];
}

/** What an intent is called: on the button, in the title, in notices. */
export function titleOf(intent: Intent, plan: AnyPlan | undefined, snapshot: Snapshot): string {
  if (isLiquidation(intent)) return liquidationTitle(intent, plan, snapshot);
  if (isBackstop(intent)) return backstopTitle(intent, plan, snapshot);
  if (isVault(intent)) return vaultTitle(intent, plan, snapshot);
  if (isOrder(intent)) return orderTitle(intent, plan, snapshot);
  if (isFlip(intent)) return flipTitle(intent, snapshot);
  const market = marketOf(snapshot, intent.market);
  const trade = plan !== undefined && isTrade(plan) ? (plan.preview as TradePreview) : undefined;
  const asset = market.assets["asset" in intent ? intent.asset : intentBase(intent)] as AssetState;
  const amountOf = (amount: bigint | "max") =>
    amount === "max" ? `${titles.all} ${asset.symbol}` : formatToken(amount, asset);
  switch (intent.type) {
    case "open": {
      const size = trade === undefined ? asset.symbol : formatToken(trade.size, asset);
      const make = (trade?.before?.size ?? 0n) === 0n ? titles.open : titles.increase;
      return make(size, intent.side);
    }
    case "close":
      return titles.close(asset.symbol, intent.side);
    case "reduce":
      return titles.reduce(trade === undefined ? asset.symbol : formatToken(trade.size, asset), intent.side);
    case "addCollateral":
    case "removeCollateral":
    case "repay":
    case "borrow":
    case "supply":
    case "redeem":
      return titles[intent.type](amountOf(intent.amount));
  }
}

function intentBase(intent: TradeIntent): number {
  return "base" in intent ? intent.base : 0;
}
