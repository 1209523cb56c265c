import type { GimbalErrorType } from "../errors/base";
import type { Plan } from "../plan";
import { type BackstopParameters, type BackstopPreview, backstopPlan, encodeShares } from "./backstop";
import { ownerOf } from "./plan";

/** Arguments of a `cancelBackstopExit` plan. */
export interface CancelBackstopExitArgs {
  readonly market: number;
}

/** What {@link cancelBackstopExit} returns. */
export type CancelBackstopExitReturnType = Plan<
  "cancelBackstopExit",
  CancelBackstopExitArgs,
  BackstopPreview
>;

/** What {@link cancelBackstopExit} throws. */
export type CancelBackstopExitErrorType = GimbalErrorType;

/**
 * Ends a pending exit: the shares stay in the vault.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.backstop Vault.
 * @returns Frozen plan.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = cancelBackstopExit({ snapshot, backstop });
 */
export function cancelBackstopExit(parameters: BackstopParameters): CancelBackstopExitReturnType {
  const { snapshot, backstop } = parameters;
  return backstopPlan(
    parameters,
    { type: "cancelBackstopExit", args: { market: backstop.market } },
    encodeShares.release(ownerOf(snapshot)),
    { assets: backstop.stake?.waitingAssets ?? 0n, shares: backstop.stake?.waiting ?? 0n },
  );
}
