import type { GimbalErrorType } from "../errors/base";
import { type Amounts, health } from "../math/EngineRisk";
import { estimateSwap } from "../math/estimateSwap";
import { abs, max } from "../math/FixedPointMath";
import { lastGood } from "../math/lastGood";
import { position } from "../math/position";
import { usdValue } from "../math/prices";
import { ratesAfter } from "../math/rates";
import { moved, type TradeShape, tradeShape } from "../math/trade";
import type { Plan, SwapQuote, TradePreview } from "../plan";
import type { AccountId, OneOf, Side } from "../types";
import { type TokenAmount, type Usd, WAD, type Wad } from "../units";
import * as guard from "./guards";
import { checkedQuote, checkedSlippage, executionPrice, feeOf, unitsOf } from "./opening";
import { engineCall, frozen } from "./plan";
import { encodePath, encodePositionOrder, PositionOrderKind } from "./positionOrder";
import { type Reducing, reducing, reducingGuards } from "./reducing";
import { lessSlippage } from "./tradeGuards";
import type { TradeParameters } from "./types";

/** How big the new position is: exactly one way of saying it. */
export type FlipSize = OneOf<
  | {
      /** Value of the new position over its equity, after the costs of the trade; `"same"` keeps the present one. */
      readonly leverage: Wad | "same";
    }
  | {
      /** Debt of the new position [units of the asset that was held]. */
      readonly borrow: TokenAmount;
    }
>;

/** Parameters of {@link flipPosition}; `side` is the present one. */
export type FlipPositionParameters = Omit<TradeParameters, "recipient"> & FlipSize;

/** Arguments of a `flipPosition` plan. */
export interface FlipPositionArgs {
  readonly account: AccountId;
  readonly market: number;
  /** Side after the flip. */
  readonly side: Side;
  /** Debt of the new position [units of the asset that was held]. */
  readonly borrow: TokenAmount;
  /** Least received for all that is sold [units of the asset that was owed]. */
  readonly limit: TokenAmount;
  readonly deadline: bigint;
}

/** What {@link flipPosition} returns. */
export type FlipPositionReturnType = Plan<"flipPosition", FlipPositionArgs, TradePreview>;

/** What {@link flipPosition} throws. */
export type FlipPositionErrorType = GimbalErrorType;

/**
 * Turns a long into a short of the same pair, or the reverse, in one transaction and in the same account: all that is held
 * and what is borrowed is sold, the debt is repaid, and what is left is the new collateral.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account of the position.
 * @param parameters.market Market id.
 * @param parameters.side Present side.
 * @param parameters.base Index of the base asset; 1 when left out.
 * @param parameters.account Account; the one that holds the present side when left out.
 * @param parameters.leverage Leverage of the new position, or `"same"`.
 * @param parameters.borrow Debt of the new position, instead of a leverage.
 * @param parameters.quote Quote of exactly this sale from `quoteSwap`; local arithmetic when left out.
 * @param parameters.slippage Most the trade may be worse than the quote.
 * @param parameters.deadline Last valid time.
 * @returns Frozen plan with the order of the position router; nothing comes from the wallet or goes to it.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {QuoteMismatchError} when the quote is for another trade.
 * @throws {SlippageOutOfRangeError} when the slippage is below 0 or above 100 %.
 *
 * @example
 * const plan = flipPosition({ snapshot, market: 1, side: "long", leverage: "same", slippage: 50n, deadline });
 */
export function flipPosition(parameters: FlipPositionParameters): FlipPositionReturnType {
  const { snapshot, slippage, deadline } = parameters;
  const state = reducing(parameters);
  const { shape, account, held } = state;
  const target = tradeShape(snapshot, shape.market.id, opposite(shape.side), shape.base.index);
  const borrow = debtOf(parameters, state, target);
  const estimate = estimateSwap({
    pool: shape.pool,
    tokenIn: shape.collateral.token,
    amountIn: held + borrow,
  });
  const quote = parameters.quote === undefined ? estimate : checkedQuote(parameters.quote, estimate);
  const limit = lessSlippage(quote.amountOut, checkedSlippage(slippage));
  const order = {
    kind: PositionOrderKind.Flip,
    market: shape.market.id,
    fromAsset: shape.collateral.index,
    toAsset: shape.debt.index,
    amount: borrow,
    limit,
    deadline,
    path: encodePath(shape.collateral.token, [shape.pool]),
  };
  return frozen({
    action: {
      type: "flipPosition",
      args: { account: account.id, market: shape.market.id, side: target.side, borrow, limit, deadline },
    },
    approvals: [],
    calls: engineCall(snapshot, encodePositionOrder(snapshot, account.id, order)),
    preview: previewOf(state, target, borrow, quote, limit),
    guards: guard.findings(
      ...reducingGuards(state, parameters, quote, shape.debt),
      ...openingGuards(state, target, borrow, quote),
    ),
    units: unitsOf(shape, shape.debt),
  });
}

