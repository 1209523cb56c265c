import type { GimbalErrorType } from "../errors/base";
import type { Plan } from "../plan";
import { type BackstopParameters, type BackstopPreview, backstopPlan, encodeShares } from "./backstop";
import * as guard from "./guards";

/** Parameters of {@link requestBackstopExit}. */
export interface RequestBackstopExitParameters extends BackstopParameters {
  /** Shares that are to leave. */
  readonly shares: bigint;
}

/** Arguments of a `requestBackstopExit` plan. */
export interface RequestBackstopExitArgs {
  readonly market: number;
  readonly shares: bigint;
}

/** What {@link requestBackstopExit} returns. */
export type RequestBackstopExitReturnType = Plan<
  "requestBackstopExit",
  RequestBackstopExitArgs,
  BackstopPreview
>;

/** What {@link requestBackstopExit} throws. */
export type RequestBackstopExitErrorType = GimbalErrorType;

/**
 * Starts the cooldown after which shares of a backstop vault can be redeemed. Until then they bear every loss.
 *
 * Reads nothing.
 *
 * @param parameters.snapshot Snapshot of the owner of the stake.
 * @param parameters.backstop Vault.
 * @param parameters.shares Shares that are to leave.
 * @returns Frozen plan; `preview` has what they are worth now.
 *
 * @example
 * const plan = requestBackstopExit({ snapshot, backstop, shares: backstop.stake.shares });
 */
export function requestBackstopExit(
  parameters: RequestBackstopExitParameters,
): RequestBackstopExitReturnType {
  const { backstop, shares } = parameters;
  const owned = backstop.stake?.shares ?? 0n;
  const assets = owned === 0n ? 0n : ((backstop.stake?.assets ?? 0n) * shares) / owned;
  return backstopPlan(
    parameters,
    { type: "requestBackstopExit", args: { market: backstop.market, shares } },
    encodeShares.request(shares),
    { assets, shares },
    {
      guards: [
        guard.notZero(shares),
        shares <= owned
          ? undefined
          : guard.block("amount-above-supplied", "That is more than your stake. Use Max.", shares, owned),
      ],
    },
  );
}
