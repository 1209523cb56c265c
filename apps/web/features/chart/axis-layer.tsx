import { memo } from "react";
import { type Frame, xOfSlot, yOfPrice } from "./frame";
import type { Slot } from "./plot-of";
import { ticksOf } from "./scale";
import { timeTicks } from "./time-ticks";

interface AxisLayerProps {
  readonly slots: readonly Slot[];
  readonly frame: Frame;
}

/** Distance of a time's base line from the axis [px]. */
const TIME_BASE = 16;

/** Lines at round prices, both axes, and times. Prices stand with the levels, which push them aside. */
export const AxisLayer = memo(function AxisLayer({ slots, frame }: AxisLayerProps) {
  const { right, bottom } = frame;
  const times = slots.flatMap(({ candle }) => (candle === undefined ? [] : [candle.time]));
  const first = slots.findIndex(({ candle }) => candle !== undefined);
  return (
    <g data-slot="axes">
      {ticksOf(frame.domain).map((tick) => (
        <path key={tick} d={`M0 ${yOfPrice(tick, frame)}H${right}`} stroke="var(--line)" />
      ))}
      <path d={`M0 ${bottom}H${right}V0`} fill="none" stroke="var(--line-strong)" />
      {timeTicks(times, right).map(({ time, label }) => (
        <text
          key={time}
          className="chart-text"
          textAnchor="middle"
          x={xOfSlot(first + times.indexOf(time), frame)}
          y={bottom + TIME_BASE}
        >
          {label}
        </text>
      ))}
    </g>
  );
});
