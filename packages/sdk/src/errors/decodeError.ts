import { decodeErrorResult, type Hex } from "viem";
import { allErrorsAbi } from "../generated/abis";
import { GimbalError } from "./base";
import { createContractError } from "./registry";
import { nestedData, revertData } from "./revertData";
import {
  ChainUnreachableError,
  GasFundsShortError,
  NonceUsedError,
  OutOfGasError,
  PanicError,
  RevertReasonError,
  UnexplainedError,
  UnknownContractError,
  UserRejectedError,
  WrongChainError,
} from "./transport";
import type { ErrorContext } from "./words";

const ERROR_STRING = "0x08c379a0";
const PANIC = "0x4e487b71";
const NESTING = 4;

/** What helps to put a sentence into people's units. */
export type DecodeErrorContext = ErrorContext;

/**
 * Error of the SDK for anything that a client, a wallet, a node or a contract threw: one class per contract error, with
 * a sentence that has the numbers in it and says what to do.
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
  if (error instanceof GimbalError) return error;
  if (chain(error).some(isRejection)) return new UserRejectedError({ cause: error });
  const data = revertData(error);
  if (data !== undefined) return decodeData(data, error, context, NESTING);
  return transportError(error);
}

function decodeData(data: Hex, cause: unknown, context: DecodeErrorContext, nesting: number): GimbalError {
  const known = decodeKnown(data, cause, context);
  if (known !== undefined) return known;
  if (nesting > 0) {
    for (const inner of nestedData(data)) {
      const decoded = decodeData(inner, cause, context, nesting - 1);
      if (!(decoded instanceof UnknownContractError)) return decoded;
    }
  }
  return new UnknownContractError(data, { cause });
}

function decodeKnown(data: Hex, cause: unknown, context: DecodeErrorContext): GimbalError | undefined {
  try {
    const { errorName, args = [], abiItem } = decodeErrorResult({ abi: allErrorsAbi, data });
    const values = args as readonly unknown[];
    if (data.startsWith(ERROR_STRING)) return new RevertReasonError(String(values[0]), { cause });
    if (data.startsWith(PANIC)) return new PanicError(BigInt(values[0] as bigint), { cause });
    const named = Object.fromEntries(abiItem.inputs.map((input, i) => [input.name, values[i]]));
    return createContractError(errorName, named, { ...context, cause });
  } catch {
    return undefined; // not one of ours, or its arguments are cut off
  }
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
