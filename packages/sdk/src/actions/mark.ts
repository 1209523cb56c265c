import { encodeFunctionData } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { Plan, Preview } from "../plan";
import type { AccountId, Snapshot } from "../types";
import { engineCall, frozen, UNCHANGED } from "./plan";

/** Parameters of {@link mark}. */
export interface MarkParameters {
  readonly snapshot: Snapshot;
  readonly accounts: readonly AccountId[];
}

/** Arguments of a `mark` plan. */
export type MarkArgs = Omit<MarkParameters, "snapshot">;

/** What {@link mark} returns. */
export type MarkReturnType = Plan<"mark", MarkArgs, Preview>;

/** What {@link mark} throws. */
export type MarkErrorType = GimbalErrorType;

/**
 * Starts the auction clock of unhealthy accounts, and ends it of healthy ones. Anyone may; it costs the gas alone.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot: says where the engine is.
 * @param parameters.accounts Accounts.
 * @returns Frozen plan.
 *
 * @example
 * const plan = mark({ snapshot, accounts: [account] });
 */
export function mark({ snapshot, accounts }: MarkParameters): MarkReturnType {
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "mark",
    args: [accounts],
  });
  return frozen({
    action: { type: "mark", args: { accounts } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: UNCHANGED,
    guards: [],
    units: {},
  });
}
