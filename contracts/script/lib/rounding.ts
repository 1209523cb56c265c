/** What the contracts make of values they store in fewer bits than they are given in. */

/** Largest value of `bits` significant bits that is not above `value`. */
export function floorToBits(value: bigint, bits: number): bigint {
  const excess = BigInt(Math.max(0, value.toString(2).length - bits));
  return (value >> excess) << excess;
}

/** Smallest value of `bits` significant bits that is not below `value`. */
export function ceilToBits(value: bigint, bits: number): bigint {
  const floor = floorToBits(value, bits);
  if (floor === value) return value;
  const excess = BigInt(value.toString(2).length - bits);
  return floor + (1n << excess);
}

/** Smallest power of two that is not below `value`. */
export function ceilToPowerOfTwo(value: bigint): bigint {
  return ceilToBits(value, 1);
}

/** Wad to units of 1e-4, rounded up. */
export function wadToBasisPoints(value: bigint): number {
  return Number((value + 10n ** 14n - 1n) / 10n ** 14n);
}
