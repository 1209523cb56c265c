import { NO_BREAK, UNKNOWN } from "./fixed";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const two = (value: number) => value.toString().padStart(2, "0");

/** `4 s`, `41 min`, `3 h 12 min`, `2 d 4 h`: how long ago, or for how long. */
export function formatAge(seconds: number | undefined): string {
  if (seconds === undefined) return UNKNOWN;
  const whole = Math.max(0, Math.floor(seconds));
  if (whole < MINUTE) return `${whole}${NO_BREAK}s`;
  if (whole < HOUR) return `${Math.floor(whole / MINUTE)}${NO_BREAK}min`;
  if (whole < DAY) return join(Math.floor(whole / HOUR), "h", Math.floor((whole % HOUR) / MINUTE), "min");
  return join(Math.floor(whole / DAY), "d", Math.floor((whole % DAY) / HOUR), "h");
}

function join(major: number, majorUnit: string, minor: number, minorUnit: string): string {
  const head = `${major}${NO_BREAK}${majorUnit}`;
  return minor === 0 ? head : `${head} ${minor}${NO_BREAK}${minorUnit}`;
}

/** `14:06`, UTC. */
export function formatClock(unixSeconds: number): string {
  const date = new Date(unixSeconds * 1000);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** `14:06:32`, UTC. */
export function formatClockSeconds(unixSeconds: number): string {
  return `${formatClock(unixSeconds)}:${two(new Date(unixSeconds * 1000).getUTCSeconds())}`;
}

/** `22 Nov`, UTC. */
export function formatDay(unixSeconds: number): string {
  const date = new Date(unixSeconds * 1000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
}

/** `22 Nov 14:06`, UTC. */
export function formatMoment(unixSeconds: number): string {
  return `${formatDay(unixSeconds)} ${formatClock(unixSeconds)}`;
}

/** `22 Nov 2026, 14:06:32 UTC` */
export function formatFullTime(unixSeconds: number): string {
  const year = new Date(unixSeconds * 1000).getUTCFullYear();
  return `${formatDay(unixSeconds)} ${year}, ${formatClockSeconds(unixSeconds)} UTC`;
}

/** `0:07` */
export function formatCountdown(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / MINUTE)}:${two(whole % MINUTE)}`;
}
