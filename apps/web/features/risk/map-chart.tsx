"use client";

import type { Coverage, Usd } from "@gimbal/sdk";
import { useMemo } from "react";
import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  ReferenceArea,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { riskCopy } from "@/content/risk";
import { useSize } from "@/features/chart/use-size";
import { formatPrice, formatUsdCompact } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import { gapText } from "./coverage";
import { hurtSide, type MapBar, priceAfter } from "./map";
import { axisPrice, mapPlot } from "./map-plot";
import { MapTooltip } from "./map-tooltip";
import { MarkLabel, NowLabel } from "./mark-label";

const copy = riskCopy.map;
const HEIGHT = 256;
const AXIS = 60;
const GAP_PX = 1;
const tick = { className: "chart-text", fill: undefined } as const;
const wad = (value: number) => BigInt(Math.round(value)) * 10n ** 18n;

interface MapChartProps {
  readonly asset: string;
  readonly bars: readonly MapBar[];
  readonly price: Usd;
  readonly coverage: Coverage | null;
}

/** Bars of debt by liquidation price, the price now, and the jump that coverage is measured for. */
export function MapChart({ asset, bars, price, coverage }: MapChartProps) {
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const gap = coverage?.gap ?? 0n;
  const data = useMemo(
    () => bars.map((bar) => ({ bar, middle: toPlot(bar.low + bar.high) / 2, debt: toPlot(bar.debt) })),
    [bars],
  );
  const { domain, marks, ticks, xOf } = mapPlot(bars, price, coverage, width - AXIS);
  const worst = coverage === null ? undefined : hurtSide(bars, price, gap);
  const debtOf = (side: MapBar["side"]) =>
    formatUsdCompact(bars.reduce((sum, bar) => (bar.side === side ? sum + bar.debt : sum), 0n));
  const label = copy.label(asset, formatPrice(price), debtOf("long"), debtOf("short"));
  const gapLabel = coverage === null ? "" : copy.gapLabel(gapText(gap), formatUsdCompact(coverage.needed));

  /** A bucket is as wide as its prices: the axis is a scale, not a list. */
  const shape = ({ y, height, payload }: BarShapeProps) => {
    const { bar } = payload as { readonly bar: MapBar };
    const left = xOf(bar.low) + GAP_PX;
    const tall = Math.max(1.5, height);
    return (
      <rect
        x={left}
        y={y + height - tall}
        width={Math.max(1.5, xOf(bar.high) - left - GAP_PX)}
        height={tall}
        rx={1}
        fill={bar.side === "long" ? "var(--s1)" : "url(#map-short)"}
        stroke={bar.side === "long" ? undefined : "var(--s4)"}
      />
    );
  };

  return (
    <div ref={ref} data-slot="map-chart" data-bars={bars.length} style={{ height: HEIGHT }}>
      {width > 0 && (
        <ComposedChart
          width={width}
          height={HEIGHT}
          data={data}
          margin={{ top: 36, right: 0, bottom: 0, left: 0 }}
          accessibilityLayer
          aria-label={`${label} ${gapLabel}`}
        >
          <defs>
            <pattern
              id="map-short"
              width="5"
              height="5"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <path d="M0 0V5" stroke="var(--s4)" strokeWidth="2.4" />
            </pattern>
          </defs>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          {worst !== undefined && (
            <ReferenceArea
              x1={toPlot(worst === "long" ? priceAfter(price, -gap) : price)}
              x2={toPlot(worst === "long" ? price : priceAfter(price, gap))}
              fill="var(--soft)"
              fillOpacity={0.09}
            />
          )}
          <XAxis
            dataKey="middle"
            type="number"
            domain={[domain.low, domain.high]}
            allowDataOverflow
            ticks={[...ticks]}
            tickFormatter={(value: number) => axisPrice(value, domain)}
            tickLine={false}
            axisLine={{ stroke: "var(--line-strong)" }}
            interval={0}
            tick={tick}
          />
          <YAxis
            orientation="right"
            width={AXIS}
            tickCount={4}
            tickFormatter={(value: number) => formatUsdCompact(wad(value))}
            tickLine={false}
            axisLine={false}
            tick={tick}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-control)" }}
            content={({ payload }) => <MapTooltip bar={payload?.[0]?.payload?.bar} />}
          />
          <Bar dataKey="debt" shape={shape} isAnimationActive={false} />
          {marks.map((mark) => (
            <ReferenceLine
              key={mark.move.toString()}
              x={toPlot(mark.price)}
              stroke="var(--text-3)"
              strokeDasharray="2 3"
              label={(props) => <MarkLabel {...props} mark={mark} value={formatUsdCompact(mark.reached)} />}
            />
          ))}
          <ReferenceLine
            x={toPlot(price)}
            stroke="var(--text)"
            strokeWidth={1.25}
            label={(props) => <NowLabel {...props} text={formatPrice(price)} width={width} />}
          />
        </ComposedChart>
      )}
    </div>
  );
}
