import { type AccountId, accountOwner, type MarketState } from "@gimbal/sdk";
import { encodeFunctionData, maxUint256 } from "viem";
import type { Account } from "../accounts/account";
import { engineAbi } from "../engineAbi";
import type { Plan } from "../outbox/plan";
import type { Duty, Round } from "./duty";
import { type QuotedPair, quotePairs } from "./pairs";

/** Unhealthy accounts looked at in one round. */
const MOST = 20;
/** Counterparties asked about for each: those that asked for it, then the most levered, who become eligible first. */
const COUNTERPARTIES = 10;
const GAS_CAP = 3_000_000n;

/** Closes unhealthy accounts against opposite ones of their market, without any market outside. */
export const net: Duty = {
  name: "net",
  async plans(round) {
    const free = round.unhealthy
      .map(({ account }) => account)
      .filter((id) => round.isFree(purposeOf(id)))
      .slice(0, MOST);
    const plans = new Map<AccountId, Plan>();
    for (const pair of await quotePairs(round, free)) {
      const { id } = pair.account;
      const plan = plans.has(id) ? undefined : await netting(round, pair);
      if (plan !== undefined) plans.set(id, plan);
    }
    return [...plans.values()];
  },
};

function purposeOf(id: AccountId): string {
  return `net ${id}`;
}

/** The netting that moves most, with the first kind of counterparty that can be netted at all. */
async function netting(round: Round, pair: QuotedPair): Promise<Plan | undefined> {
  const { account, collateral, debt } = pair;
  const { marginEngine, multicall3 } = round.deployment.contracts;
  const opposites = oppositesOf(round, pair);
  if (opposites.length === 0) return undefined;
  const call = (counterparty: Account) =>
    [account.id, counterparty.id, collateral.index, debt.index] as const;
  const quotes = await round.reader.multicall({
    multicallAddress: multicall3,
    blockNumber: round.head.number,
    contracts: opposites.map((counterparty) => ({
      address: marginEngine,
      abi: engineAbi,
      functionName: "quoteNetting" as const,
      args: call(counterparty),
    })),
  });
  const possible = opposites
    .map((counterparty, i) => ({ counterparty, quote: quotes[i]?.result }))
    .flatMap(({ counterparty, quote }) =>
      quote?.reason === "0x" && quote.moved > 0n ? [{ counterparty, quote }] : [],
    )
    .sort(
      (a, b) => Number(a.quote.forced) - Number(b.quote.forced) || (b.quote.moved > a.quote.moved ? 1 : -1),
    );
  const best = possible[0];
  if (best === undefined) return undefined;
  return {
    purpose: purposeOf(account.id),
    duty: "net",
    account: account.id,
    to: marginEngine,
    data: encodeFunctionData({
      abi: engineAbi,
      functionName: "net",
      args: [...call(best.counterparty), maxUint256],
    }),
    gasCap: GAS_CAP,
  };
}

/** Accounts of other owners that hold what the account owes and owe what it holds. */
function oppositesOf(
  round: Round,
  { account, market, collateral, debt, quote }: QuotedPair,
): readonly Account[] {
  const owner = accountOwner(account.id);
  const found: { readonly account: Account; readonly leverage: number }[] = [];
  for (const other of round.accounts.values()) {
    if (other.market !== market.id || !(other.nettable || quote.nettingDue)) continue;
    if (!other.held.some(({ asset }) => asset === debt.index)) continue;
    if (!other.owed.some(({ asset }) => asset === collateral.index) || accountOwner(other.id) === owner)
      continue;
    found.push({ account: other, leverage: leverageOf(other, market) });
  }
  return found
    .sort((a, b) => Number(b.account.nettable) - Number(a.account.nettable) || b.leverage - a.leverage)
    .slice(0, COUNTERPARTIES)
    .map((entry) => entry.account);
}

/** `D / C`, for an order alone. */
function leverageOf({ held, owed }: Account, { assets }: MarketState): number {
  const value = (legs: Account["held"], scale: (asset: number) => number) =>
    legs.reduce((sum, { asset, amount }) => sum + Number(amount) * scale(asset), 0);
  const priceOf = (asset: number) => Number(assets[asset]?.price.maintenance.high ?? 0n);
  const collateral = value(held, priceOf);
  const debt = value(
    owed,
    (asset) => (priceOf(asset) * Number(assets[asset]?.reserve.index ?? 0n)) / 2 ** 60,
  );
  return collateral === 0 ? Number.POSITIVE_INFINITY : debt / collateral;
}
