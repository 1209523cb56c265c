import type { GimbalErrorType } from "../errors/base";
import { health } from "../math/EngineRisk";
import { max, min } from "../math/FixedPointMath";
import type { Plan, SwapQuote, TradePreview } from "../plan";
import type { AccountId, Side } from "../types";
import { type TokenAmount, WAD } from "../units";
import * as guard from "./guards";
import { checkedSlippage, unitsOf } from "./opening";
import { encodeOrder, OrderKind } from "./order";
import { engineCall, frozen } from "./plan";
import {
  deleverageGuards,
  quoteFor,
  type Reducing,
  type Reduction,
  reduced,
  reducing,
  reducingGuards,
  reducingOrder,
  reductionPreview,
} from "./reducing";
import { lessSlippage } from "./tradeGuards";
import type { DecreaseSize, TradeParameters } from "./types";

/** Parameters of {@link decreasePosition}. */
export type DecreasePositionParameters = Omit<TradeParameters, "side"> &
  DecreaseSize &
  (
    | {
        readonly side: "long";
        /** Quote asset borrowed back to the recipient, under the initial margin; 0 when left out. */
        readonly payout?: TokenAmount;
      }
    | {
        readonly side: "short";
        /** A short owes the base asset: its payout is `removeCollateral`. */
        readonly payout?: undefined;
      }
  );

/** Arguments of a `decreasePosition` plan. */
export interface DecreasePositionArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly side: Side;
  /** Collateral sold [units of the collateral asset]. */
  readonly amount: TokenAmount;
  /** Least debt tokens received for it. */
  readonly limit: TokenAmount;
  readonly payout: TokenAmount;
  readonly deadline: bigint;
}

/** What {@link decreasePosition} returns. */
export type DecreasePositionReturnType = Plan<"decreasePosition", DecreasePositionArgs, TradePreview>;

/** What {@link decreasePosition} throws. */
export type DecreasePositionErrorType = GimbalErrorType;

/**
 * Closes a part of a position in one transaction: sells collateral and repays with the proceeds. Without a payout it
 * works below the initial margin and while the market is paused, because it lowers risk.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account.
 * @param parameters.market Market id.
 * @param parameters.side Direction of the position.
 * @param parameters.base Index of the base asset.
 * @param parameters.account Account; the one of `accountFor` when left out.
 * @param parameters.fraction Part of the position, 1e18 = all.
 * @param parameters.size Base sold (long) or bought back (short).
 * @param parameters.payout Long only: quote asset borrowed back to the recipient.
 * @param parameters.slippage Most the trade may be worse than the quote.
 * @param parameters.deadline Last valid time.
 * @param parameters.recipient Receiver of the payout and of what the debt does not need.
 * @param parameters.quote Quote of this trade: its exact input, or for a short its exact output.
 * @returns Frozen plan.
 * @throws {QuoteMismatchError} when the quote is for another trade.
 * @throws {SlippageOutOfRangeError} when the limit is below 0 or above 100 %.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 *
 * @example
 * const half = decreasePosition({ snapshot, market: 1, side: "long", fraction: WAD / 2n, slippage: 50n, deadline });
 */
export function decreasePosition(parameters: DecreasePositionParameters): DecreasePositionReturnType {
  const { deadline, payout = 0n } = parameters;
  const state = reducing(parameters);
  const { snapshot, shape, account, held, owed } = state;
  const amount = sizeOf(state, parameters);
  const quote = quoteOf(state, parameters.quote, amount);
  const change = reductionOf(state, parameters, quote, payout);
  const order = { kind: OrderKind.Decrease, amount: quote.amountIn, limit: change.limit, payout };
  const how = payout === 0n ? "deleverage" : "execute";
  return frozen({
    action: {
      type: "decreasePosition",
      args: {
        account: account.id,
        market: shape.market.id,
        side: shape.side,
        amount: quote.amountIn,
        limit: change.limit,
        payout,
        deadline,
      },
    },
    approvals: [],
    calls: engineCall(
      snapshot,
      encodeOrder(snapshot, account.id, reducingOrder(state, parameters, order), how),
    ),
    preview: reductionPreview(state, change),
    guards: guard.findings(
      guard.notZero(amount),
      shape.side === "long"
        ? guard.withinCollateral(amount, held, shape.base)
        : guard.withinDebt(amount, owed, shape.base),
      shape.side === "short" ? guard.withinCollateral(quote.amountIn, held, shape.quote) : undefined,
      reducingGuards(state, parameters, quote, shape.debt),
      payout === 0n ? deleverageGuards(state, change) : payoutGuards(state, change, payout),
    ),
    units: unitsOf(shape, shape.debt),
  });
}

/** A short sells what the size costs, as an exact input: that may buy a trace more than the size. */
function quoteOf(state: Reducing, given: SwapQuote | undefined, amount: TokenAmount): SwapQuote {
  if (state.shape.side === "long") return quoteFor(state, given, { amountIn: amount });
  if (given?.kind === "exactOutput") return quoteFor(state, given, { amountOut: amount });
  const exact = quoteFor(state, undefined, { amountOut: amount });
  return exact.filled ? quoteFor(state, given, { amountIn: exact.amountIn }) : exact;
}

/** Base that is traded. */
function sizeOf({ shape, held, owed }: Reducing, parameters: DecreasePositionParameters): TokenAmount {
  if (parameters.size !== undefined) return parameters.size;
  return ((shape.side === "long" ? held : owed) * parameters.fraction) / WAD;
}

/** What the debt does not need of the proceeds goes to the recipient. */
function reductionOf(
  { owed }: Reducing,
  { slippage }: DecreasePositionParameters,
  quote: SwapQuote,
  payout: TokenAmount,
): Reduction {
  const limit = lessSlippage(quote.amountOut, checkedSlippage(slippage));
  return {
    quote,
    limit,
    collateral: quote.amountIn,
    repaid: min(quote.amountOut, owed) - payout,
    received: max(limit - owed, 0n) + payout,
    expected: max(quote.amountOut - owed, 0n) + payout,
  };
}

/** A payout adds risk: the check is the one of opening. */
function payoutGuards(state: Reducing, change: Reduction, payout: TokenAmount) {
  const { shape, snapshot } = state;
  const { market, debt } = shape;
  const after = reduced(state, change);
  return [
    guard.takesRisk(market),
    ...guard.borrowable(debt, payout, after.debt[debt.index] ?? 0n),
    ...guard.priced([shape.quote, shape.base], snapshot.timestamp),
    guard.initialMarginMet(health(market, after, "initial")),
    guard.withinPositionCap(market, after),
    guard.healthy(health(market, after, "maintenance")),
  ];
}
