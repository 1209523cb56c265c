"use client";

import { useMemo } from "react";
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartKey, chartMarks } from "@/components/ui/chart-key";
import { earnCopy } from "@/content/earn";
import { formatBorrowRate, formatSupplyRate, formatUtilisation } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import type { CurvePoint } from "./curve";

const copy = earnCopy.curve;
const HEIGHT = 200;
const TARGET = 0.9;
const tick = { className: "chart-text", fill: undefined } as const;
const percent = (value: number) => `${Math.round(value * 100)} %`;

interface CurveChartProps {
  readonly points: readonly CurvePoint[];
  readonly now: CurvePoint;
}

/** Borrow and supply rate over utilisation. */
export function CurveChart({ points, now }: CurveChartProps) {
  const data = useMemo(
    () =>
      points.map((point) => ({
        point,
        utilisation: toPlot(point.utilisation),
        borrow: toPlot(point.borrow),
        supply: toPlot(point.supply),
      })),
    [points],
  );
  const label = copy.label(
    formatUtilisation(now.utilisation),
    formatBorrowRate(now.borrow),
    formatSupplyRate(now.supply),
  );
  return (
    <div data-slot="curve-chart">
      <div className="mb-2 flex gap-3.5 text-12 text-fg-2">
        <ChartKey mark={chartMarks.line("bg-s1")} name={copy.supply} />
        <ChartKey mark={chartMarks.line("bg-s3")} name={copy.borrow} />
      </div>
      <ResponsiveContainer width="100%" height={HEIGHT}>
        <LineChart
          data={data}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={label}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="utilisation"
            type="number"
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tickFormatter={percent}
            tickLine={false}
            axisLine={false}
            tick={tick}
          />
          <YAxis
            orientation="right"
            width={44}
            tickFormatter={percent}
            tickLine={false}
            axisLine={false}
            tick={tick}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-control)" }}
            content={({ payload }) => <CurveTooltip point={payload?.[0]?.payload?.point} />}
          />
          <ReferenceLine x={TARGET} stroke="var(--line-strong)" strokeDasharray="3 4" />
          <Line dataKey="borrow" stroke="var(--s3)" strokeWidth={1.5} dot={false} isAnimationActive={false} />
          <Line dataKey="supply" stroke="var(--s1)" strokeWidth={2} dot={false} isAnimationActive={false} />
          <ReferenceDot
            x={toPlot(now.utilisation)}
            y={toPlot(now.supply)}
            r={4}
            fill="var(--s1)"
            stroke="var(--panel)"
            strokeWidth={2}
          />
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

function CurveTooltip({ point }: { readonly point: CurvePoint | undefined }) {
  if (point === undefined) return null;
  return (
    <dl className="grid grid-cols-[auto_auto] gap-x-4 rounded-2 border border-line-strong bg-panel px-2.5 py-2 text-12 text-fg shadow-float">
      <dt className="text-fg-2">{copy.utilisation}</dt>
      <dd className="text-right">{formatUtilisation(point.utilisation)}</dd>
      <dt className="text-fg-2">{copy.borrow}</dt>
      <dd className="text-right">{formatBorrowRate(point.borrow)}</dd>
      <dt className="text-fg-2">{copy.supply}</dt>
      <dd className="text-right">{formatSupplyRate(point.supply)}</dd>
    </dl>
  );
}
