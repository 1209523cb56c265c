import { assetOf, marketOf, poolOf } from "../entities/snapshot";
import type { AssetState, MarketState, PoolState, Side, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import type { Amounts } from "./EngineRisk";
import { divUp } from "./FixedPointMath";

/** Which assets a position of one side holds and owes: a long holds base and owes quote, a short the reverse. */
export interface TradeShape {
  readonly market: MarketState;
  readonly side: Side;
  readonly base: AssetState;
  readonly quote: AssetState;
  /** What the position holds. */
  readonly collateral: AssetState;
  /** What the position owes. */
  readonly debt: AssetState;
  readonly pool: PoolState;
}

/**
 * Assets and pool of a position.
 *
 * @throws {MarketUnknownError} when the snapshot has no such market.
 * @throws {AssetUnknownError} when the market has no such base asset.
 * @throws {PoolUnknownError} when the base asset has no pool.
 */
export function tradeShape(
  snapshot: Snapshot,
  marketId: number | string,
  side: Side,
  baseIndex = 1,
): TradeShape {
  const market = marketOf(snapshot, marketId);
  const base = assetOf(snapshot, marketId, baseIndex);
  const quote = assetOf(snapshot, marketId, 0);
  const pool = poolOf(snapshot, marketId, baseIndex);
  const [collateral, debt] = side === "long" ? [base, quote] : [quote, base];
  return { market, side, base, quote, collateral, debt, pool };
}

/** Sold when opening: a long sells equity and debt, a short the debt alone. */
export function soldToOpen(shape: TradeShape, equity: TokenAmount, borrow: TokenAmount): TokenAmount {
  return shape.side === "long" ? equity + borrow : borrow;
}

/** Collateral added when opening: a long keeps what it bought, a short adds its equity. */
export function collateralToOpen(shape: TradeShape, equity: TokenAmount, bought: TokenAmount): TokenAmount {
  return shape.side === "long" ? bought : equity + bought;
}

/** Amounts after collateral and debt of a trade have moved. Debt that is taken counts as the engine scales it. */
export function moved(
  shape: Pick<TradeShape, "market" | "collateral" | "debt">,
  amounts: Amounts,
  change: { readonly collateral: bigint; readonly debt: bigint },
): Amounts {
  const collateral = shape.market.assets.map((_, i) => amounts.collateral[i] ?? 0n);
  const debt = shape.market.assets.map((_, i) => amounts.debt[i] ?? 0n);
  collateral[shape.collateral.index] = (collateral[shape.collateral.index] as bigint) + change.collateral;
  const owed = debt[shape.debt.index] as bigint;
  debt[shape.debt.index] =
    owed + (change.debt > 0n ? debtTaken(change.debt, shape.debt.reserve.index) : change.debt);
  return { collateral, debt };
}

/** Debt that a borrowed amount becomes: its scaled amount rounds up. */
function debtTaken(amount: TokenAmount, index: bigint): TokenAmount {
  const scaled = divUp(amount << 60n, index);
  return (scaled * index + ((1n << 60n) - 1n)) >> 60n;
}

/** Nothing held, nothing owed. */
export const EMPTY: Amounts = { collateral: [], debt: [] };
