"use client";

import { WAD, type Wad } from "@gimbal/sdk";
import { useMemo } from "react";
import { Area, CartesianGrid, ComposedChart, Line, ReferenceDot, Tooltip, XAxis, YAxis } from "recharts";
import { ChartKey, chartMarks } from "@/components/ui/chart-key";
import { riskCopy } from "@/content/risk";
import { evenTicks } from "@/features/chart/time-ticks";
import { useSize } from "@/features/chart/use-size";
import { formatVolatility } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import { EndLabel } from "./end-label";
import type { ForecastRange } from "./forecast-range";
import { PointTooltip } from "./point-tooltip";
import { realisedNow, type VolatilityPoint } from "./series";

const copy = riskCopy.volatility;
const HEIGHT = 232;
const AXIS = 48;
const tick = { className: "chart-text", fill: undefined } as const;
const percent = (value: number) => `${Math.round(value * 100)} %`;

interface VolatilityChartProps {
  readonly asset: string;
  readonly points: readonly VolatilityPoint[];
  /** Where four of five forecasts ended; undefined while too few are over. */
  readonly range: ForecastRange | undefined;
}

/** Forecast and realised volatility over time. */
export function VolatilityChart({ asset, points, range }: VolatilityChartProps) {
  const [ref, size] = useSize<HTMLDivElement>();
  const data = useMemo(
    () =>
      points.map((point) => ({
        point,
        time: point.time,
        forecast: toPlot(point.forecast),
        realised: point.realised === undefined ? null : toPlot(point.realised),
        range:
          range === undefined
            ? null
            : [range.low, range.high].map((end) => toPlot(scaled(point.forecast, end))),
      })),
    [points, range],
  );
  const first = points[0]?.time ?? 0;
  const last = points.at(-1);
  const realised = points.findLast((point) => point.realised !== undefined);
  const ticks = evenTicks(first, last?.time ?? first, (size?.width ?? 0) - AXIS);
  const label = copy.label(asset, formatVolatility(last?.forecast), formatVolatility(realisedNow(points)));
  const isForecastAbove = (last?.forecast ?? 0n) >= (realised?.realised ?? 0n);
  return (
    <div data-slot="volatility-chart" data-points={points.length}>
      <div className="mb-2 flex flex-wrap gap-x-3.5 text-12 text-fg-2">
        <ChartKey mark={chartMarks.line("bg-s1")} name={copy.forecast} />
        <ChartKey mark={chartMarks.line("bg-s3")} name={copy.realised} />
        {range !== undefined && <ChartKey mark={chartMarks.block("bg-s1 opacity-25")} name={copy.range} />}
      </div>
      <div ref={ref} style={{ height: HEIGHT }}>
        {size !== undefined && size.width > 0 && (
          <ComposedChart
            width={size.width}
            height={HEIGHT}
            data={data}
            margin={{ top: 20, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer
            aria-label={label}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="time"
              type="number"
              scale="time"
              domain={[first, last?.time ?? first]}
              ticks={ticks.map(({ time }) => time)}
              tickFormatter={(time: number) => ticks.find((t) => t.time === time)?.label ?? ""}
              tickLine={false}
              axisLine={false}
              interval={0}
              tick={tick}
            />
            <YAxis
              orientation="right"
              width={AXIS}
              domain={[0, "auto"]}
              tickFormatter={percent}
              tickLine={false}
              axisLine={false}
              tick={tick}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: "var(--line-control)" }}
              content={({ payload }) => <PointTooltip point={payload?.[0]?.payload?.point} />}
            />
            {range !== undefined && (
              <Area
                dataKey="range"
                stroke="none"
                fill="var(--s1)"
                fillOpacity={0.12}
                activeDot={false}
                isAnimationActive={false}
              />
            )}
            <Line
              dataKey="realised"
              stroke="var(--s3)"
              strokeWidth={1.5}
              dot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="forecast"
              stroke="var(--s1)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            {realised?.realised !== undefined && (
              <ReferenceDot
                x={realised.time}
                y={toPlot(realised.realised)}
                r={3}
                fill="var(--s3)"
                stroke="var(--panel)"
                label={(props) => (
                  <EndLabel
                    {...props}
                    above={!isForecastAbove}
                    text={copy.realisedNow(formatVolatility(realised.realised))}
                  />
                )}
              />
            )}
            {last !== undefined && (
              <ReferenceDot
                x={last.time}
                y={toPlot(last.forecast)}
                r={4}
                fill="var(--s1)"
                stroke="var(--panel)"
                strokeWidth={2}
                label={(props) => (
                  <EndLabel
                    {...props}
                    above={isForecastAbove}
                    text={copy.forecastNow(formatVolatility(last.forecast))}
                    strong
                  />
                )}
              />
            )}
          </ComposedChart>
        )}
      </div>
    </div>
  );
}

function scaled(forecast: Wad, ratio: Wad): Wad {
  return (forecast * ratio) / WAD;
}
