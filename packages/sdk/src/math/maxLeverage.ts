import { accountOf } from "../entities/snapshot";
import type { LeverageBound, MaxLeverage } from "../plan";
import type { AccountId, Side, Snapshot } from "../types";
import { BASIS_POINTS, type TokenAmount, WAD, type Wad } from "../units";
import { type Amounts, health, requirement } from "./EngineRisk";
import { estimateSwap } from "./estimateSwap";
import { max, min } from "./FixedPointMath";
import { lastGood } from "./lastGood";
import { MAX_LEG_VALUE, spread } from "./MarginMath";
import { tightestCap } from "./positionCap";
import { usdValue } from "./prices";
import { collateralToOpen, EMPTY, moved, soldToOpen, type TradeShape, tradeShape } from "./trade";

/** Parameters of {@link maxLeverage}. */
export interface MaxLeverageParameters {
  readonly snapshot: Snapshot;
  /** Market id. */
  readonly market: number;
  readonly side: Side;
  /** Index of the base asset; 1 when left out. */
  readonly base?: number | undefined;
  /** Equity paid in [units of the quote asset]. */
  readonly equity: TokenAmount;
  /** Account the position is added to; an empty one when left out. */
  readonly account?: AccountId | undefined;
}

/**
 * Highest leverage at which the engine lets the position stand, and what sets it: the largest debt with which the
 * account still covers its initial margin after the trade, the pool's price impact and fee included, within the cash and
 * the cap of the reserve. One unit more would revert.
 *
 * @param parameters.snapshot Snapshot.
 * @param parameters.market Market id.
 * @param parameters.side Direction.
 * @param parameters.base Index of the base asset.
 * @param parameters.equity Equity paid in.
 * @param parameters.account Account the position is added to.
 * @returns Leverage of the trade over the equity, its debt and the reason; undefined while a price is down.
 * @throws {GimbalError} when market, asset, pool or account are not in the snapshot.
 *
 * @example
 * const { leverage, boundBy } = maxLeverage({ snapshot, market: 1, side: "long", equity: 1_000_000_000n }) ?? {};
 */
export function maxLeverage(parameters: MaxLeverageParameters): MaxLeverage | undefined {
  const { snapshot, equity, account } = parameters;
  const shape = tradeShape(snapshot, parameters.market, parameters.side, parameters.base);
  const before = account === undefined ? EMPTY : accountOf(snapshot, account);
  const after = (borrow: TokenAmount) => {
    const sold = soldToOpen(shape, equity, borrow);
    const { amountOut } = estimateSwap({ pool: shape.pool, tokenIn: shape.debt.token, amountIn: sold });
    return moved(shape, before, { collateral: collateralToOpen(shape, equity, amountOut), debt: borrow });
  };
  const slack = (borrow: TokenAmount) => {
    const amounts = after(borrow);
    const h = health(shape.market, amounts, "initial");
    if (h === undefined) return undefined;
    const cap = tightestCap(shape.market.assets, amounts);
    const margin = h.collateral - h.debt - h.margin;
    return cap === undefined ? margin : min(margin, cap.bound - cap.actual);
  };
  if (slack(0n) === undefined || slack(1n) === undefined) return undefined;
  const { reserve } = shape.debt;
  // the total is rounded up after the debt is added: it may be one unit more than the sum
  const room = max(reserve.limits.debtCap - reserve.debt - 1n, 0n);
  const ceiling = min(reserve.cash, room);
  const borrow = largest(ceiling, (b) => slack(b) ?? -MAX_LEG_VALUE);
  const boundBy = borrow < ceiling ? sizeBound(shape, after, borrow) : room < reserve.cash ? "cap" : "cash";
  return { leverage: leverageOf(shape, equity, borrow), borrow, boundBy };
}

/**
 * Value of a trade over the equity paid in, rounded down; 0 without equity.
 *
 * @param shape Assets of the trade.
 * @param equity Equity paid in [units of the quote asset].
 * @param borrow Debt taken [units of the debt asset].
 */
export function leverageOf(shape: TradeShape, equity: TokenAmount, borrow: TokenAmount): Wad {
  if (equity === 0n) return 0n;
  if (shape.side === "long") return ((equity + borrow) * WAD) / equity;
  const paid = usdValue(equity, shape.quote.price.mid, shape.quote.decimals);
  return paid === 0n ? 0n : (usdValue(borrow, shape.base.price.mid, shape.base.decimals) * WAD) / paid;
}

/** Debt that gives a leverage on the equity, rounded down: the inverse of {@link leverageOf}. */
export function borrowFor(shape: TradeShape, equity: TokenAmount, leverage: Wad): TokenAmount {
  if (shape.side === "long") return leverage > WAD ? (equity * (leverage - WAD)) / WAD : 0n;
  const { quote, base } = shape;
  if (base.price.mid === 0n) return 0n;
  const value = (usdValue(equity, quote.price.mid, quote.decimals) * leverage) / WAD;
  return (value * 10n ** BigInt(base.decimals)) / base.price.mid;
}

/** Largest integer up to `ceiling` with slack, if all smaller ones have it; 0 if none has. */
function largest(ceiling: bigint, slack: (x: bigint) => bigint): bigint {
  if (slack(ceiling) >= 0n) return ceiling;
  return slack(0n) < 0n ? 0n : lastGood(0n, ceiling, slack);
}

/** What one unit of debt more would break: the cap of a position, or the margin. */
function sizeBound(
  shape: TradeShape,
  after: (borrow: TokenAmount) => Amounts,
  borrow: TokenAmount,
): LeverageBound {
  const cap = tightestCap(shape.market.assets, after(borrow + 1n));
  if (cap !== undefined && cap.actual > cap.bound) return "position";
  return marginBound(shape, after(borrow), borrow);
}

/** Whether size (price impact in pool and margin) or volatility and penalty cost the larger part of the equity. */
function marginBound(shape: TradeShape, amounts: Amounts, borrow: TokenAmount): LeverageBound {
  const { market, pool, debt } = shape;
  const sold = estimateSwap({ pool, tokenIn: debt.token, amountIn: max(borrow, 1n) });
  if (!sold.filled) return "liquidity";
  const flat = market.assets.map((a) => ({ ...a, risk: { ...a.risk, depth: 1n << 200n } }));
  const full = requirement(market, amounts, "initial");
  const deep = requirement({ ...market, assets: flat }, amounts, "initial");
  if (full === undefined || deep === undefined) return "volatility";
  const ofDepth = ((full.friction - deep.friction) * market.initialRatio) / BASIS_POINTS;
  const impact = (usdValue(borrow, debt.price.mid, debt.decimals) * sold.priceImpact) / WAD;
  const ofVolatility = ((spread(deep) + deep.friction) * market.initialRatio) / BASIS_POINTS;
  return ofDepth + impact > ofVolatility ? "depth" : "volatility";
}
