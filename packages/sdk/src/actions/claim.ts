import { encodeFunctionData } from "viem";
import { assetOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { Plan, Preview } from "../plan";
import type { AccountId, Snapshot } from "../types";
import { engineCall, frozen, ownerOf, suppliersAccount, UNCHANGED } from "./plan";

/** Parameters of {@link claim}. */
export interface ClaimParameters {
  /** Snapshot of the supplier as owner. */
  readonly snapshot: Snapshot;
  readonly market: number;
  readonly asset: number;
}

/** Arguments of a `claim` plan. */
export type ClaimArgs = Omit<ClaimParameters, "snapshot"> & { readonly account: AccountId };

/** What {@link claim} returns. */
export type ClaimReturnType = Plan<"claim", ClaimArgs, Preview>;

/** What {@link claim} throws. */
export type ClaimErrorType = GimbalErrorType;

/**
 * Sends a supplier what was recovered of a loss he bore.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot of the supplier as owner.
 * @param parameters.market Market id.
 * @param parameters.asset Asset index.
 * @returns Frozen plan.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 * @throws {AssetUnknownError} when the market has no such asset.
 *
 * @example
 * const plan = claim({ snapshot, market: 1, asset: 0 });
 */
export function claim({ snapshot, market, asset }: ClaimParameters): ClaimReturnType {
  const account = suppliersAccount(snapshot);
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "claim",
    args: [account, market, asset, ownerOf(snapshot)],
  });
  return frozen({
    action: { type: "claim", args: { account, market, asset } },
    approvals: [],
    calls: engineCall(snapshot, data),
    preview: UNCHANGED,
    guards: [],
    units: { collateral: assetOf(snapshot, market, asset) },
  });
}
