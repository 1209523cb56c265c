import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineAbi } from "../generated/abis";
import type { Plan, Preview } from "../plan";
import type { Snapshot } from "../types";
import { engineCall, frozen, UNCHANGED } from "./plan";

/** Parameters of {@link setOperator}. */
export interface SetOperatorParameters {
  readonly snapshot: Snapshot;
  /** Who may act on every account of the caller. */
  readonly operator: Address;
  readonly approved: boolean;
}

/** Arguments of a `setOperator` plan. */
export type SetOperatorArgs = Omit<SetOperatorParameters, "snapshot">;

/** What {@link setOperator} returns. */
export type SetOperatorReturnType = Plan<"setOperator", SetOperatorArgs, Preview>;

/** What {@link setOperator} throws. */
export type SetOperatorErrorType = GimbalErrorType;

/**
 * Lets somebody act on every account of the caller, or not any more.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot: says where the engine is.
 * @param parameters.operator Who may act.
 * @param parameters.approved Whether he may.
 * @returns Frozen plan.
 *
 * @example
 * const plan = setOperator({ snapshot, operator: "0x90F79bf6EB2c4f870365E785982E1f101E93b906", approved: true });
 */
export function setOperator(parameters: SetOperatorParameters): SetOperatorReturnType {
  const { snapshot, operator, approved } = parameters;
  const data = encodeFunctionData({
    abi: marginEngineAbi,
    functionName: "setOperator",
    args: [operator, approved],
  });
  return frozen({
    action: { type: "setOperator", args: { operator, approved } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: UNCHANGED,
    guards: [],
    units: {},
  });
}
