import {
  type AssetState,
  decodeOrder,
  type FlipPositionReturnType,
  marketOf,
  positionOf,
  type Side,
  type Snapshot,
} from "@gimbal/sdk";
import { flipCopy } from "@/content/flip";
import { transactionCopy } from "@/content/transaction";
import { formatAddress, formatBorrowRate, formatHealth, formatToken, formatUsdCost } from "@/lib/format";
import type { Effect } from "../describe";
import type { FlipIntent } from "../intent";
import type { Outcome } from "../reporter";
import type { ReviewRow } from "../review-rows";

const { effects: copy } = transactionCopy;

export function oppositeOf(side: Side): Side {
  return side === "long" ? "short" : "long";
}

export function flipTitle({ market, base, side }: FlipIntent, snapshot: Snapshot): string {
  const asset = marketOf(snapshot, market).assets[base] as AssetState;
  return flipCopy.title(asset.symbol, side, oppositeOf(side));
}

/** What the calldata of the plan asks for, in the order in which it happens. */
export function flipEffects(
  { market: id, base, side }: FlipIntent,
  { calls, preview }: FlipPositionReturnType,
  snapshot: Snapshot,
): readonly Effect[] {
  const { assets } = marketOf(snapshot, id);
  const [quoteAsset, baseAsset] = [assets[0] as AssetState, assets[base] as AssetState];
  const [sold, bought] = side === "long" ? [baseAsset, quoteAsset] : [quoteAsset, baseAsset];
  const order = calls[0] && decodeOrder(snapshot.deployment, calls[0]);
  if (order?.type !== "flip") return [inside(flipCopy.effects.otherRouter)];
  const { amount, limit } = order;
  const legs = preview.before?.legs ?? [];
  const held = legs.find(({ asset }) => asset.index === sold.index)?.collateral ?? 0n;
  const owed = legs.find(({ asset }) => asset.index === bought.index)?.debt ?? 0n;
  const kept = preview.quote.amountOut > owed ? preview.quote.amountOut - owed : 0n;
  const rate = formatBorrowRate(preview.borrowRate);
  return [
    ...(amount === 0n ? [] : [inside(copy.borrowed(formatToken(amount, sold, "up"), rate))]),
    inside(copy.sellsFor(formatToken(held + amount, sold), formatToken(limit, bought))),
    inside(copy.repaid(formatToken(owed, bought, "up"))),
    inside(flipCopy.effects.keeps(formatToken(kept, bought))),
    inside(flipCopy.effects.lends(formatAddress(snapshot.deployment.contracts.positionRouter))),
  ];
}

const inside = (text: string): Effect => ({ direction: "inside", text });

/** The numbers of a flip that other trades do not have. */
export function flipRows(
  { market: id, side }: FlipIntent,
  { preview, action }: FlipPositionReturnType,
  snapshot: Snapshot,
): readonly ReviewRow[] {
  const { before, after, fee } = preview;
  const { assets } = marketOf(snapshot, id);
  const bought = assets[side === "long" ? 0 : (before?.base.index ?? 1)] as AssetState;
  return [
    {
      name: "side",
      label: flipCopy.rows.side,
      before: flipCopy.sides[side],
      after: flipCopy.sides[action.args.side],
      raw: undefined,
    },
    {
      name: "size",
      label: flipCopy.rows.size,
      ...(before !== undefined && { before: formatToken(before.size, before.base) }),
      after: after === undefined ? "" : formatToken(after.size, after.base),
      raw: after?.size,
    },
    {
      name: "atLeast",
      label: flipCopy.rows.atLeast,
      after: formatToken(action.args.limit, bought),
      raw: action.args.limit,
    },
    { name: "fee", label: flipCopy.rows.fee, after: formatUsdCost(fee), raw: fee },
  ];
}

/** What the account holds after the flip, as the chain says. */
export function flipOutcome(intent: FlipIntent, title: string, after: Snapshot): Outcome {
  const position = positionOf(after, intent.account);
  if (position?.side === undefined) return { kind: "done", title: transactionCopy.notices.done(title) };
  return {
    kind: "done",
    title: flipCopy.done(position.base.symbol, position.side, formatToken(position.size, position.base)),
    detail: transactionCopy.notices.health(formatHealth(position.health)),
  };
}
