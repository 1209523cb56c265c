import { abs } from "./FixedPointMath";

/**
 * Last integer on the way from `good` to `bad` that still holds: its neighbour towards `bad` does not. Interpolates
 * (Illinois) because what is asked here is nearly linear, and halves every third time, so that it ends in any case.
 *
 * @param good Holds: slack of 0 or more.
 * @param bad Does not: negative slack. On either side of `good`.
 * @param slack By how much a value holds; its sign changes once between the two.
 */
export function lastGood(good: bigint, bad: bigint, slack: (x: bigint) => bigint): bigint {
  let [holds, fails] = [good, bad];
  let [above, below] = [slack(holds), slack(fails)];
  let previous: "holds" | "fails" | undefined;
  for (let turn = 1; abs(fails - holds) > 1n; turn++) {
    const width = fails - holds;
    const step = turn % 3 === 0 ? width / 2n : (width * above) / (above - below);
    const x = holds + inside(step, width);
    const value = slack(x);
    if (value >= 0n) {
      [holds, above] = [x, value];
      if (previous === "holds") below /= 2n;
      previous = "holds";
    } else {
      [fails, below] = [x, value];
      if (previous === "fails") above /= 2n;
      previous = "fails";
    }
    if (below === 0n) below = -1n;
  }
  return holds;
}

/** A step of at least one that leaves at least one. */
function inside(step: bigint, width: bigint): bigint {
  const unit = width > 0n ? 1n : -1n;
  if (abs(step) < 1n) return unit;
  return abs(step) >= abs(width) ? width - unit : step;
}
