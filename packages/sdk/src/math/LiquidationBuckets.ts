import type { AssetPrice } from "../units";

/** Number of buckets of a pair in the liquidation map. */
export const BUCKETS = 256;
const OCTAVE = 32n;

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
