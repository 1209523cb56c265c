import {
  forecastVariance,
  pokeVolatility,
  type Staleness,
  type VarianceForecast,
  volatilityAt,
} from "../src/risk/volatility";
import { seedVolatility } from "../src/risk/volatilityState";
import type { Candle } from "./candles";

const WAD = 10n ** 18n;
/** Starting volatility of a new asset: 100 % a year. */
const SEED = WAD;
/** As on chain with a sample an hour: stale after two hours, 200 % a year within the day after. */
const STALENESS: Staleness = { grace: 7200n, stress: 2n * WAD };

/** What the contract would have said after a poke at the close of an hour. */
export interface Reading {
  readonly candle: Candle;
  readonly forecast: VarianceForecast;
  /** In use [a year]. */
  readonly volatility: number;
}

/** Pokes once an hour, through the SDK's twin of the contract: the same integers. */
export function replay(candles: readonly Candle[]): readonly Reading[] {
  let state = seedVolatility(SEED);
  return candles.map((candle) => {
    const time = BigInt(candle.time);
    state = pokeVolatility(state, candle.price, time, STALENESS);
    return {
      candle,
      forecast: forecastVariance(state),
      volatility: Number(volatilityAt(state, time, STALENESS)) / 1e18,
    };
  });
}
