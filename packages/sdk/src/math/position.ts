import type { AccountId, AssetState, MarketState, Position, PositionLeg } from "../types";
import { type Usd, WAD, type Wad } from "../units";
import { type Amounts, covers, factorOf, health } from "./EngineRisk";
import { abs } from "./FixedPointMath";
import { liquidationPrice } from "./liquidationPrice";
import { usdPrice, usdValue } from "./prices";
import { sumKnown } from "./sum";

/**
 * An account as a trader sees it, from amounts that the chain has or that an action would leave.
 *
 * @param market Market of the account.
 * @param account Account id.
 * @param amounts Collateral and debt by asset index.
 * @param asset Index of the asset that side, size, leverage and liquidation price are about; the largest exposure besides
 * the quote asset when left out.
 * @returns The position; undefined if the account holds and owes nothing.
 *
 * @example
 * const after = position(market, account, { collateral: [0n, 3n * 10n ** 18n], debt: [5_000_000_000n, 0n] });
 */
export function position(
  market: MarketState,
  account: AccountId,
  amounts: Amounts,
  asset?: number,
): Position | undefined {
  const legs = market.assets.flatMap((state) => leg(state, amounts));
  if (legs.length === 0) return undefined;
  const base = (asset === undefined ? undefined : market.assets[asset]) ?? baseOf(market, legs);
  const exposure = legs.find((l) => l.asset.index === base.index);
  const net = exposure?.net ?? 0n;
  const sizeValue = exposure === undefined ? 0n : magnitude(exposure.netValue);
  const equity = sumKnown(legs.map((l) => l.netValue));
  const maintenance = health(market, amounts, "maintenance");
  const liquidation = liquidationOf(market, amounts, base, net);
  return {
    account,
    market,
    side: net > 0n ? "long" : net < 0n ? "short" : undefined,
    base,
    quote: market.assets[0] as AssetState,
    size: abs(net),
    sizeValue,
    legs,
    equity,
    leverage:
      sizeValue === undefined || equity === undefined || equity <= 0n
        ? undefined
        : (sizeValue * WAD) / equity,
    maintenance,
    health: maintenance === undefined ? undefined : factorOf(maintenance),
    liquidatable: maintenance === undefined ? undefined : maintenance.debt !== 0n && !covers(maintenance),
    liquidationPrice: liquidation,
    liquidationDistance: distance(liquidation, base.price.mid),
    borrowRate: borrowRate(legs),
  };
}

function leg(asset: AssetState, amounts: Amounts): PositionLeg[] {
  const collateral = amounts.collateral[asset.index] ?? 0n;
  const debt = amounts.debt[asset.index] ?? 0n;
  if (collateral === 0n && debt === 0n) return [];
  const net = collateral - debt;
  const { mid } = asset.price;
  return [
    { asset, collateral, debt, net, netValue: mid === 0n ? undefined : usdValue(net, mid, asset.decimals) },
  ];
}

/** The largest exposure besides the quote asset; asset 1 while there is none. */
function baseOf(market: MarketState, legs: readonly PositionLeg[]): AssetState {
  let best: PositionLeg | undefined;
  for (const l of legs) {
    if (l.asset.index === 0) continue;
    if (best === undefined || abs(l.netValue ?? 0n) > abs(best.netValue ?? 0n)) best = l;
  }
  return best?.asset ?? (market.assets[1] as AssetState);
}

/** Rounded towards the present price, so that the account is still healthy at the price that is shown. */
function liquidationOf(
  market: MarketState,
  amounts: Amounts,
  base: AssetState,
  net: bigint,
): Usd | null | undefined {
  const price = liquidationPrice({ market, amounts, asset: base.index });
  if (price === null || price === undefined) return price;
  return usdPrice(price, base.decimals, net > 0n ? "up" : "down");
}

function distance(price: Usd | null | undefined, mid: Usd): Wad | null | undefined {
  if (price === null) return null;
  if (price === undefined || mid === 0n) return undefined;
  return ((price - mid) * WAD) / mid;
}

/** Weighted by value, rounded up. */
function borrowRate(legs: readonly PositionLeg[]): Wad | undefined {
  const debts = legs.filter((l) => l.debt !== 0n);
  if (debts.length < 2) return debts[0]?.asset.reserve.borrowRate;
  let cost = 0n;
  let total = 0n;
  for (const { asset, debt } of debts) {
    const value = usdValue(debt, asset.price.mid, asset.decimals);
    if (value === 0n) return undefined;
    cost += value * asset.reserve.borrowRate;
    total += value;
  }
  return (cost + total - 1n) / total;
}

function magnitude(x: bigint | undefined): bigint | undefined {
  return x === undefined ? undefined : abs(x);
}
