import { factorOf, health } from "../math/EngineRisk";
import type { AssetState, Position } from "../types";
import type { TokenAmount, Wad } from "../units";

/** The least that brings an account back to a health. */
export interface Rescue {
  /** Quote that the account owes is paid back; otherwise it is added as collateral. */
  readonly kind: "repay" | "add";
  readonly asset: AssetState;
  readonly amount: TokenAmount;
}

/**
 * How much of the quote asset lifts an account to a health: paid back where it is owed, added as collateral where not.
 *
 * @param position Position.
 * @param target Health to reach [wad].
 * @returns The least amount; undefined when the account is there already, has no debt, or cannot be valued.
 */
export function rescueOf(position: Position, target: Wad): Rescue | undefined {
  const { market, legs, quote } = position;
  if (typeof position.health !== "bigint" || position.health >= target) return undefined;
  const collateral = market.assets.map(() => 0n);
  const debt = market.assets.map(() => 0n);
  for (const leg of legs) {
    collateral[leg.asset.index] = leg.collateral;
    debt[leg.asset.index] = leg.debt;
  }
  const owed = debt[0] ?? 0n;
  const kind = owed > 0n ? "repay" : "add";
  const reaches = (amount: bigint): boolean => {
    const amounts =
      kind === "repay"
        ? { collateral, debt: [owed - amount, ...debt.slice(1)] }
        : { collateral: [(collateral[0] ?? 0n) + amount, ...collateral.slice(1)], debt };
    const reading = health(market, amounts, "maintenance");
    if (reading === undefined) return false;
    const factor = factorOf(reading);
    return factor === null || factor >= target;
  };
  const most = kind === "repay" ? owed : enough(reaches);
  if (most === undefined || !reaches(most)) return undefined;
  return { kind, asset: quote, amount: least(most, reaches) };
}

const DOUBLINGS = 120n;

/** A power of two that is enough. */
function enough(reaches: (amount: bigint) => boolean): bigint | undefined {
  for (let bits = 0n; bits < DOUBLINGS; bits++) if (reaches(1n << bits)) return 1n << bits;
  return undefined;
}

/** The smallest amount that is enough, if all larger ones up to `most` are. */
function least(most: bigint, reaches: (amount: bigint) => boolean): bigint {
  let [bad, good] = [0n, most];
  while (good - bad > 1n) {
    const middle = (good + bad) / 2n;
    if (reaches(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
