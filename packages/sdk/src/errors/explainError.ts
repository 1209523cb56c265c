import { GimbalError } from "./base";
import { ofContract, withoutContract } from "./decode";
import type { ErrorContext } from "./words";

/**
 * The same as `decodeError`, for pages: the errors of the contracts, with their classes and sentences, load when the
 * first one is met.
 *
 * @param error Anything that was thrown.
 * @param context.snapshot Names tokens and markets.
 * @param context.plan Plan that failed: says which tokens the amounts are in.
 * @returns The error; `UnknownContractError` also where the sentences did not load.
 *
 * @example
 * const { shortMessage } = await explainError(error, { snapshot, plan });
 */
export async function explainError(error: unknown, context: ErrorContext = {}): Promise<GimbalError> {
  const found = withoutContract(error);
  if (found instanceof GimbalError) return found;
  const module = await import("./contractErrors").catch(() => undefined);
  return ofContract(found.data, error, (data, cause) => module?.decodeContractError(data, cause, context));
}
