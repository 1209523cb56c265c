import type { PriceState } from "../priceState";
import { type TokenAmount, type Usd, WAD } from "../units";
import { type Amounts, assetValue } from "./EngineRisk";
import { min } from "./FixedPointMath";

/** What the cap needs to know of an asset. */
export interface CappedAsset {
  readonly price: Pick<PriceState, "opening">;
  /** [USD, whole]; undefined without a cap. */
  readonly positionCap: bigint | undefined;
}

/** One leg against the cap of its asset. */
export interface CapUse {
  /** Index of the asset. */
  readonly asset: number;
  /** What of it would have to be unwound. */
  readonly actual: Usd;
  readonly bound: Usd;
}

/**
 * The leg of an account that is nearest to its cap, or furthest above it, as the engine's check of an action that adds
 * risk measures it: of a collateral its value or all the debt, whichever is less, of a debt its value; of one collateral
 * and one debt both are the debt.
 *
 * @returns undefined without debt, without caps or while a price is down.
 */
export function tightestCap(assets: readonly CappedAsset[], amounts: Amounts): CapUse | undefined {
  const debts = values(assets, amounts.debt, "high");
  const collaterals = values(assets, amounts.collateral, "low");
  if (debts === undefined || collaterals === undefined) return undefined;
  const debt = debts.reduce((sum, value) => sum + value, 0n);
  if (debt === 0n) return undefined;
  const isPair = count(amounts.collateral) === 1 && count(amounts.debt) === 1;
  let tightest: CapUse | undefined;
  for (const [asset, { positionCap }] of assets.entries()) {
    if (positionCap === undefined) continue;
    const held = (amounts.collateral[asset] ?? 0n) > 0n;
    const owed = (amounts.debt[asset] ?? 0n) > 0n;
    if (!held && !owed) continue;
    const leg = held ? min(collaterals[asset] ?? 0n, debt) : (debts[asset] ?? 0n);
    const use = { asset, actual: isPair ? debt : leg, bound: positionCap * WAD };
    if (tightest === undefined || use.bound - use.actual < tightest.bound - tightest.actual) tightest = use;
  }
  return tightest;
}

/** Values at the opening price by asset; undefined while one that is needed is down. */
function values(
  assets: readonly CappedAsset[],
  amounts: readonly TokenAmount[],
  bound: "low" | "high",
): readonly Usd[] | undefined {
  const result: Usd[] = [];
  for (const [i, { price }] of assets.entries()) {
    const amount = amounts[i] ?? 0n;
    if (amount > 0n && price.opening[bound] === 0n) return undefined;
    result.push(assetValue(amount, price.opening[bound], bound === "low" ? "down" : "up"));
  }
  return result;
}

function count(amounts: readonly TokenAmount[]): number {
  return amounts.filter((amount) => amount > 0n).length;
}
