import type { AccountId, AssetState, MarketState } from "@gimbal/sdk";
import type { ContractFunctionReturnType } from "viem";
import type { Account } from "../accounts/account";
import { engineAbi } from "../engineAbi";
import { marketIn, type Round } from "./duty";

/** What the engine says a take of a pair would do now. */
export type Quote = ContractFunctionReturnType<typeof engineAbi, "view", "quoteLiquidation">;

/** One collateral and one debt of an account, and what a take of them would do. */
export interface QuotedPair {
  readonly account: Account;
  readonly market: MarketState;
  readonly collateral: AssetState;
  readonly debt: AssetState;
  readonly quote: Quote;
}

const WAD = 10n ** 18n;

/** Quotes of every pair of some accounts, in one request; pairs that cannot be quoted are left out. */
export async function quotePairs(round: Round, ids: readonly AccountId[]): Promise<readonly QuotedPair[]> {
  const pairs = ids.flatMap((id) => pairsOf(round, id));
  if (pairs.length === 0) return [];
  const quotes = await round.reader.multicall({
    multicallAddress: round.deployment.contracts.multicall3,
    blockNumber: round.head.number,
    contracts: pairs.map(({ account, collateral, debt }) => ({
      address: round.deployment.contracts.marginEngine,
      abi: engineAbi,
      functionName: "quoteLiquidation" as const,
      args: [account.id, collateral.index, debt.index] as const,
    })),
  });
  return pairs.flatMap((pair, i) => {
    const answer = quotes[i];
    return answer?.status === "success" ? [{ ...pair, quote: answer.result }] : [];
  });
}

function pairsOf(round: Round, id: AccountId): readonly Omit<QuotedPair, "quote">[] {
  const account = round.accounts.get(id);
  const market = account && marketIn(round, account.market);
  if (account === undefined || market === undefined) return [];
  return account.held.flatMap(({ asset: held }) =>
    account.owed.flatMap(({ asset: owed }) => {
      const [collateral, debt] = [market.assets[held], market.assets[owed]];
      return collateral === undefined || debt === undefined ? [] : [{ account, market, collateral, debt }];
    }),
  );
}

/** What collateral is worth at least [USD wad]. */
export function worth(amount: bigint, asset: AssetState): bigint {
  return (amount * asset.price.maintenance.low) / WAD;
}

/** What debt costs at most [USD wad]. */
export function price(amount: bigint, asset: AssetState): bigint {
  return (amount * asset.price.maintenance.high + WAD - 1n) / WAD;
}

/** What the engine's terms alone leave a taker of a pair, before any market [USD wad]. */
export function margin({ quote, collateral, debt }: QuotedPair): bigint {
  return worth(quote.seized, collateral) - price(quote.repaid + quote.fee, debt);
}
