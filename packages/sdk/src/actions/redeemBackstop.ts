import type { GimbalErrorType } from "../errors/base";
import type { Plan } from "../plan";
import {
  type BackstopParameters,
  type BackstopPreview,
  backstopPlan,
  encodeShares,
  marksKnown,
} from "./backstop";
import * as guard from "./guards";
import { ownerOf } from "./plan";

/** Arguments of a `redeemBackstop` plan. */
export interface RedeemBackstopArgs {
  readonly market: number;
  readonly shares: bigint;
}

/** What {@link redeemBackstop} returns. */
export type RedeemBackstopReturnType = Plan<"redeemBackstop", RedeemBackstopArgs, BackstopPreview>;

/** What {@link redeemBackstop} throws. */
export type RedeemBackstopErrorType = GimbalErrorType;

/**
 * Redeems the shares of a backstop vault whose exit window is open, as far as the exits of the day allow.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.backstop Vault.
 * @returns Frozen plan; `preview` has what comes to the wallet.
 * @throws {OwnerMissingError} when the snapshot was read without an owner.
 *
 * @example
 * const plan = redeemBackstop({ snapshot, backstop });
 */
export function redeemBackstop(parameters: BackstopParameters): RedeemBackstopReturnType {
  const { snapshot, backstop } = parameters;
  const { stake } = backstop;
  const shares = stake?.redeemable ?? 0n;
  const waiting = stake?.waiting ?? 0n;
  const assets = waiting === 0n ? 0n : ((stake?.waitingAssets ?? 0n) * shares) / waiting;
  return backstopPlan(
    parameters,
    { type: "redeemBackstop", args: { market: backstop.market, shares } },
    encodeShares.redeem(shares, ownerOf(snapshot)),
    { assets, shares },
    {
      guards: [
        marksKnown(backstop),
        shares > 0n
          ? undefined
          : guard.block("amount-zero", "Nothing can leave now. Wait for the window, or for room in it."),
      ],
    },
  );
}
