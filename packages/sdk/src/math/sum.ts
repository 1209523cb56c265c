/** Sum of values; undefined as soon as one of them is unknown, because a sum without it would be too small. */
export function sumKnown(values: readonly (bigint | undefined)[]): bigint | undefined {
  let total = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    total += value;
  }
  return total;
}
