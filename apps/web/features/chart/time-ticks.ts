import { formatClock, formatClockSeconds, formatDay } from "@/lib/format";

export interface TimeTick {
  readonly time: number;
  readonly label: string;
}

const PITCH = 110;
const DAY = 86_400;
const MINUTE = 60;
/** Steps that read well on a clock or a calendar [s]. */
const steps = [
  15,
  30,
  60,
  120,
  300,
  600,
  900,
  1_800,
  3_600,
  7_200,
  10_800,
  21_600,
  43_200,
  DAY,
  2 * DAY,
  5 * DAY,
  10 * DAY,
  30 * DAY,
];

/** A few times along the axis, on round values, not nearer than a label is wide. */
export function timeTicks(times: readonly number[], width: number): readonly TimeTick[] {
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined || width <= 0) return [];
  const span = last - first;
  const step = stepOf(span, width);
  const label = labelOf(step);
  const edge = span * EDGE;
  return times
    .filter((time) => time % step === 0 && time - first >= edge && last - time >= 0)
    .map((time) => ({ time, label: label(time) }));
}

/** The same for times that stand on no raster: round values between the first and the last. */
export function evenTicks(first: number, last: number, width: number): readonly TimeTick[] {
  const span = last - first;
  if (span <= 0 || width <= 0) return [];
  const step = stepOf(span, width);
  const label = labelOf(step);
  const ticks: TimeTick[] = [];
  const start = Math.ceil((first + span * EDGE) / step) * step;
  for (let time = start; time <= last - span * EDGE; time += step) ticks.push({ time, label: label(time) });
  return ticks;
}

/** Part of the axis at its ends where a label would be cut off. */
const EDGE = 0.04;

function stepOf(span: number, width: number): number {
  const most = Math.max(1, Math.floor(width / PITCH));
  return steps.find((candidate) => span / candidate <= most) ?? span;
}

function labelOf(step: number): (time: number) => string {
  return step >= DAY ? formatDay : step >= MINUTE ? clockOrDay : formatClockSeconds;
}

/** Midnight shows its day. */
function clockOrDay(time: number): string {
  return time % DAY === 0 ? formatDay(time) : formatClock(time);
}
