import type { AccountId } from "@gimbal/sdk";
import type { Address, Hex } from "viem";
import type { DutyName } from "../duties/names";
import type { Cause } from "./cooldown";

/** Something worth doing, not yet simulated. */
export interface Plan {
  /** What it is for, e.g. `take 0x…`: done once at a time, and left alone for a while when it fails. */
  readonly purpose: string;
  readonly duty: DutyName;
  readonly account?: AccountId;
  readonly to: Address;
  readonly data: Hex;
  /** Most gas it may use: what needs more is hostile. */
  readonly gasCap: bigint;
  /** Sent with exactly this much gas: where inner calls may fail, an estimate would let them. */
  readonly gas?: bigint;
  /** What the call earns before gas [USD wad], from what it returns. Left out: it is done at the expense of the budget. */
  readonly earns?: (result: Hex) => bigint;
  /** The call, made to revert if it earns less than this before gas [USD wad]. */
  readonly withFloor?: (floor: bigint) => Hex;
}

/** What became of a plan. */
export type Outcome = "sent" | "dry-run" | "busy" | "cooling" | Cause;
