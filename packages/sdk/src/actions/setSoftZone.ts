import { encodeFunctionData } from "viem";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { Plan, Preview } from "../plan";
import type { AccountId, Snapshot } from "../types";
import * as guard from "./guards";
import { engineCall, frozen, UNCHANGED } from "./plan";

/** Parameters of {@link setSoftZone}. */
export interface SetSoftZoneParameters {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Whether slices of the account may be closed before it is unhealthy. */
  readonly on: boolean;
}

/** Arguments of a `setSoftZone` plan. */
export type SetSoftZoneArgs = Omit<SetSoftZoneParameters, "snapshot">;

/** What {@link setSoftZone} returns. */
export type SetSoftZoneReturnType = Plan<"setSoftZone", SetSoftZoneArgs, Preview>;

/** What {@link setSoftZone} throws. */
export type SetSoftZoneErrorType = GimbalErrorType;

/**
 * Lets anyone close small slices of an account just above liquidation, at a fee of at most 1 %, or not any more.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot of the owner of the account.
 * @param parameters.account Account.
 * @param parameters.on Whether slices may be closed.
 * @returns Frozen plan.
 *
 * @example
 * const plan = setSoftZone({ snapshot, account, on: true });
 */
export function setSoftZone({ snapshot, account, on }: SetSoftZoneParameters): SetSoftZoneReturnType {
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "setSoftZone",
    args: [account, on],
  });
  return frozen({
    action: { type: "setSoftZone", args: { account, on } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: UNCHANGED,
    guards: guard.findings(guard.ownedBy(snapshot, account)),
    units: {},
  });
}
