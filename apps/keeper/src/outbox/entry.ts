import type { Address, Hash, Hex } from "viem";
import type { DutyName } from "../duties/names";

/**
 * `planned`: decided, nothing signed. `sent`: signed, and given to the network or about to be. `mined`: in a block that may
 * still be replaced. `final`: in a block that is not. `dropped`: will never be mined.
 */
export type State = "planned" | "sent" | "mined" | "final" | "dropped";

/** One signed transaction; replacements share the nonce, so that at most one of them is ever mined. */
export interface Attempt {
  readonly hash: Hash;
  readonly raw: Hex;
  /** [wei] */
  readonly maxFee: bigint;
  /** [wei] */
  readonly tip: bigint;
  /** [unix seconds] */
  readonly at: number;
  /** Frees the nonce and does nothing else. */
  readonly cancels: boolean;
}

/** One action on its way to the chain. */
export interface Entry {
  readonly id: number;
  /** What it is for: only one with the same purpose is under way at a time. */
  readonly purpose: string;
  readonly duty: DutyName;
  readonly to: Address;
  readonly data: Hex;
  readonly gas: bigint;
  readonly state: State;
  readonly nonce?: number;
  readonly attempts: readonly Attempt[];
  readonly block?: { readonly number: bigint; readonly hash: Hash };
  readonly succeeded?: boolean;
  /** Why it was dropped. */
  readonly cause?: string;
  /** Profit that was expected, after gas [USD wad]. */
  readonly expected: bigint;
  /** Spent on gas, once mined [wei]. */
  readonly spent?: bigint;
  /** When it was mined or planned [unix seconds]. */
  readonly at: number;
}

/** Under way: its purpose is taken, and its nonce if it has one. */
export function isOpen({ state }: Entry): boolean {
  return state === "planned" || state === "sent" || state === "mined";
}
