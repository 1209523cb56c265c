import { ASSETS, type FloatMarket, MAX_IMPACT } from "./floatMarket";

/** The assets of a set of accounts: those they hold and those they owe, by bit. */
export interface Shape {
  readonly held: readonly number[];
  readonly owed: readonly number[];
}

/** The assets of two masks. */
export function shapeOf(heldMask: number, owedMask: number): Shape {
  const bits = (mask: number) => [...Array(ASSETS).keys()].filter((i) => ((mask >> i) & 1) === 1);
  return { held: bits(heldMask), owed: bits(owedMask) };
}

/** Whether every price that the accounts need is there. */
export function isPriced({ held, owed }: Shape, market: FloatMarket): boolean {
  return (
    held.every((i) => (market.held[i] as number) > 0) && owed.every((i) => (market.owed[i] as number) > 0)
  );
}

/** `C − D − MM` and `C + D` of one account, written into `out` [USD]. `amounts`: collateral, then scaled debt. */
export function measure(
  { held, owed }: Shape,
  market: FloatMarket,
  amounts: Float64Array,
  at: number,
  out: Float64Array,
): void {
  const { v, penalty, impact, rho } = market;
  let [collateral, debt, longs, shorts, friction, hedged] = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < held.length; k++) {
    const i = held[k] as number;
    const x = (amounts[at + k] as number) * (market.held[i] as number);
    collateral += x;
    longs += x * (v[i] as number);
    friction += x * ((penalty[i] as number) + Math.min(x * (impact[i] as number), MAX_IMPACT));
  }
  for (let k = 0; k < owed.length; k++) {
    const j = owed[k] as number;
    const x = (amounts[at + held.length + k] as number) * (market.owed[j] as number);
    const weight = x * (v[j] as number);
    debt += x;
    shorts += weight;
    friction += x * ((penalty[j] as number) + Math.min(x * (impact[j] as number), MAX_IMPACT));
    for (let l = 0; l < held.length; l++) {
      const i = held[l] as number;
      const credit = rho[j * ASSETS + i] as number;
      if (credit === 0) continue;
      hedged += credit * weight * (amounts[at + l] as number) * (market.held[i] as number) * (v[i] as number);
    }
  }
  const spread = Math.sqrt(Math.max(0, longs * longs + shorts * shorts - 2 * hedged));
  out[0] = collateral - debt - spread - friction;
  out[1] = collateral + debt;
}
