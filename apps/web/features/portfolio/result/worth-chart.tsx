"use client";

import { useMemo } from "react";
import { Area, CartesianGrid, ComposedChart, ReferenceDot, Tooltip, XAxis, YAxis } from "recharts";
import { portfolioCopy } from "@/content/portfolio";
import { evenTicks } from "@/features/chart/time-ticks";
import { useSize } from "@/features/chart/use-size";
import { formatMoment, formatUsd, formatUsdCompact } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import type { WorthPoint } from "./worth";

const copy = portfolioCopy.worth;
const HEIGHT = 200;
const AXIS = 64;
const tick = { className: "chart-text", fill: undefined } as const;
const dollars = (value: number) => formatUsdCompact(BigInt(Math.round(value * 100)) * 10n ** 16n);

/** Net worth at each look; a gap where a price was down. */
export function WorthChart({ points }: { readonly points: readonly WorthPoint[] }) {
  const [ref, size] = useSize<HTMLDivElement>();
  const data = useMemo(
    () =>
      points.map((point) => ({
        time: point.time,
        worth: point.worth === undefined ? null : toPlot(point.worth),
        point,
      })),
    [points],
  );
  const known = points.filter(({ worth }) => worth !== undefined);
  const [first, last] = [known[0], known.at(-1)];
  const [from, to] = [points[0]?.time ?? 0, points.at(-1)?.time ?? 0];
  const ticks = evenTicks(from, to, (size?.width ?? 0) - AXIS);
  return (
    <div ref={ref} data-slot="worth-chart" data-points={points.length} style={{ height: HEIGHT }}>
      {size !== undefined && size.width > 0 && (
        <ComposedChart
          width={size.width}
          height={HEIGHT}
          data={data}
          margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={copy.label(formatMoment(from), formatUsd(first?.worth), formatUsd(last?.worth))}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={[from, to]}
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
            tickFormatter={dollars}
            tickLine={false}
            axisLine={false}
            tick={tick}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-control)" }}
            content={({ payload }) => <WorthTooltip point={payload?.[0]?.payload?.point} />}
          />
          <Area
            type="linear"
            dataKey="worth"
            stroke="var(--s1)"
            strokeWidth={2}
            fill="var(--s1)"
            fillOpacity={0.1}
            dot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
          {last?.worth !== undefined && (
            <ReferenceDot
              x={last.time}
              y={toPlot(last.worth)}
              r={4}
              fill="var(--s1)"
              stroke="var(--panel)"
              strokeWidth={2}
            />
          )}
        </ComposedChart>
      )}
    </div>
  );
}

function WorthTooltip({ point }: { readonly point: WorthPoint | undefined }) {
  if (point === undefined) return null;
  return (
    <div className="rounded-2 border border-line-strong bg-panel px-2.5 py-2 text-12 text-fg shadow-float">
      <p className="mb-1 text-fg-3">{formatMoment(point.time)}</p>
      <p>{formatUsd(point.worth)}</p>
    </div>
  );
}
