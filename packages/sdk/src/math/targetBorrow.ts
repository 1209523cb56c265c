import { accountOf } from "../entities/snapshot";
import type { AccountId, Side, Snapshot } from "../types";
import type { AssetPrice, TokenAmount } from "../units";
import { type Amounts, health } from "./EngineRisk";
import { estimateSwap } from "./estimateSwap";
import { max, min } from "./FixedPointMath";
import { lastGood } from "./lastGood";
import { withPrice } from "./liquidationPrice";
import { collateralToOpen, EMPTY, moved, soldToOpen, type TradeShape, tradeShape } from "./trade";

/** A position that is opened or added to, before its debt is known. */
export interface TargetParameters {
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

/** Parameters of {@link borrowForSize}. */
export interface BorrowForSizeParameters extends TargetParameters {
  /** Size of the whole position after the trade [units of the base asset]. */
  readonly size: TokenAmount;
}

/**
 * Least debt with which a position reaches a size, the pool's price impact and fee included: a long holds at least that
 * much of the base asset then, a short owes it.
 *
 * @param parameters.snapshot Snapshot.
 * @param parameters.market Market id.
 * @param parameters.side Direction.
 * @param parameters.equity Equity paid in.
 * @param parameters.account Account the position is added to.
 * @param parameters.size Size wanted.
 * @returns Debt to take; 0 where the position is at least as large without any; undefined where all the cash of the
 * reserve does not reach the size.
 * @throws {GimbalError} when market, asset, pool or account are not in the snapshot.
 *
 * @example
 * const borrow = borrowForSize({ snapshot, market: 1, side: "long", equity: 1_000_000_000n, size: 10n ** 18n });
 */
export function borrowForSize(parameters: BorrowForSizeParameters): TokenAmount | undefined {
  const { shape, after, ceiling } = opened(parameters);
  const sizeOf = ({ collateral, debt }: Amounts) =>
    (shape.side === "long" ? collateral : debt)[shape.base.index] ?? 0n;
  const surplus = (borrow: TokenAmount) => sizeOf(after(borrow)) - parameters.size;
  if (surplus(0n) >= 0n) return 0n;
  return surplus(ceiling) < 0n ? undefined : lastGood(ceiling, 0n, surplus);
}

/** Parameters of {@link borrowForLiquidationPrice}. */
export interface BorrowForLiquidationPriceParameters extends TargetParameters {
  /** Price of the base asset at which the position is still to be healthy. */
  readonly price: AssetPrice;
}

/**
 * Most debt with which a position is healthy at a price of its base asset: that price is its liquidation price then, but
 * for a unit of debt. All other prices and all margins stay as they are.
 *
 * @param parameters.snapshot Snapshot.
 * @param parameters.market Market id.
 * @param parameters.side Direction.
 * @param parameters.equity Equity paid in.
 * @param parameters.account Account the position is added to.
 * @param parameters.price Liquidation price wanted.
 * @returns Debt to take; undefined where the position is not healthy at that price even without new debt, or the
 * price of another of its assets is down.
 * @throws {GimbalError} when market, asset, pool or account are not in the snapshot.
 *
 * @example
 * const price = 2_200n * 10n ** 18n;
 * const borrow = borrowForLiquidationPrice({ snapshot, market: 1, side: "long", equity: 1_000_000_000n, price });
 */
export function borrowForLiquidationPrice(
  parameters: BorrowForLiquidationPriceParameters,
): TokenAmount | undefined {
  const { shape, after, ceiling } = opened(parameters);
  const market = withPrice(shape.market, shape.base.index, parameters.price);
  const slack = (borrow: TokenAmount) => {
    const h = health(market, after(borrow), "maintenance");
    return h === undefined ? -1n : h.collateral - h.debt - h.margin;
  };
  if (slack(0n) < 0n) return undefined;
  return slack(ceiling) >= 0n ? ceiling : lastGood(0n, ceiling, slack);
}

interface Opened {
  readonly shape: TradeShape;
  /** Amounts of the account after the trade with this debt. */
  readonly after: (borrow: TokenAmount) => Amounts;
  /** Most that the reserve lends. */
  readonly ceiling: TokenAmount;
}

function opened({ snapshot, market, side, base, equity, account }: TargetParameters): Opened {
  const shape = tradeShape(snapshot, market, side, base);
  const before = account === undefined ? EMPTY : accountOf(snapshot, account);
  const { reserve } = shape.debt;
  return {
    shape,
    ceiling: max(min(reserve.cash, reserve.limits.debtCap - reserve.debt - 1n), 0n),
    after: (borrow) => {
      const sold = soldToOpen(shape, equity, borrow);
      const { amountOut } = estimateSwap({ pool: shape.pool, tokenIn: shape.debt.token, amountIn: sold });
      return moved(shape, before, { collateral: collateralToOpen(shape, equity, amountOut), debt: borrow });
    },
  };
}
