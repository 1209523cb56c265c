import type { Position } from "../types";
import { positionIn } from "./positionIn";

/**
 * What a trader calls positions: one for each asset besides the quote asset that an account holds or owes. An account of
 * a market with several assets has several, which share its equity and its health.
 *
 * @param account Position of an account.
 * @returns One position per asset in the order of the market; the account itself where it has the quote asset alone.
 *
 * @example
 * const rows = positionsOf(snapshot).flatMap(splitPosition);
 */
export function splitPosition(account: Position): readonly Position[] {
  const traded = account.legs.filter(({ asset }) => asset.index !== account.quote.index);
  if (traded.length === 0) return [account];
  return traded.map(({ asset }) => positionIn(account, asset.index));
}
