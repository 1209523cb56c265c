/** Height of a column, in thousandths of the tallest. */
export function heightOf(value: bigint, tallest: bigint): number {
  return tallest === 0n ? 0 : Number((value * 1_000n) / tallest);
}

/** The greatest of the values; 0 of none. */
export function tallestOf(values: readonly bigint[]): bigint {
  let tallest = 0n;
  for (const value of values) if (value > tallest) tallest = value;
  return tallest;
}
