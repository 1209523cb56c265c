import { ASSETS, type FloatMarket, MAX_IMPACT } from "./floatMarket";
import type { Shape } from "./shape";

/** How far a market has moved from the one that keys were computed in, as far as it matters to a set of assets. */
export interface Drift {
  /** Largest relative change of the value of one unit of an asset, either way. */
  readonly prices: number;
  /** What one dollar of an asset may need more of maintenance margin than before: v, π and κ together. */
  readonly margins: number;
  /** Correlations are not the ones of the keys. */
  readonly correlations: boolean;
}

/** Drift of the assets of a shape; prices must be there on both sides. */
export function driftOf({ held, owed }: Shape, from: FloatMarket, to: FloatMarket): Drift {
  let [prices, margins] = [0, 0];
  let correlations = false;
  const change = (a: Float64Array, b: Float64Array, i: number) =>
    Math.abs((b[i] as number) / (a[i] as number) - 1);
  for (const i of held) prices = Math.max(prices, change(from.held, to.held, i));
  for (const j of owed) prices = Math.max(prices, change(from.owed, to.owed, j));
  for (const i of new Set([...held, ...owed])) margins = Math.max(margins, marginRise(from, to, i));
  for (const j of owed)
    for (const i of held) correlations ||= from.rho[j * ASSETS + i] !== to.rho[j * ASSETS + i];
  return { prices, margins, correlations };
}

/** κ = min(0.1, x·impact) grows by at most 0.1 times the relative growth of `impact`. */
function marginRise(from: FloatMarket, to: FloatMarket, i: number): number {
  const rise = (a: Float64Array, b: Float64Array) => Math.max(0, (b[i] as number) - (a[i] as number));
  const [before, after] = [from.impact[i] as number, to.impact[i] as number];
  const thinner = after <= before ? 0 : Math.min(1, after / before - 1);
  return rise(from.v, to.v) + rise(from.penalty, to.penalty) + MAX_IMPACT * thinner;
}

/** Most that one dollar of an asset adds to the maintenance margin: `v + π + 2κ_max`, of the dearest of them. */
export function steepest({ held, owed }: Shape, market: FloatMarket): number {
  const of = (i: number) => (market.v[i] as number) + (market.penalty[i] as number) + 2 * MAX_IMPACT;
  return Math.max(...[...held, ...owed].map(of));
}
