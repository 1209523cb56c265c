"use client";

import { memo, useMemo } from "react";
import { AxisLayer } from "./axis-layer";
import { CandleLayer } from "./candle-layer";
import type { Candle, Interval } from "./candles";
import { ChartPointer } from "./chart-pointer";
import { conclusionOf } from "./conclusion";
import { frameOf } from "./frame";
import { LevelLines, LevelZones } from "./level-marks";
import { LevelTags } from "./level-tags";
import type { Level } from "./levels";
import { extremesOf, rangeOf, slotsOf } from "./plot-of";
import { useSize } from "./use-size";

export interface PriceChartProps {
  readonly asset: string;
  readonly candles: readonly Candle[];
  readonly interval: Interval;
  readonly levels: readonly Level[];
  /** Stretches the price axis to every level. */
  readonly fitLevels: boolean;
}

const NARROW = 600;
const NARROW_CANDLES = 48;

/**
 * Candles of the index, the lines of the position, and the zones they open. Drawn by hand: the lines follow the thumb of
 * the leverage slider, so a move must cost a line and not a chart.
 */
export const PriceChart = memo(function PriceChart(props: PriceChartProps) {
  const { asset, candles, interval, levels, fitLevels } = props;
  const [ref, size] = useSize<HTMLDivElement>();
  const { width = 0, height = 0 } = size ?? {};
  const isNarrow = width < NARROW;
  const count = isNarrow ? Math.min(NARROW_CANDLES, candles.length) : candles.length;
  const slots = useMemo(() => slotsOf(candles.slice(-count)), [candles, count]);
  const extremes = useMemo(() => extremesOf(slots), [slots]);
  const { low, high } = rangeOf(extremes, levels, fitLevels);
  const frame = useMemo(
    () => frameOf({ width, height }, slots.length, { low, high }),
    [width, height, slots.length, low, high],
  );

  return (
    <div
      ref={ref}
      className="absolute inset-0"
      data-slot="price-chart"
      data-candles={count}
      data-levels={levels.map(({ kind }) => kind).join(" ")}
    >
      {height > 0 && (
        <ChartPointer label={conclusionOf({ asset, interval, levels })} slots={slots} frame={frame}>
          <svg aria-hidden="true" width={width} height={height} className="relative block">
            <LevelZones levels={levels} frame={frame} />
            <AxisLayer slots={slots} frame={frame} />
            <CandleLayer slots={slots} frame={frame} />
            <LevelLines levels={levels} frame={frame} />
            <LevelTags levels={levels} domain={frame.domain} width={width} height={height} short={isNarrow} />
          </svg>
        </ChartPointer>
      )}
    </div>
  );
});
