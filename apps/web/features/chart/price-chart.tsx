"use client";

import { memo, useMemo } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { toPlot } from "@/lib/plot";
import type { Candle, Interval } from "./candles";
import { Candlestick } from "./candlestick";
import { ChartTooltip } from "./chart-tooltip";
import { conclusionOf } from "./conclusion";
import { LevelTags } from "./level-tags";
import type { Level, LevelKind } from "./levels";
import { plotOf } from "./plot-of";
import { GUTTER, ticksOf, yOf } from "./scale";
import { timeTicks } from "./time-ticks";
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

const strokes: Readonly<
  Record<LevelKind, { stroke: string; strokeWidth: number; strokeDasharray?: string }>
> = {
  entry: { stroke: "var(--text-2)", strokeWidth: 1, strokeDasharray: "3 4" },
  warning: { stroke: "var(--soft)", strokeWidth: 1.25, strokeDasharray: "7 4" },
  liquidation: { stroke: "var(--auction)", strokeWidth: 1.75 },
  liquidationNow: { stroke: "var(--auction)", strokeWidth: 1, strokeDasharray: "2 4" },
  now: { stroke: "var(--text)", strokeWidth: 1, strokeDasharray: "1 3" },
};

/** Candles of the index, the lines of the position, and the zones they open; drawn anew only when one of them changed. */
export const PriceChart = memo(function PriceChart(props: PriceChartProps) {
  const { asset, candles, interval, levels, fitLevels } = props;
  const [ref, size] = useSize<HTMLDivElement>();
  const isNarrow = (size?.width ?? 0) < NARROW;
  const shown = isNarrow ? candles.slice(-NARROW_CANDLES) : candles;
  const { slots, domain, zones, inside } = useMemo(
    () => plotOf({ candles: shown, interval, levels, fitLevels }),
    [shown, interval, levels, fitLevels],
  );
  const gridLines = ticksOf(domain).map((tick) => yOf(tick, domain, size?.height ?? 0));
  const times = shown.map(({ time }) => time);
  const ticks = timeTicks(times, (size?.width ?? 0) - GUTTER.right);

  return (
    <div
      ref={ref}
      className="absolute inset-0"
      data-slot="price-chart"
      data-candles={shown.length}
      data-levels={levels.map(({ kind }) => kind).join(" ")}
    >
      {size !== undefined && size.height > 0 && (
        <ComposedChart
          width={size.width}
          height={size.height}
          data={slots}
          margin={{ top: GUTTER.top, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={conclusionOf({ asset, interval, levels })}
        >
          <defs>
            <pattern
              id="auction-zone"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0V6" stroke="var(--auction)" strokeWidth="1.4" opacity=".38" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line)" horizontalPoints={gridLines} />
          {zones.auction && (
            <ReferenceArea
              y1={zones.auction.low}
              y2={zones.auction.high}
              fill="url(#auction-zone)"
              fillOpacity={1}
            />
          )}
          {zones.soft && (
            <ReferenceArea y1={zones.soft.low} y2={zones.soft.high} fill="var(--soft)" fillOpacity={0.09} />
          )}
          <XAxis
            dataKey="time"
            height={GUTTER.bottom}
            tickLine={false}
            axisLine={{ stroke: "var(--line-strong)" }}
            ticks={ticks.map(({ time }) => time)}
            tickFormatter={(time: number) => ticks.find((tick) => tick.time === time)?.label ?? ""}
            tick={{ className: "chart-text", fill: undefined }}
            interval={0}
          />
          <YAxis
            orientation="right"
            width={GUTTER.right}
            domain={[domain.low, domain.high]}
            allowDataOverflow
            tick={false}
            tickLine={false}
            axisLine={{ stroke: "var(--line-strong)" }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--hover)", fillOpacity: 0.6 }}
            content={(props) => <ChartTooltip label={props.label} candles={shown} />}
          />
          <Bar dataKey="range" shape={Candlestick} isAnimationActive={false} />
          {inside.map((level) => (
            <ReferenceLine key={level.kind} y={toPlot(level.price)} {...strokes[level.kind]} />
          ))}
          <LevelTags
            levels={levels}
            domain={domain}
            width={size.width}
            height={size.height}
            short={isNarrow}
          />
        </ComposedChart>
      )}
    </div>
  );
});
