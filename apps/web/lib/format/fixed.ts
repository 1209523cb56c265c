/** `down` and `up` go to −∞ and +∞, `zero` shortens, `nearest` rounds halves away from zero. */
export type Rounding = "down" | "up" | "zero" | "nearest";

export interface FixedOptions {
  /** Digits after the point. */
  readonly digits: number;
  readonly rounding: Rounding;
  /** `+` before positive values, for changes. */
  readonly signed?: boolean;
}

export const MINUS = "\u2212";
export const UNKNOWN = "—";
/** Between a number and its unit, so that a line never breaks there. */
export const NO_BREAK = "\u00a0";

/** A fixed-point number as text, grouped by thousands. No float on the way. */
export function formatFixed(value: bigint, decimals: number, options: FixedOptions): string {
  const scaled = rescale(value, decimals, options.digits, options.rounding);
  const magnitude = scaled < 0n ? -scaled : scaled;
  const digits = magnitude.toString().padStart(options.digits + 1, "0");
  const whole = digits.slice(0, digits.length - options.digits).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = options.digits === 0 ? "" : `.${digits.slice(-options.digits)}`;
  return `${signOf(scaled, options.signed === true)}${whole}${fraction}`;
}

function signOf(value: bigint, signed: boolean): string {
  if (value < 0n) return MINUS;
  return signed && value > 0n ? "+" : "";
}

function rescale(value: bigint, from: number, to: number, rounding: Rounding): bigint {
  if (from <= to) return value * 10n ** BigInt(to - from);
  const unit = 10n ** BigInt(from - to);
  const quotient = value / unit;
  const rest = value % unit;
  if (rest === 0n) return quotient;
  switch (rounding) {
    case "zero":
      return quotient;
    case "down":
      return value < 0n ? quotient - 1n : quotient;
    case "up":
      return value < 0n ? quotient : quotient + 1n;
    case "nearest": {
      const magnitude = rest < 0n ? -rest : rest;
      if (magnitude * 2n < unit) return quotient;
      return value < 0n ? quotient - 1n : quotient + 1n;
    }
  }
}
