/** Where amounts become floats: for pixels only, never for a number that is shown or signed. */
export function toPlot(value: bigint, decimals = 18): number {
  return Number(value) / 10 ** decimals;
}
