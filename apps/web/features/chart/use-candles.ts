"use client";

import { useMemo, useState } from "react";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { type TradeSeconds, useTradeCandles } from "@/features/indexer/use-trade-candles";
import {
  type Candle,
  defaultInterval,
  type Interval,
  intervals,
  offeredIntervals,
  toCandles,
} from "./candles";
import { usePriceSeries } from "./use-price-series";

/** `oracle`: what margin and liquidation go by. `trades`: what the pool was traded at. */
export type CandleSource = "oracle" | "trades";

/** Lengths the index has [s]. */
const kept: ReadonlySet<number> = new Set<TradeSeconds>([60, 300, 3_600, 86_400]);
const tradeIntervals = intervals.filter(({ seconds }) => kept.has(seconds));

interface Candles {
  readonly state: Loadable<unknown>;
  readonly candles: readonly Candle[];
  readonly offered: readonly Interval[];
  readonly interval: Interval;
  readonly choose: (seconds: number) => void;
  readonly source: CandleSource;
  /** Undefined where there is no index of trades. */
  readonly chooseSource: ((source: CandleSource) => void) | undefined;
}

/** Candles of a market from the source and in the length that somebody chose. */
export function useCandles(slug: string): Candles {
  const series = usePriceSeries(slug);
  const points = dataOf(series) ?? NONE;
  const [chosen, choose] = useState<number>();
  const [source, setSource] = useState<CandleSource>("oracle");
  const ofTrades = source === "trades";

  const offered = ofTrades ? tradeIntervals : offeredIntervals(points);
  const fitting = ofTrades ? tradeIntervals[0] : defaultInterval(points);
  const interval = offered.find(({ seconds }) => seconds === chosen) ?? fitting ?? intervals[1];
  const ofOracle = useMemo(() => toCandles(points, interval.seconds), [points, interval.seconds]);
  const trades = useTradeCandles(slug, ofTrades ? (interval.seconds as TradeSeconds) : 60, ofTrades);
  return {
    state: ofTrades ? trades.candles : series,
    candles: ofTrades ? (dataOf(trades.candles) ?? NONE) : ofOracle,
    offered,
    interval,
    choose,
    source,
    chooseSource: trades.isOffered ? setSource : undefined,
  };
}

const NONE: readonly never[] = [];
