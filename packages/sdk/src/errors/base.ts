/** Reference of all errors, in this repository. */
const REFERENCE = "packages/sdk/ERRORS.md";

/** Options of a {@link GimbalError}. */
export interface GimbalErrorOptions {
  /** The error this one explains. */
  readonly cause?: unknown;
  /** For developers: raw data, selector, arguments. */
  readonly details?: string | undefined;
  /** Anchor in the error reference. */
  readonly docsPath?: string;
}

/**
 * Base of every error of the SDK. `shortMessage` is a sentence for people with the numbers in it and what to do;
 * `message` adds the details for developers.
 */
export class GimbalError extends Error {
  override name = "GimbalError";
  /** What is wrong, the number, what to do. */
  readonly shortMessage: string;
  /** For developers. */
  readonly details: string | undefined;
  /** Where the error is described. */
  readonly docsPath: string | undefined;

  constructor(shortMessage: string, options: GimbalErrorOptions = {}) {
    const docs =
      options.docsPath === undefined ? undefined : `${REFERENCE}#${options.docsPath.toLowerCase()}`;
    const lines = [shortMessage];
    if (options.details !== undefined) lines.push(`Details: ${options.details}`);
    if (docs !== undefined) lines.push(`Docs: ${docs}`);
    super(lines.join("\n"), options.cause === undefined ? undefined : { cause: options.cause });
    this.shortMessage = shortMessage;
    this.details = options.details;
    this.docsPath = docs;
  }

  /** The deepest cause, or the first one in the chain that `predicate` accepts (`null` if none does). */
  walk(): unknown;
  walk(predicate: (error: unknown) => boolean): unknown | null;
  walk(predicate?: (error: unknown) => boolean): unknown {
    let current: unknown = this;
    for (;;) {
      if (predicate?.(current)) return current;
      const next = current instanceof Error ? current.cause : undefined;
      if (next === undefined || next === null) return predicate ? null : current;
      current = next;
    }
  }
}

/** Any error of the SDK. */
export type GimbalErrorType = GimbalError;
