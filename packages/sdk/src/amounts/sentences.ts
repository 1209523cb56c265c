import type { BasisPoints, Seconds, TokenAmount, Usd, Wad } from "../units";
import { formatAmount } from "./formatAmount";

/** Token whose amounts are put into words. */
export interface Unit {
  readonly symbol: string;
  readonly decimals: number;
}

/** `1,234.56 USDC`: enough digits for the amount to be told from its bound. */
export function inUnits(amount: TokenAmount, unit: Unit, rounding: "down" | "up" = "down"): string {
  const digits = Math.min(unit.decimals, magnitudeDigits(amount, unit.decimals));
  return `${formatAmount(amount, unit.decimals, { digits, rounding, group: true })} ${unit.symbol}`;
}

/** `$1,234.56` */
export function inUsd(value: Usd, rounding: "down" | "up" = "down"): string {
  const text = formatAmount(value, 18, { digits: 2, rounding, fixed: true, group: true });
  return text.startsWith("-") ? `−$${text.slice(1)}` : `$${text}`;
}

/** `1.25 %` */
export function inPercent(fraction: Wad, rounding: "down" | "up" = "down"): string {
  return `${formatAmount(fraction * 100n, 18, { digits: 2, rounding, fixed: true }).replace("-", "−")}\u00a0%`;
}

/** `0.50 %` */
export function basisPointsInPercent(points: BasisPoints): string {
  return inPercent(points * 10n ** 14n);
}

/** `1.04` */
export function inRatio(ratio: Wad): string {
  return formatAmount(ratio, 18, { digits: 2, fixed: true });
}

/** `41 s`, `12 min`, `3 h` */
export function inTime(seconds: Seconds): string {
  if (seconds < 120n) return `${seconds}\u00a0s`;
  return seconds < 7200n ? `${seconds / 60n}\u00a0min` : `${seconds / 3600n}\u00a0h`;
}

/** Two digits for large amounts, up to all for dust. */
function magnitudeDigits(amount: TokenAmount, decimals: number): number {
  const whole = (amount < 0n ? -amount : amount) / 10n ** BigInt(decimals);
  return whole >= 1000n ? 2 : whole >= 1n ? 4 : decimals;
}
