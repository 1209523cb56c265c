/** Math.min and Math.max take no bigint. */
export function min(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

export function max(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}

export function abs(a: bigint): bigint {
  return a < 0n ? -a : a;
}
