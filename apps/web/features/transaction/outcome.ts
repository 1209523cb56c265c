import { type AssetState, lenderOf, marketOf, positionOf, type Snapshot } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import { formatHealth, formatToken } from "@/lib/format";
import { backstopOutcome } from "./backstop/describe";
import { isBackstop } from "./backstop/plan";
import { flipOutcome } from "./flip/describe";
import { isFlip } from "./flip/plan";
import type { Intent } from "./intent";
import { liquidationOutcome } from "./liquidation/outcome";
import { isLiquidation } from "./liquidation/plan";
import { orderOutcome } from "./orders/outcome";
import { isOrder } from "./orders/plan";
import type { Outcome } from "./reporter";
import { vaultOutcome } from "./vault/describe";
import { isVault } from "./vault/plan";

const copy = transactionCopy.notices;

/** What the chain says after a transaction: never what was hoped before it. */
export function outcomeOf(
  intent: Intent,
  title: string,
  after: Snapshot | undefined,
  received: (token: `0x${string}`) => bigint,
): Outcome {
  if (after === undefined) return { kind: "done", title: copy.done(title) };
  if (isLiquidation(intent)) return liquidationOutcome(intent, title, after, received);
  if (isBackstop(intent)) return backstopOutcome(intent, title, after, received);
  if (isVault(intent)) return vaultOutcome(intent, title, after, received);
  if (isOrder(intent)) return orderOutcome(intent, title, after);
  if (isFlip(intent)) return flipOutcome(intent, title, after);
  const market = marketOf(after, intent.market);
  switch (intent.type) {
    case "open":
    case "reduce": {
      const position = positionOf(after, intent.account, intent.base);
      if (position === undefined) return { kind: "done", title: copy.done(title) };
      return {
        kind: "done",
        title: copy.opened.title(
          position.base.symbol,
          intent.side,
          formatToken(position.size, position.base),
        ),
        detail: copy.health(formatHealth(position.health)),
      };
    }
    case "close": {
      const quote = market.assets[0] as AssetState;
      const base = market.assets[intent.base] as AssetState;
      const left = positionOf(after, intent.account);
      const paid = received(quote.token);
      return {
        kind: "done",
        title: copy.closed.title(base.symbol, intent.side),
        detail:
          left !== undefined && paid === 0n
            ? copy.health(formatHealth(left.health))
            : copy.closed.detail(formatToken(paid, quote)),
      };
    }
    case "addCollateral":
    case "removeCollateral":
    case "repay":
    case "borrow": {
      const position = positionOf(after, intent.account);
      return {
        kind: "done",
        title: copy.done(title),
        ...(position !== undefined && { detail: copy.health(formatHealth(position.health)) }),
      };
    }
    case "supply":
    case "redeem": {
      const asset = market.assets[intent.asset] as AssetState;
      const lent = lenderOf(after, intent.market, intent.asset)?.assets;
      return {
        kind: "done",
        title: copy.done(title),
        detail: copy.supplied(formatToken(lent, asset, "nearest")),
      };
    }
  }
}
