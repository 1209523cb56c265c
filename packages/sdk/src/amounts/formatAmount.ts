/** How many digits, and which way the rest goes. */
export interface FormatAmountOptions {
  /** Digits after the point; all of the token's when left out. */
  readonly digits?: number | undefined;
  /** `down` (default) is toward zero, `up` away from it. */
  readonly rounding?: "down" | "up" | undefined;
  /** Keep zeros at the end up to `digits`. */
  readonly fixed?: boolean | undefined;
  /** Separate thousands with a comma. */
  readonly group?: boolean | undefined;
}

/**
 * Decimal text of an integer amount, without floating point. Rounds down, so that what is shown is never more than what
 * is there: `parseAmount(formatAmount(x)) ≤ x`.
 *
 * @param amount Amount, may be negative.
 * @param decimals Decimals of the unit: 6 for USDC, 18 for a wad.
 * @param options.digits Digits after the point.
 * @param options.rounding Where the rest goes.
 * @param options.fixed Keep zeros at the end.
 * @param options.group Separate thousands.
 * @returns Text with a point as decimal separator and `-` for negative numbers.
 *
 * @example
 * const text = formatAmount(1_234_567_890n, 6, { digits: 2, group: true }); // "1,234.56"
 */
export function formatAmount(amount: bigint, decimals: number, options: FormatAmountOptions = {}): string {
  const { digits = decimals, rounding = "down", fixed = false, group = false } = options;
  const kept = Math.min(digits, decimals);
  const drop = 10n ** BigInt(decimals - kept);
  const magnitude = amount < 0n ? -amount : amount;
  const rounded = (magnitude + (rounding === "up" ? drop - 1n : 0n)) / drop;
  const text = rounded.toString().padStart(kept + 1, "0");
  const integer = text.slice(0, text.length - kept);
  const padded = text.slice(text.length - kept) + "0".repeat(digits - kept);
  const fraction = fixed ? padded : padded.replace(/0+$/, "");
  const sign = amount < 0n && rounded !== 0n ? "-" : "";
  const whole = group ? integer.replace(/\B(?=(\d{3})+$)/g, ",") : integer;
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