function opposite(side: Side): Side {
  return side === "long" ? "short" : "long";
}

/** Amounts after the flip: nothing of the old position, then the new one. */
function flipped(
  { shape, account, held, owed }: Reducing,
  target: TradeShape,
  borrow: TokenAmount,
  bought: TokenAmount,
) {
  const closed = moved(shape, account, { collateral: -held, debt: -owed });
  return moved(target, closed, { collateral: max(bought - owed, 0n), debt: borrow });
}

/** Largest debt whose leverage, after the trade, is not above the one asked for. */
function debtOf(parameters: FlipPositionParameters, state: Reducing, target: TradeShape): TokenAmount {
  if (parameters.borrow !== undefined) return parameters.borrow;
  const { shape, account, held } = state;
  const present = leverageOf(shape, account);
  const leverage = parameters.leverage === "same" ? present : parameters.leverage;
  if (leverage === undefined || held === 0n) return 0n;
  const slack = (borrow: TokenAmount) => {
    const { amountOut } = estimateSwap({
      pool: shape.pool,
      tokenIn: shape.collateral.token,
      amountIn: held + borrow,
    });
    const after = leverageOf(shape, flipped(state, target, borrow, amountOut));
    return after === undefined ? -WAD * WAD : leverage - after;
  };
  // more than the cash of the reserve cannot be borrowed anyway
  const ceiling = target.debt.reserve.cash;
  if (slack(0n) < 0n) return 0n;
  return slack(ceiling) >= 0n ? ceiling : lastGood(0n, ceiling, slack);
}

/** Value of the base asset over the equity, as `position` says it, and nothing else of it: this is asked a hundred times. */
function leverageOf({ market, base }: TradeShape, { collateral, debt }: Amounts): Wad | undefined {
  let [equity, size]: [Usd, Usd] = [0n, 0n];
  for (const { index, price, decimals } of market.assets) {
    const net = (collateral[index] ?? 0n) - (debt[index] ?? 0n);
    if (net !== 0n && price.mid === 0n) return undefined;
    const value = usdValue(net, price.mid, decimals);
    equity += value;
    if (index === base.index) size = abs(value);
  }
  return equity <= 0n ? undefined : (size * WAD) / equity;
}

function previewOf(
  state: Reducing,
  target: TradeShape,
  borrow: TokenAmount,
  quote: SwapQuote,
  limit: TokenAmount,
): TradePreview {
  const { shape, account } = state;
  return {
    before: position(shape.market, account.id, account),
    after: position(shape.market, account.id, flipped(state, target, borrow, quote.amountOut)),
    quote,
    size: shape.side === "long" ? quote.amountIn : quote.amountOut,
    executionPrice: executionPrice(shape, quote),
    priceImpact: quote.priceImpact,
    fee: feeOf(shape, quote),
    debtDelta: borrow,
    limit,
    borrowRate: ratesAfter(target.debt.reserve, { debt: borrow }).borrowRate,
    received: 0n,
    expected: 0n,
    maxLeverage: undefined,
  };
}

function openingGuards(state: Reducing, target: TradeShape, borrow: TokenAmount, quote: SwapQuote) {
  const { shape, snapshot, owed } = state;
  const { market } = shape;
  const after = flipped(state, target, borrow, quote.amountOut);
  return [
    quote.filled ? guard.coversDebt(quote.amountOut, owed, shape.debt) : undefined,
    guard.collateralAccepted(target.collateral),
    guard.valued(market, after),
    ...(borrow === 0n
      ? []
      : [
          guard.takesRisk(market),
          ...guard.borrowable(target.debt, borrow, after.debt[target.debt.index] ?? 0n),
          ...guard.priced([shape.quote, shape.base], snapshot.timestamp),
          guard.withinPositionCap(market, after),
          quote.filled ? guard.initialMarginMet(health(market, after, "initial")) : undefined,
          guard.healthy(health(market, after, "maintenance")),
        ]),
  ];
}
