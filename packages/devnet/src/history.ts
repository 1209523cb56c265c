import { DRIVEN_ASSETS } from "./assets";
import type { DriverCall } from "./block";
import type { Market, Prices } from "./market";
import { Walk } from "./walk";

/** Rounds every feed has before the page is shown, and the time between two of them [seconds]. */
export const HISTORY_ROUNDS = 240;
export const HISTORY_STEP = 30;

/** A chart of minutes moves more than one of seconds: walk steps between two rounds. */
const STEPS_PER_ROUND = 6;

/**
 * Publishes the past: rounds at even distances that end at `end` [unix seconds] with the prices of now. The pools are
 * not traded: they, too, are at the prices of now. `then` happens after each round.
 */
export async function writeHistory(
  market: Market,
  end: bigint,
  seed: number,
  then: DriverCall | undefined,
): Promise<void> {
  const path = pathTo(await market.prices(), seed);
  const age = (index: number) => BigInt((path.length - 1 - index) * HISTORY_STEP);
  await market.publishSeries(path.map((prices, index) => ({ prices, timestamp: end - age(index), then })));
}

/** A walk away from the prices, read backwards. */
function pathTo(end: Prices, seed: number): readonly Prices[] {
  const walk = new Walk(end, seed);
  const path: Prices[] = [end];
  let prices = end;
  while (path.length < HISTORY_ROUNDS) {
    for (let step = 0; step < STEPS_PER_ROUND; step += 1) prices = walk.step(prices);
    path.unshift(new Map(DRIVEN_ASSETS.map((asset) => [asset, prices.get(asset) ?? 0n])));
  }
  return path;
}
