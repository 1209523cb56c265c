import {
  type ForecastPoint,
  type RiskReport,
  realisedVolatility,
  type TokenRisk,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { toPlot } from "@/lib/plot";
import type { Drawn } from "@/lib/thin";

export const REALISED_WINDOW = 86_400n;

/** Forecast and what came of it at one sample. */
export interface VolatilityPoint {
  /** Unix seconds. */
  readonly time: number;
  readonly forecast: Wad;
  readonly baseline: Wad;
  readonly learned: Wad;
  /** Of the 24 hours before; undefined while there are too few samples. */
  readonly realised: Wad | undefined;
}

/** The samples with their realised volatility, ended by what the report says now. */
export function seriesOf(
  history: readonly ForecastPoint[],
  risk: TokenRisk,
  now: RiskReport["timestamp"],
): readonly VolatilityPoint[] {
  const realised = realisedVolatility(history, REALISED_WINDOW);
  const points = history.map(({ time, volatility, baseline, learned }, i) => ({
    time: Number(time),
    forecast: volatility,
    baseline,
    learned,
    realised: realised[i],
  }));
  const last = history.at(-1);
  if (last !== undefined && last.time >= now) return points;
  const { volatility: forecast, baseline, learned } = risk;
  return [...points, { time: Number(now), forecast, baseline, learned, realised: undefined }];
}

/** Where a point of the forecast is drawn. */
export function drawn({ time, forecast }: VolatilityPoint): Drawn {
  return { x: time, y: toPlot(forecast) };
}

/** The newest known realised volatility. */
export function realisedNow(points: readonly VolatilityPoint[]): Wad | undefined {
  return points.findLast(({ realised }) => realised !== undefined)?.realised;
}

/** Score of the learned forecast over that of the fixed one; undefined while none was scored. */
export function scoreRatio({ scored, learnedScore, baselineScore }: TokenRisk): Wad | undefined {
  return scored === 0 || baselineScore === 0n ? undefined : (learnedScore * WAD) / baselineScore;
}
