import type { Position } from "../types";
import { position } from "./position";

/**
 * The same account with another of its assets in view: side, size, leverage and liquidation price are of that asset, all
 * others staying; equity, health and legs are of the account.
 *
 * @param account Position of an account.
 * @param base Index of the asset.
 * @returns The position about that asset; its size is 0 where the account neither holds nor owes it.
 *
 * @example
 * const [btc] = positionsOf(snapshot).map((open) => positionIn(open, 2));
 */
export function positionIn(account: Position, base: number): Position {
  if (account.base.index === base) return account;
  const { market, legs } = account;
  const collateral = market.assets.map(() => 0n);
  const debt = market.assets.map(() => 0n);
  for (const leg of legs) {
    collateral[leg.asset.index] = leg.collateral;
    debt[leg.asset.index] = leg.debt;
  }
  return position(market, account.account, { collateral, debt }, base) ?? account;
}
