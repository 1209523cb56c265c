import {
  type AccountId,
  accountOf,
  BASIS_POINTS,
  EngineRisk,
  estimateSwap,
  MarginMath,
  type MarketState,
  poolOf,
  type Side,
  type Snapshot,
  type TokenAmount,
  WAD,
  type Wad,
} from "@gimbal/sdk";

/** Collateral and debt of an account by asset index. */
export interface Legs {
  readonly collateral: readonly TokenAmount[];
  readonly debt: readonly TokenAmount[];
}

interface Opening {
  readonly snapshot: Snapshot;
  readonly market: MarketState;
  readonly side: Side;
  /** Index of the base asset; 1 when left out. */
  readonly base?: number;
  readonly account: AccountId;
  readonly equity: TokenAmount;
  readonly borrow: TokenAmount;
}

/** What an account would hold and owe after an opening trade on the pool of the snapshot. */
export function legsAfter(opening: Opening): Legs {
  const { snapshot, market, side, account, equity, borrow, base: index = 1 } = opening;
  const [quote, base] = [market.assets[0], market.assets[index]];
  const before = accountOf(snapshot, account);
  const collateral = market.assets.map(({ index }) => before.collateral[index] ?? 0n);
  const debt = market.assets.map(({ index }) => before.debt[index] ?? 0n);
  if (quote === undefined || base === undefined) return { collateral, debt };
  const [held, owed, sold] = side === "long" ? [base, quote, equity + borrow] : [quote, base, borrow];
  const pool = poolOf(snapshot, market.id, index);
  const { amountOut } = estimateSwap({ pool, tokenIn: owed.token, amountIn: sold });
  collateral[held.index] = (collateral[held.index] ?? 0n) + amountOut + (side === "long" ? 0n : equity);
  debt[owed.index] = (debt[owed.index] ?? 0n) + borrow;
  return { collateral, debt };
}

/** What one unit of value of a position must hold as margin, and why. */
export interface MarginParts {
  readonly volatility: Wad;
  readonly penalty: Wad;
  readonly depth: Wad;
  readonly total: Wad;
  /** Initial over maintenance margin. */
  readonly buffer: Wad;
}

/**
 * Margin of a position taken apart, by the engine's own sums: what prices can move, what a liquidator may earn, what
 * unwinding moves the pool; each as a part of the value of all positions of the account. Undefined while a price is down.
 */
export function marginParts(market: MarketState, legs: Legs): MarginParts | undefined {
  const sums = EngineRisk.requirement(market, legs, "initial");
  if (sums === undefined) return undefined;
  let penalty = 0n;
  let depth = 0n;
  let exposure = 0n;
  for (const { index, price, risk } of market.assets) {
    const held = EngineRisk.assetValue(legs.collateral[index] ?? 0n, price.opening.low, "down");
    const owed = EngineRisk.assetValue(legs.debt[index] ?? 0n, price.opening.high, "up");
    const value = held + owed;
    if (index > 0) exposure += value;
    penalty += (value * risk.penalty) / WAD;
    depth += (value * MarginMath.impact(value, risk.depth)) / WAD;
  }
  if (exposure === 0n) return undefined;
  const share = (value: bigint) => (value * WAD) / exposure;
  const volatility = MarginMath.spread(sums);
  return {
    volatility: share(volatility),
    penalty: share(penalty),
    depth: share(depth),
    total: share(volatility + sums.friction),
    buffer: (market.initialRatio * WAD) / BASIS_POINTS,
  };
}

/** Width of a part in the bar, in thousandths of the whole. */
export function partWidth(part: Wad, { total }: MarginParts): number {
  return total === 0n ? 0 : Number((part * 1_000n) / total);
}
