/**
 * Forecasts to compare with, in floating point: nothing on chain depends on them. Both take the log returns of
 * consecutive hours and answer with the variance of the next 24 hours after each.
 */

const DAY = 24;
/** RiskMetrics' 0.94 a day, as a weight of an hour. */
const DAILY_DECAY = 0.94;

/**
 * Exponentially weighted average of squared returns with RiskMetrics' decay of 0.94 a day.
 *
 * @param returns Log return of each hour.
 * @returns Variance of the next 24 hours after each of them.
 */
export function ewma(returns: readonly number[]): readonly number[] {
  const weight = DAILY_DECAY ** (1 / DAY);
  let variance = meanSquare(returns.slice(0, DAY));
  return returns.map((r) => {
    variance = weight * variance + (1 - weight) * r * r;
    return DAY * variance;
  });
}

/** Parameters of GARCH(1,1): `σ²' = omega + alpha·r² + beta·σ²`, all of an hour. */
export interface Garch11 {
  readonly omega: number;
  readonly alpha: number;
  readonly beta: number;
}

/**
 * GARCH(1,1) by maximum likelihood of normal returns (Nelder–Mead on logarithms, so that all stay positive and
 * `alpha + beta < 1`).
 *
 * @param returns Log returns to fit, a year of hours or so.
 */
export function fitGarch11(returns: readonly number[]): Garch11 {
  const variance = meanSquare(returns);
  const parameters = ([level, persistence, share]: readonly number[]): Garch11 => {
    const sum = 1 / (1 + Math.exp(-(persistence as number)));
    const alpha = sum / (1 + Math.exp(-(share as number)));
    return { omega: variance * Math.exp(level as number) * (1 - sum), alpha, beta: sum - alpha };
  };
  const loss = (point: readonly number[]) => {
    const { omega, alpha, beta } = parameters(point);
    let v = variance;
    let sum = 0;
    for (const r of returns) {
      sum += Math.log(v) + (r * r) / v;
      v = omega + alpha * r * r + beta * v;
    }
    return sum / returns.length;
  };
  return parameters(minimise(loss, [0, 4, -2.5]));
}

/**
 * Forecasts of GARCH(1,1): the sum of its variances of the next 24 hours.
 *
 * @param returns Log return of each hour.
 * @param parameters Of {@link fitGarch11}.
 */
export function garch11(returns: readonly number[], { omega, alpha, beta }: Garch11): readonly number[] {
  const sum = alpha + beta;
  const mean = omega / (1 - sum);
  const fading = (1 - sum ** DAY) / (1 - sum);
  let variance = meanSquare(returns.slice(0, DAY));
  return returns.map((r) => {
    variance = omega + alpha * r * r + beta * variance;
    return DAY * mean + (variance - mean) * fading;
  });
}

function meanSquare(returns: readonly number[]): number {
  return Math.max(returns.reduce((sum, r) => sum + r * r, 0) / Math.max(returns.length, 1), 1e-12);
}

interface Vertex {
  readonly at: readonly number[];
  readonly value: number;
}

/** Nelder–Mead with the usual coefficients, 400 steps. */
function minimise(f: (point: readonly number[]) => number, start: readonly number[]): readonly number[] {
  const vertex = (at: readonly number[]): Vertex => ({ at, value: f(at) });
  let simplex = [start, ...start.map((_, i) => start.map((x, j) => (i === j ? x + 0.5 : x)))].map(vertex);
  for (let step = 0; step < 400; step++) {
    simplex = simplex.sort((a, b) => a.value - b.value);
    const [best, worst] = [simplex[0] as Vertex, simplex[start.length] as Vertex];
    if (worst.value - best.value < 1e-12) break;
    const rest = simplex.slice(0, -1);
    const centre = start.map(
      (_, j) => rest.reduce((sum, { at }) => sum + (at[j] as number), 0) / rest.length,
    );
    const along = (t: number) => vertex(centre.map((x, j) => x + t * (x - (worst.at[j] as number))));
    const reflected = along(1);
    const second = rest[rest.length - 1] as Vertex;
    if (reflected.value < best.value) {
      const expanded = along(2);
      simplex = [...rest, expanded.value < reflected.value ? expanded : reflected];
    } else if (reflected.value < second.value) {
      simplex = [...rest, reflected];
    } else {
      const contracted = reflected.value < worst.value ? along(0.5) : along(-0.5);
      simplex =
        contracted.value < Math.min(worst.value, reflected.value)
          ? [...rest, contracted]
          : simplex.map(({ at }) => vertex(at.map((x, j) => (x + (best.at[j] as number)) / 2)));
    }
  }
  return (simplex.sort((a, b) => a.value - b.value)[0] as Vertex).at;
}
