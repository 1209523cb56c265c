import { type Address, checksumAddress, isAddress } from "viem";

/** Name of the parameter that says whom a page watches. */
export const WATCH = "watch";

/** Why a text is no address that can be watched. */
export type WatchFault = "empty" | "length" | "checksum";

export type WatchParam =
  | { readonly type: "none" }
  | { readonly type: "address"; readonly address: Address }
  | { readonly type: "invalid"; readonly fault: WatchFault };

/**
 * Reads an address that somebody typed or sent. In one case, lower or upper, it carries no checksum; in mixed case its
 * capitals must be the right ones (EIP-55), so that a mistyped digit is not taken for somebody else's account.
 */
export function parseWatch(text: string | null): WatchParam {
  if (text === null) return { type: "none" };
  const trimmed = text.trim();
  if (trimmed === "") return { type: "invalid", fault: "empty" };
  const candidate = trimmed.replace(/^0X/, "0x");
  if (!isAddress(candidate, { strict: false })) return { type: "invalid", fault: "length" };
  const digits = candidate.slice(2);
  const address = checksumAddress(candidate.toLowerCase() as Address);
  const isOneCase = digits === digits.toLowerCase() || digits === digits.toUpperCase();
  return isOneCase || address === candidate
    ? { type: "address", address }
    : { type: "invalid", fault: "checksum" };
}

/** A path of this app that watches the same account, with its own parameters kept. */
export function watchedHref(href: string, watched: string | null): string {
  if (watched === null) return href;
  const [path = "", hash] = href.split("#");
  const [route = "", search] = path.split("?");
  const params = new URLSearchParams(search);
  params.set(WATCH, watched);
  return `${route}?${params}${hash === undefined ? "" : `#${hash}`}`;
}
