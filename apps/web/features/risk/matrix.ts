import type { CorrelationPair, Wad } from "@gimbal/sdk";

/** One cell: above the diagonal what is estimated, below it what counts. */
export type MatrixCell =
  | { readonly kind: "self" }
  | { readonly kind: "unknown" }
  | { readonly kind: "raw" | "usable"; readonly value: Wad; readonly parts: boolean };

export interface MatrixRow {
  readonly symbol: string;
  readonly cells: readonly MatrixCell[];
}

/** Every token against every other, in the order in which the pairs name them. */
export function matrixOf(pairs: readonly CorrelationPair[]): readonly MatrixRow[] {
  const symbols = [...new Set(pairs.flatMap(({ symbols: both }) => both))];
  const find = (a: string, b: string) =>
    pairs.find(({ symbols: [x, y] }) => (x === a && y === b) || (x === b && y === a));
  return symbols.map((symbol, row) => ({
    symbol,
    cells: symbols.map((other, column): MatrixCell => {
      if (row === column) return { kind: "self" };
      const pair = find(symbol, other);
      if (pair === undefined) return { kind: "unknown" };
      const [kind, value] = column > row ? (["raw", pair.raw] as const) : (["usable", pair.usable] as const);
      return { kind, value, parts: pair.parts };
    }),
  }));
}

/** Strength of a cell's tint in percent: the design's scale from 6 to 24 for estimates, half of it for what counts. */
export function tintOf({ kind, value }: { readonly kind: "raw" | "usable"; readonly value: Wad }): number {
  const strength = Math.min(1, Math.max(0, Number(value) / 1e18));
  return Math.round(kind === "raw" ? 4 + 24 * strength ** 2 : 4 + 7 * strength);
}
