import { type AccountId, marketOf, type Snapshot, type Trade, type TradeHistory } from "@gimbal/sdk";
import { positionsCopy } from "@/content/positions";
import { usdOf } from "@/features/transaction/usd";
import { formatAmount, formatPrice, formatResult, formatToken } from "@/lib/format";

const copy = positionsCopy;

/** One event with the account it happened to. */
export interface AccountTrade extends Trade {
  readonly account: AccountId;
  readonly market: number;
  readonly base: number;
}

/** Events of several accounts, each with its account. */
export function tradesOf(histories: readonly (TradeHistory | undefined)[]): readonly AccountTrade[] {
  return histories.flatMap((history) =>
    history === undefined
      ? []
      : history.trades.map((trade) => ({
          ...trade,
          account: history.account,
          market: history.market,
          base: history.base.index,
        })),
  );
}

export function newestFirst(a: Trade, b: Trade): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber > b.blockNumber ? -1 : 1;
  return b.logIndex - a.logIndex;
}

/** One event of an account, in words. */
export interface TradeView {
  readonly name: string;
  readonly what: string;
  readonly size: string;
  readonly price: string;
  readonly result: string;
  /** Of the whole position when it became flat, else of this trade [units of quote]. */
  readonly gain: bigint | undefined;
  /** For a liquidation: what was sold for what. */
  readonly sold: string;
}

export function tradeView(trade: AccountTrade, snapshot: Snapshot): TradeView {
  const { assets } = marketOf(snapshot, trade.market);
  const [quote, base] = [assets[0], assets[trade.base]];
  if (quote === undefined || base === undefined) throw new RangeError(`No asset ${trade.base}`);
  const size = magnitude(trade.size);
  const moved =
    size === 0n ? magnitude(trade.paidIn) : (size * (trade.price ?? 0n)) / 10n ** BigInt(base.decimals);
  const [baseText, quoteText] = [formatToken(size, base), formatToken(moved, quote)];
  const gain = trade.result ?? trade.realised;
  return {
    name: trade.side === undefined ? base.symbol : copy.name(base.symbol, trade.side),
    what: copy.history.types[trade.type],
    size: size === 0n ? quoteText : formatAmount(size, base),
    price: formatPrice(usdOf(trade.price, quote)),
    result: formatResult(usdOf(gain, quote)),
    gain,
    sold:
      trade.side === "short"
        ? copy.liquidated.bought(baseText, quoteText)
        : copy.liquidated.sold(baseText, quoteText),
  };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The last event of an account, if it was a liquidation. */
export function lastLiquidation(history: TradeHistory | undefined): AccountTrade | undefined {
  const last = tradesOf([history]).at(-1);
  return last?.type === "liquidation" || last?.type === "write-off" ? last : undefined;
}
