import type { BackstopStake, Seconds } from "@gimbal/sdk";

/** Where an exit stands. */
export type ExitState =
  | { readonly type: "none" }
  | { readonly type: "waiting"; readonly left: number }
  | { readonly type: "open"; readonly left: number };

/** Where the exit of a stake stands at a time of the chain; a window that has passed is no exit. */
export function exitStateOf(
  stake: Pick<BackstopStake, "waiting" | "opensAt" | "closesAt"> | undefined,
  now: Seconds,
): ExitState {
  if (stake === undefined || stake.waiting === 0n || now > stake.closesAt) return { type: "none" };
  if (now < stake.opensAt) return { type: "waiting", left: Number(stake.opensAt - now) };
  return { type: "open", left: Number(stake.closesAt - now) };
}
