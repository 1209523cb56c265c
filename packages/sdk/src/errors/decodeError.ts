import { GimbalError } from "./base";
import { decodeContractError } from "./contractErrors";
import { ofContract, withoutContract } from "./decode";
import type { ErrorContext } from "./words";

/** What helps to put a sentence into people's units. */
export type DecodeErrorContext = ErrorContext;

/**
 * Error of the SDK for anything that a client, a wallet, a node or a contract threw: one class per contract error, with
 * a sentence that has the numbers in it and says what to do. A page that should load little uses `explainError`.
 *
 * @param error Anything that was thrown.
 * @param context.snapshot Names tokens and markets.
 * @param context.plan Plan that failed: says which tokens the amounts are in.
 * @returns The error; `cause` is what was thrown.
 *
 * @example
 * const { shortMessage } = decodeError(error, { snapshot, plan });
 */
export function decodeError(error: unknown, context: DecodeErrorContext = {}): GimbalError {
  const found = withoutContract(error);
  if (found instanceof GimbalError) return found;
  return ofContract(found.data, error, (data, cause) => decodeContractError(data, cause, context));
}
