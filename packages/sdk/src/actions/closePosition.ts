import type { GimbalErrorType } from "../errors/base";
import { max, min } from "../math/FixedPointMath";
import type { Plan, TradePreview } from "../plan";
import type { AccountId, Side } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import { checkedSlippage, unitsOf } from "./opening";
import { encodeOrder, OrderKind } from "./order";
import { engineCall, frozen } from "./plan";
import {
  quoteFor,
  type Reducing,
  type Reduction,
  reducing,
  reducingGuards,
  reducingOrder,
  reductionPreview,
} from "./reducing";
import { lessSlippage, plusSlippage } from "./tradeGuards";
import type { TradeParameters } from "./types";

/** Parameters of {@link closePosition}. */
export type ClosePositionParameters = TradeParameters;

/** Arguments of a `closePosition` plan. */
export interface ClosePositionArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly side: Side;
  /** Long: least quote asset received for all collateral. Short: most quote asset sold for the debt. */
  readonly limit: TokenAmount;
  readonly deadline: bigint;
}

/** What {@link closePosition} returns. */
export type ClosePositionReturnType = Plan<"closePosition", ClosePositionArgs, TradePreview>;

/** What {@link closePosition} throws. */
export type ClosePositionErrorType = GimbalErrorType;

/**
 * Closes a position in one transaction and pays out in the quote asset: a long sells all it holds, a short buys exactly
 * what it owes. Needs no price, so it works while the oracle is down and while the market is paused.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account.
 * @param parameters.market Market id.
 * @param parameters.side Direction of the position.
 * @param parameters.base Index of the base asset.
 * @param parameters.account Account; the one of `accountFor` when left out.
 * @param parameters.slippage Most the trade may be worse than the quote.
 * @param parameters.deadline Last valid time.
 * @param parameters.recipient Receiver of the payout.
 * @param parameters.quote Quote of exactly this trade.
 * @returns Frozen plan; `preview.received` is the least that is paid out.
 * @throws {QuoteMismatchError} when the quote is for another trade.
 * @throws {SlippageOutOfRangeError} when the limit is below 0 or above 100 %.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 *
 * @example
 * const plan = closePosition({ snapshot, market: 1, side: "long", slippage: 50n, deadline });
 */
export function closePosition(parameters: ClosePositionParameters): ClosePositionReturnType {
  const state = reducing(parameters);
  const { snapshot, shape, account } = state;
  const change = shape.side === "long" ? sellAll(state, parameters) : buyDebt(state, parameters);
  const { limit, quote } = change;
  const kind = shape.side === "long" ? OrderKind.CloseToDebt : OrderKind.CloseToCollateral;
  const order = reducingOrder(state, parameters, { kind, amount: 0n, limit, payout: 0n });
  const { deadline } = parameters;
  return frozen({
    action: {
      type: "closePosition",
      args: { account: account.id, market: shape.market.id, side: shape.side, limit, deadline },
    },
    approvals: [],
    calls: engineCall(snapshot, encodeOrder(snapshot, account.id, order, "execute")),
    preview: reductionPreview(state, change),
    guards: guard.findings(
      reducingGuards(state, parameters, quote, shape.debt),
      quote.filled ? solvent(state, quote) : undefined,
    ),
    units: unitsOf(shape, shape.quote),
  });
}

function sellAll(state: Reducing, { quote: given, slippage }: ClosePositionParameters): Reduction {
  const { held, owed } = state;
  const quote = quoteFor(state, given, { amountIn: held });
  const limit = lessSlippage(quote.amountOut, checkedSlippage(slippage));
  const received = max(limit - owed, 0n);
  return {
    quote,
    limit,
    collateral: held,
    repaid: owed,
    received,
    expected: max(quote.amountOut - owed, 0n),
  };
}

function buyDebt(state: Reducing, { quote: given, slippage }: ClosePositionParameters): Reduction {
  const { held, owed } = state;
  // the debt grows while a quote is under way: a thousandth of it is no other trade
  const quote = quoteFor(state, given, { amountOut: owed }, owed / 1000n);
  const limit = min(plusSlippage(quote.amountIn, checkedSlippage(slippage)), held);
  const expected = max(held - quote.amountIn, 0n);
  return { quote, limit, collateral: held, repaid: owed, received: held - limit, expected };
}

function solvent(
  { shape, held, owed }: Reducing,
  quote: { readonly amountIn: bigint; readonly amountOut: bigint },
) {
  return shape.side === "long"
    ? guard.coversDebt(quote.amountOut, owed, shape.quote)
    : guard.coversDebt(held, quote.amountIn, shape.quote);
}
