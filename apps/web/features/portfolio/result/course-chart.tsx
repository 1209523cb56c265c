"use client";

import { useMemo } from "react";
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { portfolioCopy } from "@/content/portfolio";
import { evenTicks } from "@/features/chart/time-ticks";
import { useSize } from "@/features/chart/use-size";
import { formatMoment, formatResult } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import { thinned } from "@/lib/thin";
import type { CoursePoint } from "./course";

const copy = portfolioCopy.course;
const HEIGHT = 200;
const AXIS = 64;
const tick = { className: "chart-text", fill: undefined } as const;
const drawn = ({ time, sum }: CoursePoint) => ({ x: time, y: toPlot(sum) });
const dollars = (value: number) => formatResult(BigInt(Math.round(value)) * 10n ** 18n);

interface CourseChartProps {
  readonly points: readonly CoursePoint[];
  /** Where the line ends [unix seconds]. */
  readonly now: number;
}

/** A step at each trade: between two trades nothing is realised. */
export function CourseChart({ points, now }: CourseChartProps) {
  const [ref, size] = useSize<HTMLDivElement>();
  const last = points.at(-1);
  const first = points[0]?.time ?? now;
  const data = useMemo(
    () => [
      { time: first, sum: 0, point: undefined },
      ...thinned(points, drawn).map((point) => ({ time: point.time, sum: toPlot(point.sum), point })),
      { time: Math.max(now, last?.time ?? now), sum: toPlot(last?.sum ?? 0n), point: last },
    ],
    [points, first, last, now],
  );
  const end = data.at(-1)?.time ?? now;
  const ticks = evenTicks(first, end, (size?.width ?? 0) - AXIS);
  return (
    <div ref={ref} data-slot="course-chart" data-points={points.length} style={{ height: HEIGHT }}>
      {size !== undefined && size.width > 0 && (
        <ComposedChart
          width={size.width}
          height={HEIGHT}
          data={data}
          margin={{ top: 12, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={copy.label(points.length, formatResult(last?.sum))}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="time"
            type="number"
            scale="time"
            domain={[first, end]}
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
            content={({ payload }) => <StepTooltip point={payload?.[0]?.payload?.point} />}
          />
          <ReferenceLine y={0} stroke="var(--line-strong)" />
          <Line
            type="stepAfter"
            dataKey="sum"
            stroke="var(--s1)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
          <ReferenceDot
            x={end}
            y={toPlot(last?.sum ?? 0n)}
            r={4}
            fill="var(--s1)"
            stroke="var(--panel)"
            strokeWidth={2}
          />
        </ComposedChart>
      )}
    </div>
  );
}

function StepTooltip({ point }: { readonly point: CoursePoint | undefined }) {
  if (point === undefined) return null;
  return (
    <div className="rounded-2 border border-line-strong bg-panel px-2.5 py-2 text-12 text-fg shadow-float">
      <p className="mb-1 text-fg-3">{formatMoment(point.time)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        <dt className="text-fg-2">{copy.head.realised}</dt>
        <dd className="text-right">{formatResult(point.realised)}</dd>
        <dt className="text-fg-2">{copy.head.sum}</dt>
        <dd className="text-right">{formatResult(point.sum)}</dd>
      </dl>
    </div>
  );
}
