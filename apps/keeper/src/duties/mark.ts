import { EngineRisk, type MarketState } from "@gimbal/sdk";
import { encodeFunctionData } from "viem";
import type { Account } from "../accounts/account";
import { engineAbi } from "../engineAbi";
import { healthOf } from "../risk/exact";
import { type Duty, marketIn, type Round } from "./duty";

/** Accounts of one call. */
const MOST = 50;
const GAS_CAP = 8_000_000n;
/** After this the engine counts an auction as none [s]; `EngineClock.MAX_AGE`. */
const MAX_AGE = 1_800n;

/** Starts the auction clock of unhealthy accounts, ends that of healthy ones, and stops it while a price is down. */
export const mark: Duty = {
  name: "mark",
  async plans(round) {
    if (!round.isFree("mark")) return [];
    const due = [...candidates(round)].filter((account) => isDue(account, round)).slice(0, MOST);
    if (due.length === 0) return [];
    const args = [due.map(({ id }) => id)] as const;
    return [
      {
        purpose: "mark",
        duty: "mark",
        to: round.deployment.contracts.marginEngine,
        data: encodeFunctionData({ abi: engineAbi, functionName: "mark", args }),
        gasCap: GAS_CAP,
      },
    ];
  },
};

/** Those that are unhealthy, and those whose clock runs. */
function candidates({ unhealthy, accounts }: Round): ReadonlySet<Account> {
  const found = new Set<Account>();
  for (const { account } of unhealthy) {
    const known = accounts.get(account);
    if (known !== undefined) found.add(known);
  }
  for (const account of accounts.values()) if (account.auctionAt !== 0n) found.add(account);
  return found;
}

/** Whether marking would change anything, by the rule of `EngineAuctions`. */
function isDue(account: Account, round: Round): boolean {
  const { auctionAt, auctionStopped } = account;
  const runs = auctionAt !== 0n;
  const condition = conditionOf(account, marketIn(round, account.market));
  if (condition === "healthy") return runs;
  if (condition === "unpriced") return runs && !auctionStopped;
  return !runs || auctionStopped || auctionAt + MAX_AGE < round.head.timestamp;
}

function conditionOf(account: Account, market: MarketState | undefined) {
  if (account.owed.length === 0) return "healthy";
  const health = market === undefined ? undefined : healthOf(account, market);
  if (health === undefined) return "unpriced";
  return EngineRisk.covers(health) ? "healthy" : "unhealthy";
}
