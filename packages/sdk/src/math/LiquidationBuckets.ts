import { type AssetPrice, type Usd, WAD, type Wad } from "../units";

/** Number of buckets of a pair in the liquidation map. */
export const BUCKETS = 256;
const OCTAVE = 32n;
/** Furthest below the ratio of now that an account is filed. */
const MAX_HEALTH = 64n;
/** Debt over what may back it from which on the ring has no room above. */
const MAX_DEFICIT = 2n;

/**
 * Index of the ratio of two prices: 32 an octave, linear inside one.
 *
 * The same integers as `LiquidationBuckets.indexOf` of the contracts.
 *
 * @param numerator Price of the collateral, at least 1.
 * @param denominator Price of the debt, at least 1.
 */
export function indexOf(numerator: bigint, denominator: bigint): bigint {
  const n = log2(numerator);
  const d = log2(denominator);
  const quotient = shift(numerator, 127n - n) / shift(denominator, 63n - d);
  const whole = quotient >> 64n;
  return (n - d + whole - 1n) * OCTAVE + ((quotient >> (58n + whole)) & 31n);
}

/**
 * Bucket in which the map files an account: 0 for debt that can be liquidated at any price.
 *
 * @param collateralPrice Price of the collateral it is filed by.
 * @param debtPrice Price of its primary debt.
 * @param buffer `C − MM`, 0 if there is none.
 * @param debt `D`.
 */
export function bucketOf(collateralPrice: AssetPrice, debtPrice: AssetPrice, buffer: Usd, debt: Usd): number {
  if (debt >= MAX_DEFICIT * buffer || collateralPrice === 0n || debtPrice === 0n) return 0;
  const least = buffer / MAX_HEALTH;
  return ring(indexOf(collateralPrice * (debt < least ? least : debt), debtPrice * buffer));
}

/** Bucket in which ratios of an index are filed. */
function ring(index: bigint): number {
  return Number(BigInt.asUintN(8, index)) || 1;
}

/**
 * Buckets whose debt a fall of the collateral against the debt would make liquidatable, with what is so already: those
 * that `debtAtRisk` of the engine sums.
 *
 * @param gap The fall, at most 0.9.
 */
export function bucketsAtRisk(
  collateralPrice: AssetPrice,
  debtPrice: AssetPrice,
  gap: Wad,
): readonly number[] {
  const top = indexOf(collateralPrice, debtPrice) + OCTAVE;
  const buckets = [0];
  for (let i = indexOf(collateralPrice * (WAD - gap), debtPrice * WAD); i <= top; i += 1n) {
    const bucket = Number(BigInt.asUintN(8, i));
    if (bucket !== 0)
      buckets.push(bucket); // debt of the ring's 0 is filed one higher
    else if (i === top) buckets.push(1);
  }
  return buckets;
}

/** Index that a bucket stands for: the one between seven octaves below `now` and one above. */
export function nearest(bucket: number, now: bigint): bigint {
  const top = now + OCTAVE;
  return top - BigInt.asUintN(8, top - BigInt(bucket));
}

/** Price of the collateral at the lower end of an index, rounded down [unit of debtPrice]. */
export function priceAt(index: bigint, debtPrice: AssetPrice): AssetPrice {
  const exponent = index >> 5n;
  const scaled = debtPrice * (32n + BigInt.asUintN(5, index));
  return exponent >= 5n ? scaled << (exponent - 5n) : scaled >> (5n - exponent);
}

function log2(value: bigint): bigint {
  return BigInt(value.toString(2).length - 1);
}

/** Left by `bits`, or right if they are negative. */
function shift(value: bigint, bits: bigint): bigint {
  return bits >= 0n ? value << bits : value >> -bits;
}
