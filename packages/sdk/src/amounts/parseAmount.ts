import type { TokenAmount } from "../units";

/** Result of {@link parseAmount}: an amount, or why the text is none. */
export type ParsedAmount =
  | { readonly type: "amount"; readonly amount: TokenAmount }
  | { readonly type: "empty" }
  | { readonly type: "error"; readonly error: AmountTextError };

/** Why a text is no amount. `message` is a sentence for people. */
export interface AmountTextError {
  readonly code:
    | "not-a-number"
    | "too-many-decimals"
    | "signed"
    | "exponent"
    | "ambiguous-separator"
    | "too-large";
  readonly message: string;
}

/** Largest amount the engine takes in one action. */
const MAX_AMOUNT = (1n << 112n) - 1n;
const SPACES = /[\s\u00a0\u2007\u2009\u202f_'’]/g;
/** Marks without a width, which come along when a text is copied. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Amount of a token from text a person typed or pasted. Thousands separators, spaces, a decimal comma and a leading or
 * trailing point are understood, and the token's own symbol after the amount; a comma that could be either is refused,
 * because both readings are money.
 *
 * @param text Text of the field.
 * @param decimals Decimals of the token.
 * @param symbol Name of the token for the sentence.
 * @returns Amount, `empty`, or an error with a sentence.
 *
 * @example
 * const parsed = parseAmount("1,234.5", 6, "USDC"); // { type: "amount", amount: 1234500000n }
 */
export function parseAmount(text: string, decimals: number, symbol = "This token"): ParsedAmount {
  const compact = withoutSymbol(text.replace(INVISIBLE, "").replace(SPACES, ""), symbol);
  if (compact === "") return { type: "empty" };
  if (/^[+\-−–]/.test(compact)) return failure("signed", "Write the amount without a sign.");
  if (/^[\d.,]*\d[\d.,]*e[+-]?\d+$/i.test(compact)) {
    return failure("exponent", "Write the amount in full, without an exponent.");
  }
  if (!/^[\d.,]*\d[\d.,]*$/.test(compact))
    return failure("not-a-number", `${quote(text)} is not an amount. Use digits and one point.`);
  const number = separate(compact);
  if (number === "ambiguous") {
    const [thousands, decimal] = [compact.replace(",", ""), compact.replace(",", ".")];
    return failure(
      "ambiguous-separator",
      `${quote(compact)} can be read two ways. Write ${thousands} or ${decimal}.`,
    );
  }
  if (number === undefined)
    return failure("not-a-number", `${quote(text)} is not an amount. Use digits and one point.`);
  const fraction = number.fraction.replace(/0+$/, "");
  const excess = fraction.length - decimals;
  if (excess > 0) {
    const digits = excess === 1 ? "the last digit" : `the last ${number.fraction.length - decimals} digits`;
    return failure("too-many-decimals", `${symbol} has ${decimals} decimals. Remove ${digits}.`);
  }
  const amount = BigInt(number.integer + fraction.padEnd(decimals, "0"));
  if (amount > MAX_AMOUNT)
    return failure("too-large", "The amount is larger than any balance can be. Enter a smaller one.");
  return { type: "amount", amount };
}

/** The digits of an amount that was copied with its unit, as this page shows it. */
function withoutSymbol(text: string, symbol: string): string {
  const isFollowed = text.length > symbol.length && text.toLowerCase().endsWith(symbol.toLowerCase());
  return isFollowed ? text.slice(0, -symbol.length) : text;
}

interface Digits {
  readonly integer: string;
  readonly fraction: string;
}

/** Integer and fraction of digits with points and commas; the last of two kinds of separator is the decimal one. */
function separate(text: string): Digits | "ambiguous" | undefined {
  const commas = count(text, ",");
  const points = count(text, ".");
  if (commas === 1 && points === 0) {
    const [before = "", after = ""] = text.split(",");
    if (/^[1-9]\d{0,2}$/.test(before) && after.length === 3) return "ambiguous";
    return { integer: before, fraction: after };
  }
  if (commas === 0 && points <= 1) {
    const [integer = "", fraction = ""] = text.split(".");
    return { integer, fraction };
  }
  const decimal =
    commas > 0 && points > 0 ? (text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".") : undefined;
  const grouping = decimal === undefined ? (commas > 0 ? "," : ".") : decimal === "," ? "." : ",";
  const parts = decimal === undefined ? [text] : text.split(decimal);
  const [integer = "", fraction = ""] = parts;
  if (parts.length > 2 || fraction.includes(grouping)) return undefined;
  const groups = integer.split(grouping);
  const grouped = groups.every((g, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(g));
  return grouped ? { integer: groups.join(""), fraction } : undefined;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function quote(text: string): string {
  const short = text.trim();
  return `“${short.length > 24 ? `${short.slice(0, 24)}…` : short}”`;
}

function failure(code: AmountTextError["code"], message: string): ParsedAmount {
  return { type: "error", error: { code, message } };
}
