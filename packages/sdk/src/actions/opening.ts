import { isAddressEqual } from "viem";
import { accountOwner } from "../accounts";
import { accountFor } from "../entities/accountFor";
import { accountOf, walletOf } from "../entities/snapshot";
import { QuoteMismatchError, SlippageOutOfRangeError } from "../errors/input";
import { health } from "../math/EngineRisk";
import { estimateSwap } from "../math/estimateSwap";
import { abs, max } from "../math/FixedPointMath";
import { borrowFor, maxLeverage } from "../math/maxLeverage";
import { position } from "../math/position";
import { usdValue } from "../math/prices";
import { ratesAfter } from "../math/rates";
import { collateralToOpen, moved, soldToOpen, type TradeShape, tradeShape } from "../math/trade";
import type { Guard, PermittablePlan, PlanUnits, SwapQuote, TradePreview } from "../plan";
import type { AccountState, Snapshot } from "../types";
import { BASIS_POINTS, type BasisPoints, type TokenAmount, type Usd } from "../units";
import * as guard from "./guards";
import type { OpenPositionArgs } from "./openPosition";
import { encodeOrder, type Order, OrderKind, type SignedPermit } from "./order";
import { approvalFor, engineCall, frozen } from "./plan";
import { acceptableImpact, filled, lessSlippage, notExpired, reasonableSlippage } from "./tradeGuards";
import type { TradeParameters, TradeSize } from "./types";

type Parameters = TradeParameters & TradeSize & { readonly equity: TokenAmount };

interface Opening {
  readonly snapshot: Snapshot;
  readonly shape: TradeShape;
  readonly account: AccountState;
  readonly equity: TokenAmount;
  readonly borrow: TokenAmount;
  readonly quote: SwapQuote;
  readonly limit: TokenAmount;
}

/** Plan of an order that opens or increases: the same order, another name. */
export function opening<const type extends "openPosition" | "increasePosition">(
  type: type,
  parameters: Parameters,
): PermittablePlan<type, OpenPositionArgs, TradePreview> {
  const { snapshot, equity, deadline, slippage } = parameters;
  const shape = tradeShape(snapshot, parameters.market, parameters.side, parameters.base);
  const id = parameters.account ?? accountFor(snapshot, shape.market.id, shape.side);
  const account = accountOf(snapshot, id);
  const { borrow, quote } = size(parameters, shape);
  const limit = lessSlippage(quote.amountOut, checkedSlippage(slippage));
  const trade = { snapshot, shape, account, equity, borrow, quote, limit };
  const order: Order = {
    kind: shape.side === "long" ? OrderKind.OpenWithDebtToken : OrderKind.OpenWithCollateralToken,
    market: shape.market.id,
    collateralAsset: shape.collateral.index,
    debtAsset: shape.debt.index,
    collateralToken: shape.collateral.token,
    debtToken: shape.debt.token,
    poolFee: shape.pool.fee,
    equity,
    amount: borrow,
    limit,
    payout: 0n,
    recipient: parameters.recipient ?? accountOwner(id),
    deadline,
  };
  const args: OpenPositionArgs = {
    account: id,
    market: shape.market.id,
    side: shape.side,
    equity,
    borrow,
    limit,
    deadline,
  };
  const preview = previewOf(trade);
  const guards = guardsOf(trade, parameters);
  const approvals = approvalFor(snapshot, shape.quote, "router", equity);
  const plan = (permit?: SignedPermit): PermittablePlan<type, OpenPositionArgs, TradePreview> =>
    frozen({
      action: { type, args },
      approvals: permit === undefined ? approvals : [],
      calls: engineCall(snapshot, encodeOrder(snapshot, id, order, "execute", permit)),
      preview,
      guards,
      units: unitsOf(shape),
      withPermit: plan,
    });
  return plan();
}

/** Limits outside 0 … 100 % are a mistake of the caller, not of the person. */
export function checkedSlippage(slippage: BasisPoints): BasisPoints {
  if (slippage < 0n || slippage > BASIS_POINTS) throw new SlippageOutOfRangeError(slippage);
  return slippage;
}

/** The quote, if it is for this trade; `tolerance` is how far its exact end may be off. */
export function checkedQuote(quote: SwapQuote, wanted: SwapQuote, tolerance: TokenAmount = 0n): SwapQuote {
  const exact =
    quote.kind === "exactInput" ? quote.amountIn - wanted.amountIn : quote.amountOut - wanted.amountOut;
  const same =
    quote.kind === wanted.kind &&
    isAddressEqual(quote.tokenIn, wanted.tokenIn) &&
    isAddressEqual(quote.tokenOut, wanted.tokenOut) &&
    abs(exact) <= tolerance;
  if (same) return quote;
  const text = (q: SwapQuote) =>
    `${q.kind} ${q.amountIn} of ${q.tokenIn} for ${q.amountOut} of ${q.tokenOut}`;
  throw new QuoteMismatchError(`quoted ${text(quote)}, needed ${text(wanted)}`);
}

