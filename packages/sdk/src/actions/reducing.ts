import { accountOwner } from "../accounts";
import { accountFor } from "../entities/accountFor";
import { accountOf } from "../entities/snapshot";
import { health } from "../math/EngineRisk";
import { estimateSwap } from "../math/estimateSwap";
import { max, min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { ratesAfter } from "../math/rates";
import { moved, type TradeShape, tradeShape } from "../math/trade";
import type { Guard, SwapQuote, TradePreview } from "../plan";
import type { AccountState, AssetState, OneOf, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import { checkedQuote, checkedSlippage, executionPrice, feeOf } from "./opening";
import type { Order, OrderKind } from "./order";
import { usedAssets } from "./plan";
import { acceptableImpact, filled, notExpired, reasonableSlippage } from "./tradeGuards";
import type { TradeParameters } from "./types";

/** A position about to be reduced. */
export interface Reducing {
  readonly snapshot: Snapshot;
  readonly shape: TradeShape;
  readonly account: AccountState;
  readonly held: TokenAmount;
  readonly owed: TokenAmount;
}

/** Account, side and amounts of a position. */
export function reducing(parameters: TradeParameters): Reducing {
  const { snapshot } = parameters;
  const shape = tradeShape(snapshot, parameters.market, parameters.side, parameters.base);
  const account = accountOf(
    snapshot,
    parameters.account ?? accountFor(snapshot, shape.market.id, shape.side),
  );
  const held = account.collateral[shape.collateral.index] ?? 0n;
  const owed = account.debt[shape.debt.index] ?? 0n;
  return { snapshot, shape, account, held, owed };
}

/** The given quote, if it is for the trade that is needed, or the local one. */
export function quoteFor(
  { shape }: Reducing,
  given: SwapQuote | undefined,
  amount: OneOf<{ readonly amountIn: TokenAmount } | { readonly amountOut: TokenAmount }>,
  tolerance?: TokenAmount,
): SwapQuote {
  const estimate = estimateSwap({ pool: shape.pool, tokenIn: shape.collateral.token, ...amount });
  return given === undefined ? estimate : checkedQuote(given, estimate, tolerance);
}

/** Order of the router that sells collateral. */
export function reducingOrder(
  { shape, account }: Reducing,
  parameters: TradeParameters,
  order: {
    readonly kind: OrderKind;
    readonly amount: TokenAmount;
    readonly limit: TokenAmount;
    readonly payout: TokenAmount;
  },
): Order {
  return {
    ...order,
    market: shape.market.id,
    collateralAsset: shape.collateral.index,
    debtAsset: shape.debt.index,
    collateralToken: shape.collateral.token,
    debtToken: shape.debt.token,
    poolFee: shape.pool.fee,
    equity: 0n,
    recipient: parameters.recipient ?? accountOwner(account.id),
    deadline: parameters.deadline,
  };
}

/** What a reduction moves. */
export interface Reduction {
  readonly quote: SwapQuote;
  readonly limit: TokenAmount;
  /** Collateral that leaves the account, sold or paid out. */
  readonly collateral: TokenAmount;
  /** Debt repaid, less what is borrowed back. */
  readonly repaid: bigint;
  readonly received: TokenAmount;
  readonly expected: TokenAmount;
}

export function reductionPreview({ shape, account }: Reducing, change: Reduction): TradePreview {
  const { market, debt } = shape;
  const { quote, repaid } = change;
  return {
    before: position(market, account.id, account, shape.base.index),
    after: position(market, account.id, reduced({ shape, account }, change), shape.base.index),
    quote,
    size: shape.side === "long" ? quote.amountIn : quote.amountOut,
    executionPrice: executionPrice(shape, quote),
    priceImpact: quote.priceImpact,
    fee: feeOf(shape, quote),
    debtDelta: max(repaid, -repaid),
    limit: change.limit,
    borrowRate: ratesAfter(debt.reserve, { debt: -repaid }).borrowRate,
    received: change.received,
    expected: change.expected,
    maxLeverage: undefined,
  };
}

/** Amounts after a reduction. */
export function reduced(
  { shape, account }: Pick<Reducing, "shape" | "account">,
  { collateral, repaid }: Pick<Reduction, "collateral" | "repaid">,
) {
  const held = account.collateral[shape.collateral.index] ?? 0n;
  return moved(shape, account, { collateral: -min(collateral, held), debt: -repaid });
}

/** Findings that every reduction shares. */
export function reducingGuards(
  state: Reducing,
  parameters: TradeParameters,
  quote: SwapQuote,
  bought: AssetState,
): readonly (Guard | undefined)[] {
  const { snapshot, account, held, owed } = state;
  checkedSlippage(parameters.slippage);
  return [
    held === 0n ? guard.positionMissing("There is no open position on this side.") : undefined,
    held !== 0n && owed === 0n
      ? guard.positionMissing("Nothing is owed. Remove the collateral instead.")
      : undefined,
    guard.ownedBy(snapshot, account.id),
    filled(quote, bought),
    acceptableImpact(quote),
    reasonableSlippage(parameters.slippage),
    notExpired(parameters.deadline, snapshot.timestamp),
  ];
}

/** Prices and health that `deleverage` compares. */
export function deleverageGuards(state: Reducing, change: Reduction): readonly (Guard | undefined)[] {
  const { shape, account, snapshot } = state;
  const { market, debt } = shape;
  const after = reduced(state, change);
  const left = after.debt[debt.index] ?? 0n;
  return [
    guard.aboveMinimumDebt(debt, left),
    ...guard.priced(usedAssets(market, account), snapshot.timestamp),
    guard.notRiskier(health(market, account, "maintenance"), health(market, after, "maintenance")),
  ];
}
