"use client";

import { liquidationsCopy } from "@/content/liquidations";
import { useSize } from "@/features/chart/use-size";
import { formatShare } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import { type AuctionCurve as Curve, discountOf, elapsedOf, stepsOf } from "./curve";

const copy = liquidationsCopy.auctions;
const HEIGHT = 104;
const AXIS = 48;
const FOOT = 18;
const TOP = 14;
const MINUTE = 60;

interface AuctionCurveProps {
  readonly name: string;
  readonly curve: Curve;
  readonly now: bigint;
  readonly discount: bigint;
}

/** Discount over time: what was, where it stands, and where it ends. */
export function AuctionCurve({ name, curve, now, discount }: AuctionCurveProps) {
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  return (
    <div ref={ref} data-slot="auction-curve" style={{ height: HEIGHT }}>
      {width > AXIS && <Drawing name={name} curve={curve} now={now} discount={discount} width={width} />}
    </div>
  );
}

function Drawing({ name, curve, now, discount, width }: AuctionCurveProps & { readonly width: number }) {
  const points = stepsOf(curve);
  const end = Number(points.at(-1)?.elapsed ?? 1n);
  const bound = discountOf(curve.bound);
  const top = toPlot(bound) || 0.01;
  const plotHeight = HEIGHT - FOOT - TOP;
  const x = (elapsed: number) => (Math.min(elapsed, end) / end) * (width - AXIS);
  const y = (value: number) => TOP + plotHeight * (1 - Math.min(1, value / top));
  const elapsed = Number(elapsedOf(curve, now));
  const path = (to: number) => {
    const steps = points.filter((point) => Number(point.elapsed) <= to);
    const parts = steps.map((point) => `H${x(Number(point.elapsed))}V${y(toPlot(point.discount))}`);
    return `M0 ${y(0)}${parts.join("")}H${x(to)}`;
  };
  const here = { x: x(elapsed), y: y(toPlot(discount)) };
  const minutes = Array.from({ length: Math.floor(end / MINUTE) }, (_, index) => index + 1);
  const every = Math.max(1, Math.ceil(minutes.length / 4));
  const passed = path(elapsed);
  return (
    <svg
      role="img"
      aria-label={copy.chart(name, formatShare(discount), formatShare(bound))}
      width={width}
      height={HEIGHT}
      className="block overflow-visible"
    >
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={0} x2={width - AXIS} y1={y(top * part)} y2={y(top * part)} stroke="var(--line)" />
          <text x={width - AXIS + 6} y={y(top * part) + 4} className="chart-text">
            {formatShare((bound * BigInt(part * 2)) / 2n)}
          </text>
        </g>
      ))}
      <path d={path(end)} fill="none" stroke="var(--text-3)" strokeWidth={1.25} strokeDasharray="3 3" />
      {elapsed > 0 && (
        <>
          <path d={`${passed}V${y(0)}H0Z`} fill="var(--s1)" fillOpacity={0.12} />
          <path d={passed} fill="none" stroke="var(--s1)" strokeWidth={2} />
        </>
      )}
      <line x1={here.x} x2={here.x} y1={TOP} y2={y(0)} stroke="var(--text-2)" strokeDasharray="1 3" />
      <circle cx={here.x} cy={here.y} r={4} fill="var(--s1)" stroke="var(--panel)" strokeWidth={2} />
      <text x={0} y={HEIGHT - 3} className="chart-text">
        {copy.chartStart}
      </text>
      {minutes
        .filter((minute) => minute % every === 0)
        .map((minute) => (
          <text key={minute} x={x(minute * MINUTE)} y={HEIGHT - 3} textAnchor="middle" className="chart-text">
            {copy.chartMinutes(minute)}
          </text>
        ))}
    </svg>
  );
}
