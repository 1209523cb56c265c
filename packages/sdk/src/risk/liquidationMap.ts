import { BUCKETS, indexOf, nearest, priceAt } from "../math/LiquidationBuckets";
import type { AssetPrice, TokenAmount, Usd } from "../units";
import type { MapBucket } from "./report";

/** Asset of a pair: price as the engine uses it, and decimals. */
interface PairAsset {
  readonly price: AssetPrice;
  readonly decimals: number;
}

/** Debt of bucket 0, which can be liquidated at any price, is shown at the price of now. */
const UNKNOWN = 0;

/**
 * Buckets of a pair that hold debt, by price of the base asset, lowest first.
 *
 * @param debts Debt by bucket, `liquidationMap` of the engine [units of the debt asset].
 * @param side `long`: the base asset backs debt in the quote asset; `short` the reverse.
 */
export function mapBuckets(
  debts: readonly TokenAmount[],
  side: "long" | "short",
  base: PairAsset,
  quote: PairAsset,
): readonly MapBucket[] {
  const [collateral, debt] = side === "long" ? [base, quote] : [quote, base];
  if (collateral.price === 0n || debt.price === 0n) return [];
  const now = indexOf(collateral.price, debt.price);
  const buckets: MapBucket[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    const owed = debts[bucket] ?? 0n;
    if (owed === 0n) continue;
    const index = bucket === UNKNOWN ? now : nearest(bucket, now);
    const edges = [index, index + 1n].map((at) => {
      const collateralPrice = priceAt(at, debt.price);
      // a short is liquidated where the base, not the quote, has moved
      const price =
        side === "long" ? collateralPrice : (debt.price * collateral.price) / (collateralPrice || 1n);
      return usdOf(price, base.decimals);
    });
    const [one = 0n, other = 0n] = edges;
    buckets.push({
      low: one < other ? one : other,
      high: one < other ? other : one,
      debt: (owed * debt.price) / 10n ** 18n,
    });
  }
  return buckets.sort((a, b) => (a.low < b.low ? -1 : a.low > b.low ? 1 : 0));
}

/** [USD wad per whole token] */
function usdOf(price: AssetPrice, decimals: number): Usd {
  return price / 10n ** BigInt(18 - decimals);
}
