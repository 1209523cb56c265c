import { inUsd } from "../amounts/sentences";
import type { LiquidationQuote } from "../liquidation/report";
import * as guard from "./guards";

/** Why nothing can be taken, if so. */
export function takeable({ zone, seized, room }: LiquidationQuote) {
  if (zone === "safe") return guard.notLiquidatable("The account is healthy.");
  if (seized > 0n) return undefined;
  if (room === 0n) {
    return guard.notLiquidatable(
      "Takes have used up what the market bears for now. More comes within 5 minutes.",
    );
  }
  return guard.notLiquidatable(`Nothing of this pair can be taken now; the throttle leaves ${inUsd(room)}.`);
}
