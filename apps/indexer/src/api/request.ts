import type { Hex } from "viem";
import { isAddress, isHex, size } from "viem";

/** Most rows of one answer; a chart has no more points. */
export const MAX_LIMIT = 300;
const DEFAULT_LIMIT = 50;
const MAX_DIGITS = 16;

/** Thrown for a request that names nothing that can be answered; the message is for who sent it. */
export class BadRequestError extends Error {
  override readonly name = "BadRequestError";
}

/** An account (32 bytes), or an owner (20 bytes) and so all accounts of his: the range of ids, both ends inclusive. */
export function parseWho(text: string): readonly [from: Hex, to: Hex] {
  if (isAddress(text, { strict: false }))
    return [
      `${text}${"00".repeat(12)}`.toLowerCase() as Hex,
      `${text}${"ff".repeat(12)}`.toLowerCase() as Hex,
    ];
  const account = parseAccount(text);
  return [account, account];
}

export function parseAccount(text: string): Hex {
  if (!isHex(text) || size(text) !== 32) throw new BadRequestError("An account is 32 bytes in hexadecimal.");
  return text.toLowerCase() as Hex;
}

export function parseAddress(text: string): Hex {
  if (!isAddress(text, { strict: false }))
    throw new BadRequestError("An address is 20 bytes in hexadecimal.");
  return text.toLowerCase() as Hex;
}

export function parseNumber(name: string, text: string | undefined, most: number): number {
  if (text === undefined || !/^\d+$/.test(text) || text.length > MAX_DIGITS || Number(text) > most)
    throw new BadRequestError(`${name} is a whole number of at most ${most}.`);
  return Number(text);
}

export function parseOptional(name: string, text: string | undefined, most: number): number | undefined {
  return text === undefined ? undefined : parseNumber(name, text, most);
}

export function parseLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = parseNumber("limit", text, MAX_LIMIT);
  if (limit === 0) throw new BadRequestError(`limit is a whole number from 1 to ${MAX_LIMIT}.`);
  return limit;
}

/** Place after which a page begins: that of the last row of the page before, newest first. */
export interface Cursor {
  readonly block: bigint;
  readonly logIndex: number;
  readonly base: number;
}

export function parseCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [, block, logIndex, base] = text.match(/^(\d{1,15})-(\d{1,9})-(\d{1,2})$/) ?? [];
  if (block === undefined) throw new BadRequestError("cursor is what the page before gave as next.");
  return { block: BigInt(block), logIndex: Number(logIndex), base: Number(base) };
}

/** `next` of a page; null on the last one. */
export function nextCursor(
  rows: readonly { readonly block: bigint; readonly logIndex: number; readonly base?: number }[],
  limit: number,
): string | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit
    ? null
    : `${last.block}-${last.logIndex}-${last.base ?? 0}`;
}
