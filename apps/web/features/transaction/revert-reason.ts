import type { DecodeErrorContext } from "@gimbal/sdk";
import type { Call, RunPorts } from "./ports";
import { revertProblem } from "./problem";
import type { Problem } from "./run-state";

/** Why a mined transaction was refused: it is run again on the state before its block, then on its own. */
export async function revertReason(
  call: Call,
  block: bigint,
  simulate: RunPorts["simulate"],
  context: DecodeErrorContext = {},
): Promise<Problem> {
  for (const at of [block - 1n, block]) {
    try {
      await simulate(call, at);
    } catch (error) {
      return revertProblem(error, context);
    }
  }
  return revertProblem(new Error("execution reverted"), context);
}
