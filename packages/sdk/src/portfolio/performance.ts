import { abs } from "../math/FixedPointMath";
import type { Trade, TradeHistory } from "../math/tradeHistory";
import type { AssetState, Position } from "../types";
import type { TokenAmount, Usd } from "../units";

/** [1e-6] */
const FEE_UNIT = 1_000_000n;

/** Where the result of an account came from, over its whole life. `net = price − interest − fees`. */
export interface Performance {
  /** What prices brought, price impact included: before fees and interest. */
  readonly price: Usd;
  /** Interest paid and owed. */
  readonly interest: Usd;
  /** Fees of the pools the account traded in. */
  readonly fees: Usd;
  /** After everything: what is in the account and what was taken out of it, less what was paid in. */
  readonly net: Usd;
}

/** Parameters of {@link performanceOf}. */
export interface PerformanceParameters {
  readonly history: TradeHistory;
  /** What is open now; undefined if the account is empty. */
  readonly position: Position | undefined;
  readonly base: AssetState;
  readonly quote: AssetState;
}

/**
 * Result of an account with its parts, in dollars at present prices.
 *
 * @param parameters.history History of the account.
 * @param parameters.position What is open now.
 * @param parameters.base Asset that is traded.
 * @param parameters.quote Asset that it is traded against.
 * @returns The parts; undefined while a price is down, or when base came or went in kind: nobody knows what was paid for it.
 */
export function performanceOf(parameters: PerformanceParameters): Performance | undefined {
  const { history, position, base, quote } = parameters;
  if (quote.price.mid === 0n || base.price.mid === 0n) return undefined;
  if (position !== undefined && position.equity === undefined) return undefined;
  if (history.trades.some(cameInKind)) return undefined;

  const dollars = (amount: bigint, asset: AssetState): Usd =>
    (amount * asset.price.mid) / 10n ** BigInt(asset.decimals);
  const paidIn = history.trades.reduce((sum, trade) => sum + trade.paidIn, 0n);
  const net = (position?.equity ?? 0n) - dollars(paidIn, quote);
  const [baseInterest, quoteInterest] = interestOf(history, position);
  const interest = dollars(baseInterest, base) + dollars(quoteInterest, quote);
  const fees = dollars(feesOf(history, BigInt(base.deployed.poolFee ?? 0)), quote);
  return { price: net + interest + fees, interest, fees, net };
}

/** Base that nobody knows the cost of; what moved between two accounts of the owner is told at its cost. */
function cameInKind({ type, price, size }: Trade): boolean {
  return type !== "transfer" && price === undefined && size !== 0n;
}

/** What is owed beyond what was borrowed and not paid back [units of base, units of quote]. */
function interestOf(
  { trades, base }: TradeHistory,
  position: Position | undefined,
): readonly [base: TokenAmount, quote: TokenAmount] {
  const owed = (index: number) => position?.legs.find(({ asset }) => asset.index === index)?.debt ?? 0n;
  const borrowed = (place: 0 | 1) => trades.reduce((sum, { debt }) => sum + debt[place], 0n);
  return [owed(base.index) - borrowed(0), owed(0) - borrowed(1)];
}

/**
 * Fee of the pool for one trade: its part of what went in, at the price of the trade [units of quote].
 *
 * @param trade Trade of the history.
 * @param decimals Decimals of the base asset.
 * @param poolFee Fee tier of the pool [1e-6].
 */
export function tradeFee(
  trade: Pick<TradeHistory["trades"][number], "type" | "size" | "price">,
  decimals: number,
  poolFee: bigint,
): TokenAmount {
  const { type, size, price } = trade;
  if (price === undefined || type === "liquidation" || type === "write-off") return 0n;
  return (abs(size) * price * poolFee) / (10n ** BigInt(decimals) * FEE_UNIT);
}

function feesOf({ trades, base }: TradeHistory, poolFee: bigint): TokenAmount {
  return trades.reduce((sum, trade) => sum + tradeFee(trade, base.decimals, poolFee), 0n);
}
