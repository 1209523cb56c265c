import type { Hex } from "viem";
import { GimbalError } from "./base";
import { nestedData, revertData } from "./revertData";
import {
  ChainUnreachableError,
  GasFundsShortError,
  NonceUsedError,
  OutOfGasError,
  RevertReasonError,
  UnexplainedError,
  UnknownContractError,
  UserRejectedError,
  WrongChainError,
} from "./transport";

const NESTING = 4;

/** Reads the revert data of one contract error; undefined if it is not one of ours, or its arguments are cut off. */
export type DecodeContractError = (data: Hex, cause: unknown) => GimbalError | undefined;

/** Error of a client, a wallet or a node; the data that a contract left otherwise. */
export function withoutContract(error: unknown): GimbalError | { readonly data: Hex } {
  if (error instanceof GimbalError) return error;
  if (chain(error).some(isRejection)) return new UserRejectedError({ cause: error });
  const data = revertData(error);
  return data === undefined ? transportError(error) : { data };
}

/** Error of revert data, the data wrapped in errors that nobody knows included. */
export function ofContract(
  data: Hex,
  cause: unknown,
  decode: DecodeContractError,
  nesting = NESTING,
): GimbalError {
  const known = decode(data, cause);
  if (known !== undefined) return known;
  if (nesting > 0) {
    for (const inner of nestedData(data)) {
      const decoded = ofContract(inner, cause, decode, nesting - 1);
      if (!(decoded instanceof UnknownContractError)) return decoded;
    }
  }
  return new UnknownContractError(data, { cause });
}

interface Failure {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly message?: unknown;
}

function isRejection({ name, code, message }: Failure): boolean {
  return (
    name === "UserRejectedRequestError" || code === 4001 || /user rejected|user denied/i.test(String(message))
  );
}

function transportError(error: unknown): GimbalError {
  const failures = chain(error);
  const is = (pattern: RegExp) =>
    failures.some(({ name, message }) => pattern.test(String(name)) || pattern.test(String(message)));
  const options = { cause: error, details: text(failures[0]) };
  const reason = failures
    .map(({ message }) => /execution reverted: ([^\n"]+)/.exec(String(message))?.[1])
    .find((found) => found !== undefined);
  if (reason !== undefined) return new RevertReasonError(reason, options);
  if (is(/^ChainMismatchError$|does not match the target chain/)) return new WrongChainError(options);
  if (is(/^InsufficientFundsError$|insufficient funds/i)) return new GasFundsShortError(options);
  if (is(/^Nonce(TooLow|TooHigh)Error$|nonce too low|replacement transaction underpriced/i)) {
    return new NonceUsedError(options);
  }
  if (is(/out of gas|intrinsic gas too low/i)) return new OutOfGasError(options);
  if (is(/^(HttpRequest|Timeout|WebSocketRequest|SocketClosed)Error$|fetch failed|Failed to fetch/)) {
    return new ChainUnreachableError(options);
  }
  return new UnexplainedError(options);
}

/** An error and its causes, outermost first. */
function chain(error: unknown): readonly Failure[] {
  const failures: Failure[] = [];
  let current = error;
  while (typeof current === "object" && current !== null && failures.length < 16) {
    failures.push(current as Failure);
    current = (current as { readonly cause?: unknown }).cause;
  }
  return failures;
}

function text(failure: Failure | undefined): string | undefined {
  return failure === undefined ? undefined : String(failure.message).slice(0, 2000);
}
