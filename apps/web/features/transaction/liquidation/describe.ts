import {
  type AccountId,
  type AssetState,
  accountOwner,
  marketOf,
  type Snapshot,
  type TakeAndSellReturnType,
  type TakeReturnType,
} from "@gimbal/sdk";
import { liquidationActionsCopy } from "@/content/liquidation-actions";
import { transactionCopy } from "@/content/transaction";
import { marketTitle } from "@/features/market/market-title";
import { formatAddress, formatToken } from "@/lib/format";
import type { Effect } from "../describe";
import type { LiquidationIntent } from "../intent";
import type { AnyPlan } from "../plan-of";

const copy = liquidationActionsCopy;

const who = (account: AccountId) => formatAddress(accountOwner(account));

function pairOf(intent: Extract<LiquidationIntent, { type: "take" | "net" }>, snapshot: Snapshot) {
  const { assets } = marketOf(snapshot, intent.market);
  return {
    collateral: assets[intent.collateralAsset] as AssetState,
    debt: assets[intent.debtAsset] as AssetState,
  };
}

/** What an intent about accounts of others does, in the order in which it happens. */
export function liquidationEffects(
  intent: LiquidationIntent,
  plan: AnyPlan,
  snapshot: Snapshot,
): readonly Effect[] {
  switch (intent.type) {
    case "take": {
      const { preview } = plan as TakeReturnType | TakeAndSellReturnType;
      const { collateral, debt } = pairOf(intent, snapshot);
      if ("profit" in preview) {
        return [
          { direction: "inside", text: copy.effects.sold(formatToken(preview.seized, collateral)) },
          {
            direction: "inside",
            text: copy.effects.paidFor(formatToken(preview.paid, debt, "up"), who(intent.account)),
          },
          { direction: "in", text: copy.effects.left(formatToken(preview.profit, debt)) },
        ];
      }
      return [
        { direction: "out", text: transactionCopy.effects.leaves(formatToken(preview.paid, debt, "up")) },
        {
          direction: "inside",
          text: copy.effects.repaid(formatToken(preview.repaid, debt), who(intent.account)),
        },
        { direction: "inside", text: copy.effects.fee(formatToken(preview.fee, debt, "up")) },
        { direction: "in", text: copy.effects.seized(formatToken(preview.seized, collateral)) },
      ];
    }
    case "mark":
      return [{ direction: "inside", text: copy.effects.mark }];
    case "net":
      return [
        { direction: "inside", text: copy.effects.net(who(intent.account), who(intent.counterparty)) },
        { direction: "inside", text: copy.effects.netPrice },
      ];
    case "softZone":
      return [{ direction: "inside", text: intent.on ? copy.effects.softOn : copy.effects.softOff }];
    case "nettable":
      return [{ direction: "inside", text: intent.on ? copy.effects.nettableOn : copy.effects.nettableOff }];
    case "claim":
      return [{ direction: "in", text: copy.effects.claim }];
  }
}

/** What an intent is called: on the button, in the title, in notices. */
export function liquidationTitle(
  intent: LiquidationIntent,
  plan: AnyPlan | undefined,
  snapshot: Snapshot,
): string {
  const market = marketOf(snapshot, intent.market);
  switch (intent.type) {
    case "take": {
      const { debt } = pairOf(intent, snapshot);
      const paid = plan === undefined ? undefined : (plan as TakeReturnType).preview.paid;
      const title = intent.capital === "flash" ? copy.titles.takeAndSell : copy.titles.take;
      return title(paid === undefined ? debt.symbol : formatToken(paid, debt, "up"));
    }
    case "mark":
      return copy.titles.mark;
    case "net":
      return copy.titles.net(marketTitle(market.deployed));
    case "softZone":
      return intent.on ? copy.titles.softOn : copy.titles.softOff;
    case "nettable":
      return intent.on ? copy.titles.nettableOn : copy.titles.nettableOff;
    case "claim":
      return copy.titles.claim((market.assets[intent.asset] as AssetState).symbol);
  }
}
