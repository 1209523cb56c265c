import { decodeErrorResult, type Hex } from "viem";
import { allErrorsAbi } from "../generated/errorsAbi";
import type { GimbalError } from "./base";
import { createContractError } from "./registry";
import { PanicError, RevertReasonError } from "./transport";
import type { ErrorContext } from "./words";

const ERROR_STRING = "0x08c379a0";
const PANIC = "0x4e487b71";

/** Class of the error that revert data stands for; undefined if it is not one of the contracts'. */
export function decodeContractError(
  data: Hex,
  cause: unknown,
  context: ErrorContext,
): GimbalError | undefined {
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
