import { formatUnits } from "viem";
import { common } from "@/content/common";
import { formatFixed, MINUS, NO_BREAK, type Rounding, UNKNOWN } from "./fixed";

const USD_DECIMALS = 18;
const MILLION = 10n ** 24n;
const BILLION = 10n ** 27n;

type Maybe = bigint | undefined;

/** Digits of a price: two from one dollar up, four significant ones below. */
function tickDigits(price: bigint): number {
  const magnitude = price < 0n ? -price : price;
  if (magnitude === 0n || magnitude >= 10n ** 18n) return 2;
  const leadingZeros = USD_DECIMALS - magnitude.toString().length;
  return Math.min(leadingZeros + 4, USD_DECIMALS);
}

function price(value: bigint, rounding: Rounding): string {
  return formatFixed(value, USD_DECIMALS, { digits: tickDigits(value), rounding });
}

/** `3,184.20`: an index or entry price [USD wad]. */
export function formatPrice(value: Maybe): string {
  return value === undefined ? UNKNOWN : price(value, "nearest");
}

/** `2,779.94`: rounded toward the current price, so that it is never farther away than shown. */
export function formatLiquidationPrice(
  value: bigint | null | undefined,
  side: "long" | "short" | undefined,
): string {
  if (value === undefined) return UNKNOWN;
  return value === null ? common.none : price(value, side === "short" ? "down" : "up");
}

/** `$58,774.00`: to the cent, rounded down. */
export function formatUsd(value: Maybe): string {
  if (value === undefined) return UNKNOWN;
  return dollars(formatFixed(value, USD_DECIMALS, { digits: 2, rounding: "down" }));
}

/** `$133,736`: whole dollars, rounded down. */
export function formatUsdWhole(value: Maybe): string {
  if (value === undefined) return UNKNOWN;
  return dollars(formatFixed(value, USD_DECIMALS, { digits: 0, rounding: "down" }));
}

/** `$4.20 M`: for figures of a market; whole dollars under a million. */
export function formatUsdCompact(value: Maybe): string {
  if (value === undefined) return UNKNOWN;
  const magnitude = value < 0n ? -value : value;
  if (magnitude < MILLION) return formatUsdWhole(value);
  const [decimals, unit] = magnitude < BILLION ? [USD_DECIMALS + 6, "M"] : [USD_DECIMALS + 9, "B"];
  return `${dollars(formatFixed(value, decimals, { digits: 2, rounding: "down" }))}${NO_BREAK}${unit}`;
}

/** `$0.42`: a cost, rounded up. */
export function formatUsdCost(value: Maybe): string {
  if (value === undefined) return UNKNOWN;
  return dollars(formatFixed(value, USD_DECIMALS, { digits: 2, rounding: "up" }));
}

/** `4.20`, `14.9`: millions of dollars without a sign or unit, where an axis says them; rounded down. */
export function formatMillions(value: Maybe): string {
  if (value === undefined) return UNKNOWN;
  const digits = value < 10n * 10n ** BigInt(USD_DECIMALS + 6) ? 2 : 1;
  return formatFixed(value, USD_DECIMALS + 6, { digits, rounding: "down" });
}

/** `+5,132.40`, `−1,902.66`: a result, rounded down. */
export function formatResult(value: Maybe): string {
  if (value === undefined) return UNKNOWN;
  return formatFixed(value, USD_DECIMALS, { digits: 2, rounding: "down", signed: true });
}

function dollars(text: string): string {
  return text.startsWith(MINUS) ? `${MINUS}$${text.slice(MINUS.length)}` : `$${text}`;
}

export interface TokenUnit {
  readonly symbol: string;
  readonly decimals: number;
}

/** Digits that matter to the cent, by token. */
const tokenDigits: Readonly<Record<string, number>> = { USDC: 2, ETH: 3, BTC: 4, LINK: 2 };
const DEFAULT_TOKEN_DIGITS = 4;
const SIGNIFICANT_DIGITS = 3;

function digitsFor(amount: bigint, { symbol, decimals }: TokenUnit): number {
  const usual = Math.min(tokenDigits[symbol] ?? DEFAULT_TOKEN_DIGITS, decimals);
  const length = (amount < 0n ? -amount : amount).toString().length;
  if (amount === 0n || length > decimals) return usual;
  // Below one: as many digits as three significant ones need.
  return Math.min(Math.max(usual, decimals - length + SIGNIFICANT_DIGITS), decimals);
}

/** `59.441`: an amount of a token, rounded down; `up` for what a person pays. */
export function formatAmount(amount: Maybe, token: TokenUnit, rounding: Rounding = "down"): string {
  if (amount === undefined) return UNKNOWN;
  const digits = amount === 0n ? 2 : digitsFor(amount, token);
  return formatFixed(amount, token.decimals, { digits, rounding });
}

/** `59.441 ETH` */
export function formatToken(amount: Maybe, token: TokenUnit, rounding: Rounding = "down"): string {
  return amount === undefined
    ? UNKNOWN
    : `${formatAmount(amount, token, rounding)}${NO_BREAK}${token.symbol}`;
}

/** Every digit, without grouping: what Max types and what Copy copies. */
export function exactAmount(amount: bigint, decimals: number): string {
  return formatUnits(amount, decimals);
}
