import { type DestinationStream, type Logger, pino, stdTimeFunctions } from "pino";

export type { Logger } from "pino";

const HIDDEN = "[hidden]";

/** Where the logs go and what must not be in them. */
export interface LogOptions {
  readonly level: string;
  /** Texts that are cut out of every line, wherever they come from. */
  readonly secrets: readonly string[];
  readonly destination?: DestinationStream;
}

/** Structured logs; a bigint is written as a decimal string. */
export function createLogger({ level, secrets, destination }: LogOptions): Logger {
  // Short ones would cut holes into everything.
  const hidden = secrets.filter((secret) => secret.length >= 4);
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: ["privateKey", "*.privateKey", "key", "password", "*.password"], censor: HIDDEN },
    formatters: { level: (label: string) => ({ level: label }), log: withDecimals },
    hooks: {
      streamWrite: (line: string) => hidden.reduce((text, secret) => text.replaceAll(secret, HIDDEN), line),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** JSON has no integers of this size: they are written as text. */
function withDecimals(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value]),
  );
}

/** What of an endpoint may be shown: a path or a query can hold a key. */
export function hostOf(url: string): string {
  return new URL(url).host;
}

/** The parts of an endpoint that can hold a key. */
export function secretsOf(url: string): readonly string[] {
  const { username, password, pathname, search } = new URL(url);
  return [username, password, pathname.replace(/^\//, ""), search.replace(/^\?/, "")].filter(
    (s) => s.length >= 8,
  );
}
