import type { AccountId, Deployment, MarketState } from "@gimbal/sdk";
import type { Address } from "viem";
import type { Account } from "../accounts/account";
import type { Head, Reader } from "../accounts/follower";
import type { Plan } from "../outbox/plan";
import type { Unhealthy } from "../risk/riskIndex";
import type { DutyName } from "./names";

/** Everything a duty decides on: one block, and what the accounts are in it. */
export interface Round {
  readonly reader: Reader;
  readonly deployment: Deployment;
  readonly head: Head;
  /** Prices, parameters and indices of the block. */
  readonly markets: readonly MarketState[];
  /** Accounts that are liquidatable in the block, largest first. */
  readonly unhealthy: readonly Unhealthy[];
  readonly accounts: {
    get(id: AccountId): Account | undefined;
    values(): Iterable<Account>;
  };
  /** Who sends, and whom simulations come from. */
  readonly keeper: Address;
  /** Who gets profits. */
  readonly recipient: Address;
  readonly takeWith: "flash" | "wallet";
  /** [USD wad] */
  readonly minProfit: bigint;
  /** Last second at which what is decided now may be mined [unix seconds]. */
  readonly deadline: bigint;
  /** Whether something with this purpose would be looked at: neither under way nor left alone for a while. */
  isFree(purpose: string): boolean;
}

/** One thing a keeper does: looks at a block, and says what is worth doing. A question: it changes nothing. */
export interface Duty {
  readonly name: DutyName;
  plans(round: Round): Promise<readonly Plan[]>;
}

/** Market of a round. */
export function marketIn(round: Round, id: number): MarketState | undefined {
  return round.markets.find((market) => market.id === id);
}
