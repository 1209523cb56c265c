import { driftOf, steepest } from "./drift";
import type { FloatMarket } from "./floatMarket";
import { measure, type Shape } from "./shape";

/** Orders the accounts of a shape so that those a market can have made unhealthy come first. */
export interface Ordering {
  /** Place of an account; the larger, the sooner it is unhealthy. */
  key(amounts: Float64Array, at: number): number;
  /** Accounts with a smaller key are healthy in this market for certain; −∞ if nothing is certain. */
  cut(market: FloatMarket): number;
}

/** Roundings of floating point, many times over. */
const SLACK = 1e-9;
/** Below this, too much would hang on one margin: everything is looked at. */
const LEAST_SLOPE = 0.05;
const STEPS = 200;

/** Accounts of one collateral and one debt: by the price of the collateral in debt at which they become unhealthy. */
export function pairOrdering(shape: Shape, reference: FloatMarket): Ordering {
  const [long, short] = [shape.held[0] as number, shape.owed[0] as number];
  const ratioOf = (market: FloatMarket) => (market.held[long] as number) / (market.owed[short] as number);
  const ratio = ratioOf(reference);
  const out = new Float64Array(2);
  const pair = new Float64Array(2);
  // What moves least stays where it is: the quote asset, which is the first.
  const fixesHeld = long === 0;
  const moved = fixesHeld ? 1 : 0;
  const slackAt = (amounts: Float64Array, at: number, scale: number) => {
    pair[0] = amounts[at] as number;
    pair[1] = amounts[at + 1] as number;
    pair[moved] = (pair[moved] as number) * scale;
    measure(shape, reference, pair, 0, out);
    return (out[0] as number) / (out[1] as number);
  };
  return {
    key(amounts, at) {
      // More collateral is better, more debt is worse: `bad` and `good` close in on the boundary.
      let [bad, good] = fixesHeld ? [2 ** 40, 2 ** -40] : [2 ** -40, 2 ** 40];
      if (slackAt(amounts, at, good) < 0) return Number.POSITIVE_INFINITY;
      if (slackAt(amounts, at, bad) >= 0) return 0;
      let [slackBad, slackGood] = [slackAt(amounts, at, bad), slackAt(amounts, at, good)];
      for (let step = 0; step < STEPS && Math.abs(good / bad - 1) > SLACK / 4; step++) {
        // False position where the ends are near, the geometric mean where they are not.
        const near = Math.abs(good / bad - 1) < 0.5 && step % 3 !== 2;
        const middle = near
          ? bad + ((good - bad) * -slackBad) / (slackGood - slackBad)
          : Math.sqrt(bad * good);
        const slack = slackAt(amounts, at, middle);
        if (slack >= 0) [good, slackGood] = [middle, slack];
        else [bad, slackBad] = [middle, slack];
      }
      return fixesHeld ? ratio / good : ratio * good;
    },
    cut(market) {
      const drift = driftOf(shape, reference, market);
      const slope = 1 - Math.max(steepest(shape, reference), steepest(shape, market));
      if (drift.correlations || slope < LEAST_SLOPE) return Number.NEGATIVE_INFINITY;
      // κ is the only part of the margin that does not scale: a larger position needs more of it.
      const [before, after] = fixesHeld
        ? [reference.held[long] as number, market.held[long] as number]
        : [reference.owed[short] as number, market.owed[short] as number];
      const larger = 0.2 * Math.max(0, after / before - 1);
      const guard = (larger + 2 * drift.margins) / slope;
      return guard > 0.25 ? Number.NEGATIVE_INFINITY : ratioOf(market) * (1 - 2 * guard - SLACK);
    },
  };
}

/** Accounts of several assets: by what prices may do to them, at worst, before they become unhealthy. */
export function boundOrdering(shape: Shape, reference: FloatMarket): Ordering {
  const out = new Float64Array(2);
  return {
    key(amounts, at) {
      measure(shape, reference, amounts, at, out);
      return -(out[0] as number) / (out[1] as number);
    },
    cut(market) {
      const drift = driftOf(shape, reference, market);
      if (drift.correlations) return Number.NEGATIVE_INFINITY;
      const steep = 1 + Math.max(steepest(shape, reference), steepest(shape, market));
      const most = drift.prices * steep + drift.margins * (1 + drift.prices);
      return -most - SLACK;
    },
  };
}
