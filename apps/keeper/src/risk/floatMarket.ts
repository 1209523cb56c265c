import type { KeptMarket } from "./market";

/** Most assets of a market. */
export const ASSETS = 16;
/** κ saturates here; `MAX_IMPACT` of the engine. */
export const MAX_IMPACT = 0.1;
/** Amount · price / 1e18 is USD wad, so that amount · price / 1e36 is USD. */
const PRICE_SCALE = 1e36;
const INDEX_ONE = 2 ** 60;
const WAD = 1e18;

/** The prices and parameters of a market in floating point: what the pre-filter works with, never a decision. */
export interface FloatMarket {
  /** USD of one unit of collateral; 0 while the price is down. */
  readonly held: Float64Array;
  /** USD of one unit of scaled debt; 0 while the price is down. */
  readonly owed: Float64Array;
  /** Maintenance. */
  readonly v: Float64Array;
  readonly penalty: Float64Array;
  /** `1 / (200·depth)`: κ of one dollar; infinite without depth. */
  readonly impact: Float64Array;
  /** Usable correlation of long `i` and short `j` at `j·16 + i`. */
  readonly rho: Float64Array;
}

/** A market as the index reads it. */
export function floatMarket({ assets }: Pick<KeptMarket, "assets">): FloatMarket {
  const market: FloatMarket = {
    held: new Float64Array(ASSETS),
    owed: new Float64Array(ASSETS),
    v: new Float64Array(ASSETS),
    penalty: new Float64Array(ASSETS),
    impact: new Float64Array(ASSETS),
    rho: new Float64Array(ASSETS * ASSETS),
  };
  for (const [i, { price, risk, reserve }] of assets.entries()) {
    market.held[i] = Number(price.maintenance.high) / PRICE_SCALE;
    market.owed[i] = (Number(price.maintenance.low) / PRICE_SCALE) * (Number(reserve.index) / INDEX_ONE);
    market.v[i] = Number(risk.maintenanceMargin) / WAD;
    market.penalty[i] = Number(risk.penalty) / WAD;
    market.impact[i] = 1 / (200 * Number(risk.depth));
    for (const [j, other] of assets.entries()) {
      if (risk.correlations === 0n || other.risk.correlations === 0n) continue;
      market.rho[i * ASSETS + j] = Number((risk.correlations >> BigInt(8 * j)) & 255n) / 256;
    }
  }
  return market;
}
