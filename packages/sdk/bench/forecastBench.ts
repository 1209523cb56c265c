import { ewma, fitGarch11, garch11 } from "../src/risk/comparisons";
import { type Candle, CandleFileError } from "./candles";
import { replay } from "./replay";

const DAY = 86_400;
const YEAR = 365 * DAY;
const MIN_EVALUATED = 30 * 24;

/** Mean QLIKE of each forecast of the next 24 hours; lower is better. */
export interface ForecastRow {
  readonly file: string;
  /** HAR-RV with fixed weights 0.5 / 0.3 / 0.2, as on chain. */
  readonly har: number;
  /** What the contract counts: its learned forecast while that scores better, else the fixed one. */
  readonly learned: number;
  /** RiskMetrics, 0.94 a day. */
  readonly ewma: number;
  /** GARCH(1,1), fitted to the first year. */
  readonly garch: number;
  /** The learned forecast, whether it counts or not. */
  readonly learnedAlways: number;
  /** Share of the hours in which the learned forecast counted. */
  readonly counted: number;
  /** Hours evaluated. */
  readonly hours: number;
}

/** Scores every hour after the first year whose next day is in the file. */
export function forecastBench(candles: readonly Candle[], file: string): ForecastRow {
  const returns = candles.map((c, i) => (i === 0 ? 0 : Math.log(c.close / (candles[i - 1] as Candle).close)));
  const start = (candles[0]?.time ?? 0) + YEAR;
  const first = candles.findIndex(({ time }) => time >= start);
  if (first < 0 || candles.length - first < MIN_EVALUATED + 24)
    throw new CandleFileError(
      file,
      0,
      `spans too little: a year to warm up and ${MIN_EVALUATED} hours to score are needed`,
    );

  const readings = replay(candles);
  const smooth = ewma(returns);
  const garch = garch11(returns, fitGarch11(returns.slice(1, first)));
  const sums: number[] = [];
  let total = 0;
  for (const value of returns) {
    total += value * value;
    sums.push(total);
  }
  const places = new Map(candles.map(({ time }, i) => [time, i]));

  const qlike = [0, 0, 0, 0, 0];
  let [hours, counted] = [0, 0];
  for (let i = first; i < candles.length; i++) {
    const end = places.get((candles[i] as Candle).time + DAY);
    const realised = end === undefined ? 0 : (sums[end] as number) - (sums[i] as number);
    if (realised <= 0) continue;
    const { forecast } = readings[i] as (typeof readings)[number];
    const forecasts = [
      toDay(forecast.baseline),
      toDay(forecast.counted),
      smooth[i] as number,
      garch[i] as number,
      toDay(forecast.learned),
    ];
    forecasts.forEach((f, k) => {
      qlike[k] = (qlike[k] as number) + realised / f - Math.log(realised / f) - 1;
    });
    hours++;
    if (forecast.counted === forecast.learned) counted++;
  }
  if (hours < MIN_EVALUATED)
    throw new CandleFileError(file, 0, `has ${hours} hours to score: ${MIN_EVALUATED} are needed`);
  const [har, learned, smoothed, fitted, always] = qlike.map((sum) => sum / hours) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    file,
    har,
    learned,
    ewma: smoothed,
    garch: fitted,
    learnedAlways: always,
    counted: counted / hours,
    hours,
  };
}

/** Variance of a day of the mean of an hour [2^-64]. */
function toDay(variance: bigint): number {
  return (24 * Number(variance)) / 2 ** 64;
}
