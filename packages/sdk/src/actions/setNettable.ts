import { encodeFunctionData } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { Plan, Preview } from "../plan";
import type { AccountId, Snapshot } from "../types";
import * as guard from "./guards";
import { engineCall, frozen, UNCHANGED } from "./plan";

/** Parameters of {@link setNettable}. */
export interface SetNettableParameters {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Whether the account may be netted whole against unhealthy ones, for a rebate. */
  readonly on: boolean;
}

/** Arguments of a `setNettable` plan. */
export type SetNettableArgs = Omit<SetNettableParameters, "snapshot">;

/** What {@link setNettable} returns. */
export type SetNettableReturnType = Plan<"setNettable", SetNettableArgs, Preview>;

/** What {@link setNettable} throws. */
export type SetNettableErrorType = GimbalErrorType;

/**
 * Lets an account be closed against unhealthy opposite ones as soon as there are any, for half of their bonus, or not any
 * more. It changes no requirement.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot of the owner of the account.
 * @param parameters.account Account.
 * @param parameters.on Whether it may be netted.
 * @returns Frozen plan.
 *
 * @example
 * const plan = setNettable({ snapshot, account, on: true });
 */
export function setNettable({ snapshot, account, on }: SetNettableParameters): SetNettableReturnType {
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "setNettable",
    args: [account, on],
  });
  return frozen({
    action: { type: "setNettable", args: { account, on } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: UNCHANGED,
    guards: guard.findings(guard.ownedBy(snapshot, account)),
    units: {},
  });
}
