import type { Intent } from "./intent";

/** An intent as text, equal for equal intents. */
export function writeIntent(intent: Intent): string {
  return JSON.stringify(intent, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}

/** The intent of a text; undefined if it is none, e.g. because an older version of the page wrote it. */
export function readIntent(text: string): Intent | undefined {
  try {
    const read: unknown = JSON.parse(text, (_, value) =>
      typeof value === "string" && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
    );
    return typeof read === "object" && read !== null && "type" in read ? (read as Intent) : undefined;
  } catch {
    return undefined;
  }
}
