import { assetPrice, EngineRisk, type Position, type Usd, withPrice } from "@gimbal/sdk";
import { softOf } from "./zones";

/** How far from liquidation the soft zone is looked for. */
const REACH = 4n;
/** Finer than any price on screen [USD wad]. */
const RESOLUTION = 10n ** 12n;

/**
 * Price of the base asset at which a position enters the soft zone, on the safe side of the boundary. Undefined where
 * there is none, or a price the position needs is down.
 */
export function warningPrice(position: Position, soft: bigint = softOf(position)): Usd | undefined {
  const { liquidationPrice, side } = position;
  if (typeof liquidationPrice !== "bigint" || side === undefined) return undefined;
  let soon = liquidationPrice;
  let safe = side === "long" ? liquidationPrice * REACH : liquidationPrice / REACH;
  if (!isSafeAt(position, safe, soft)) return undefined;
  while ((safe > soon ? safe - soon : soon - safe) > RESOLUTION) {
    const middle = (safe + soon) / 2n;
    if (isSafeAt(position, middle, soft)) safe = middle;
    else soon = middle;
  }
  return safe;
}

function isSafeAt({ market, legs, base }: Position, price: Usd, soft: bigint): boolean {
  const collateral = market.assets.map(() => 0n);
  const debt = market.assets.map(() => 0n);
  for (const leg of legs) {
    collateral[leg.asset.index] = leg.collateral;
    debt[leg.asset.index] = leg.debt;
  }
  const moved = withPrice(market, base.index, assetPrice(price, base.decimals));
  const health = EngineRisk.health(moved, { collateral, debt }, "maintenance");
  const factor = health === undefined ? undefined : EngineRisk.factorOf(health);
  return factor === null || (factor !== undefined && factor >= soft);
}
