import { type Hex, isHex } from "viem";

const KEYS = [
  "raw",
  "data",
  "error",
  "originalError",
  "cause",
  "info",
  "details",
  "message",
  "shortMessage",
] as const;
const IN_TEXT = /(?:custom error|data:?|revert(?:ed)? with)\D{0,12}(0x[0-9a-f]{8,})/i;
const DEPTH = 12;

/**
 * Bytes that a revert left, wherever a client, a wallet or a node has put them: `raw` and `data` of viem, `data` of a
 * JSON-RPC error, the same nested in `error` or `originalError`, or hexadecimal inside a message.
 *
 * @param error Anything that was thrown.
 * @returns Revert data of at least a selector; undefined if there is none.
 */
export function revertData(error: unknown): Hex | undefined {
  return search(error, DEPTH);
}

function search(value: unknown, depth: number): Hex | undefined {
  if (depth === 0 || value === null || value === undefined) return undefined;
  if (typeof value === "string") return isData(value) ? value : (IN_TEXT.exec(value)?.[1] as Hex | undefined);
  if (typeof value !== "object") return undefined;
  for (const key of KEYS) {
    const found = key in value ? search((value as Record<string, unknown>)[key], depth - 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isData(value: string): value is Hex {
  // 32 bytes are a hash, 20 an address: revert data is a selector and whole words
  return isHex(value) && value.length >= 10 && (value.length - 10) % 64 === 0;
}

/** Revert data wrapped in a `bytes` argument of an error nobody knows: the candidates, in order of their position. */
export function nestedData(data: Hex): readonly Hex[] {
  const body = data.slice(10);
  const words = Math.floor(body.length / 64);
  const found: Hex[] = [];
  for (let i = 0; i < words; i++) {
    const offset = Number.parseInt(body.slice(i * 64, i * 64 + 64), 16) * 2;
    if (!Number.isSafeInteger(offset) || offset % 64 !== 0 || offset + 64 > body.length) continue;
    const length = Number.parseInt(body.slice(offset, offset + 64), 16) * 2;
    const end = offset + 64 + length;
    if (length >= 8 && end <= body.length) found.push(`0x${body.slice(offset + 64, end)}`);
  }
  return found;
}