/** Tokens of the amounts of a trade. */
export function unitsOf(shape: TradeShape, traded = shape.collateral): PlanUnits {
  return { collateral: shape.collateral, debt: shape.debt, traded };
}

/** Debt of the trade, and its quote. */
function size(parameters: Parameters, shape: TradeShape) {
  const { equity, quote } = parameters;
  const { pool, side, debt } = shape;
  const tokenIn = debt.token;
  if (parameters.size !== undefined && side === "long") {
    // the pool says what the size costs; what the equity does not pay is borrowed, and all of it is sold
    const exact = estimateSwap({ pool, tokenIn, amountOut: parameters.size });
    const sold = exact.filled ? estimateSwap({ pool, tokenIn, amountIn: exact.amountIn }) : exact;
    const chosen = quote === undefined ? sold : checkedQuote(quote, exact);
    return { borrow: max(chosen.amountIn - equity, 0n), quote: chosen };
  }
  const borrow = debtOf(parameters, shape);
  const estimate = estimateSwap({ pool, tokenIn, amountIn: soldToOpen(shape, equity, borrow) });
  return { borrow, quote: quote === undefined ? estimate : checkedQuote(quote, estimate) };
}

function debtOf(parameters: Parameters, shape: TradeShape): TokenAmount {
  if (parameters.leverage !== undefined) return borrowFor(shape, parameters.equity, parameters.leverage);
  return parameters.borrow === undefined ? parameters.size : parameters.borrow;
}

function afterOf({ shape, account, equity, borrow, quote }: Opening) {
  return moved(shape, account, {
    collateral: collateralToOpen(shape, equity, quote.amountOut),
    debt: borrow,
  });
}

function previewOf(trade: Opening): TradePreview {
  const { snapshot, shape, account, equity, borrow, quote } = trade;
  const { market, side } = shape;
  return {
    before: position(market, account.id, account, shape.base.index),
    after: position(market, account.id, afterOf(trade), shape.base.index),
    quote,
    size: side === "long" ? quote.amountOut : quote.amountIn,
    executionPrice: executionPrice(shape, quote),
    priceImpact: quote.priceImpact,
    fee: feeOf(shape, quote),
    debtDelta: borrow,
    limit: trade.limit,
    borrowRate: ratesAfter(shape.debt.reserve, { debt: borrow }).borrowRate,
    received: 0n,
    expected: 0n,
    maxLeverage: maxLeverage({
      snapshot,
      market: market.id,
      side,
      base: shape.base.index,
      equity,
      account: account.id,
    }),
  };
}

/** Quote asset per base token of a trade, fee included, in US dollars; undefined while it has no price. */
export function executionPrice({ base, quote }: TradeShape, trade: SwapQuote): Usd | undefined {
  const bought = isAddressEqual(trade.tokenOut, base.token);
  const [baseAmount, quoteAmount] = bought
    ? [trade.amountOut, trade.amountIn]
    : [trade.amountIn, trade.amountOut];
  if (baseAmount === 0n || quote.price.mid === 0n) return undefined;
  return (usdValue(quoteAmount, quote.price.mid, quote.decimals) * 10n ** BigInt(base.decimals)) / baseAmount;
}

/** Fee of the pool in US dollars; undefined while the token sold has no price. */
export function feeOf({ base, quote }: TradeShape, trade: SwapQuote): Usd | undefined {
  const sold = isAddressEqual(trade.tokenIn, base.token) ? base : quote;
  return sold.price.mid === 0n ? undefined : usdValue(trade.fee, sold.price.mid, sold.decimals);
}

function guardsOf(trade: Opening, parameters: Parameters): readonly Guard[] {
  const { snapshot, shape, account, equity, borrow, quote } = trade;
  const { market, collateral, debt } = shape;
  const after = afterOf(trade);
  const held = account.collateral[debt.index] ?? 0n;
  const owed = account.debt[collateral.index] ?? 0n;
  return guard.findings(
    guard.notZero(soldToOpen(shape, equity, borrow)),
    guard.withinBalance(equity, walletOf(snapshot, shape.quote.token), shape.quote),
    guard.ownedBy(snapshot, account.id),
    guard.inMarket(account, market, snapshot),
    guard.takesRisk(market),
    guard.collateralAccepted(collateral),
    guard.oneSide(collateral, owed, "hold"),
    guard.oneSide(debt, borrow === 0n ? 0n : held, "owe"),
    borrow === 0n ? [] : guard.borrowable(debt, borrow, after.debt[debt.index] ?? 0n),
    guard.priced([shape.quote, shape.base], snapshot.timestamp),
    filled(quote, collateral),
    guard.valued(market, after),
    guard.withinPositionCap(market, after),
    quote.filled ? guard.initialMarginMet(health(market, after, "initial")) : undefined,
    guard.healthy(health(market, after, "maintenance")),
    acceptableImpact(quote),
    reasonableSlippage(parameters.slippage),
    notExpired(parameters.deadline, snapshot.timestamp),
  );
}
