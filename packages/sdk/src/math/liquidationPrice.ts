import type { AssetPrice } from "../units";
import { type Amounts, health, type RiskAsset, type RiskMarket } from "./EngineRisk";
import { min } from "./FixedPointMath";
import { lastGood } from "./lastGood";
import { MAX_LEG_VALUE } from "./MarginMath";

const MAX_PRICE = (1n << 128n) - 1n;
const WAD = 10n ** 18n;

/** Parameters of {@link liquidationPrice}. */
export interface LiquidationPriceParameters {
  readonly market: RiskMarket;
  readonly amounts: Amounts;
  /** Index of the asset whose price moves; all other prices stay. */
  readonly asset: number;
  /** Distance of two prices that the oracle can tell apart; 1, the resolution of its words, when left out. */
  readonly tick?: AssetPrice;
}

/**
 * Last price of one asset at which an account is healthy: it covers its maintenance margin there and is liquidatable one
 * tick beyond, by the predicate of the engine itself.
 *
 * Found by search over the integer price. Health is monotone in one price, because the rails of the engine keep every
 * marginal margin below 1: a higher price helps what is held and hurts what is owed.
 *
 * @param parameters.market Prices and risk parameters.
 * @param parameters.amounts Collateral and debt by asset index.
 * @param parameters.asset Index of the asset whose price moves.
 * @param parameters.tick Resolution of the price.
 * @returns Price, a multiple of the tick; `null` if no price of this asset makes a difference; undefined while the price
 * of another asset of the account is down, or an asset is worth more than the engine values.
 *
 * @example
 * const boundary = liquidationPrice({ market, amounts: account, asset: 1 });
 */
export function liquidationPrice(parameters: LiquidationPriceParameters): AssetPrice | null | undefined {
  const { market, amounts, asset, tick = 1n } = parameters;
  const held = amounts.collateral[asset] ?? 0n;
  const owed = amounts.debt[asset] ?? 0n;
  if ((held === 0n && owed === 0n) || amounts.debt.every((debt) => debt === 0n)) return null;
  // The largest price whose leg the engine still values: one more and it would refuse the account.
  const most = min(MAX_PRICE, ((MAX_LEG_VALUE - 1n) * WAD) / (held + owed)) / tick;
  const slack = (ticks: bigint) => {
    const h = health(withPrice(market, asset, ticks * tick), amounts, "maintenance");
    return h === undefined ? undefined : h.collateral - h.debt - h.margin;
  };
  const [bottom, top] = [slack(1n), slack(most)];
  if (bottom === undefined || top === undefined) return undefined;
  if (bottom >= 0n === top >= 0n) return null;
  const [good, bad] = bottom >= 0n ? [1n, most] : [most, 1n];
  return lastGood(good, bad, (ticks) => slack(ticks) as bigint) * tick;
}

/** The market with both sources of one asset at a price. */
export function withPrice<market extends RiskMarket>(
  market: market,
  asset: number,
  price: AssetPrice,
): market {
  const bounds = { low: price, high: price };
  const assets = market.assets.map((a: RiskAsset, i) =>
    i === asset ? { ...a, price: { ...a.price, opening: bounds, maintenance: bounds } } : a,
  );
  return { ...market, assets };
}
