import {
  type AccountId,
  type AssetState,
  lenderAccount,
  type OwnerHistory,
  type Side,
  type Snapshot,
  type TradeType,
  tradeFee,
} from "@gimbal/sdk";
import type { Hash } from "viem";
import { marketTitle } from "@/features/market/market-title";

export type EntryType = TradeType | "supply" | "withdraw";

/** One event of an owner, with everything a person or a spreadsheet asks of it. */
export interface HistoryEntry {
  readonly key: string;
  readonly type: EntryType;
  readonly account: AccountId;
  readonly market: { readonly id: number; readonly slug: string; readonly name: string };
  readonly side: Side | undefined;
  readonly blockNumber: bigint;
  /** [unix seconds]; undefined while it is not known. */
  readonly time: bigint | undefined;
  readonly transactionHash: Hash;
  readonly logIndex: number;
  /** Asset the size is in: the base asset, or the asset that was lent. */
  readonly asset: AssetState;
  readonly quote: AssetState;
  /** Signed change of the exposure, or of the loan [units of asset]. */
  readonly size: bigint;
  /** [units of quote] */
  readonly price: bigint | undefined;
  readonly paidIn: bigint | undefined;
  readonly fee: bigint | undefined;
  /** Profit of this trade against the average entry. */
  readonly realised: bigint | undefined;
  /** Of the whole position, when it became flat. */
  readonly result: bigint | undefined;
}

/** Everything an owner did, newest first. */
export function entriesOf(history: OwnerHistory, snapshot: Snapshot): readonly HistoryEntry[] {
  return [...tradeEntries(history, snapshot), ...loanEntries(history, snapshot)].sort(newestFirst);
}

function tradeEntries({ histories, times }: OwnerHistory, { markets }: Snapshot): HistoryEntry[] {
  return histories.flatMap(({ account, market: id, base, trades }) => {
    const market = markets.find((candidate) => candidate.id === id);
    const [quote, asset] = [market?.assets[0], market?.assets[base.index]];
    if (market === undefined || quote === undefined || asset === undefined) return [];
    const poolFee = BigInt(asset.deployed.poolFee ?? 0);
    return trades.flatMap((trade): HistoryEntry[] => {
      // in an account with several assets, what moved quote alone is told once, by the first of them
      if (base.index > 1 && trade.size === 0n) return [];
      // a swap of two others is told by them
      if (trade.size === 0n && isSwap(trade.type)) return [];
      return [
        {
          key: `${trade.transactionHash}:${trade.logIndex}:${base.index}`,
          type: trade.type,
          account,
          market: { id, slug: market.slug, name: marketTitle(market.deployed) },
          side: trade.side,
          blockNumber: trade.blockNumber,
          time: times.get(trade.blockNumber),
          transactionHash: trade.transactionHash,
          logIndex: trade.logIndex,
          asset,
          quote,
          size: trade.size,
          price: trade.price,
          paidIn: trade.paidIn,
          fee: trade.price === undefined ? undefined : tradeFee(trade, base.decimals, poolFee),
          realised: trade.realised,
          result: trade.result,
        },
      ];
    });
  });
}

function isSwap(type: TradeType): boolean {
  return type === "swap-collateral" || type === "swap-debt";
}

function loanEntries({ loans, owner, times }: OwnerHistory, { markets }: Snapshot): HistoryEntry[] {
  return loans.flatMap((loan): HistoryEntry[] => {
    const market = markets.find(({ id }) => id === loan.market);
    const [quote, asset] = [market?.assets[0], market?.assets[loan.asset]];
    if (market === undefined || quote === undefined || asset === undefined) return [];
    return [
      {
        key: `${loan.transactionHash}:${loan.logIndex}`,
        type: loan.assets < 0n ? "withdraw" : "supply",
        account: lenderAccount(owner),
        market: { id: market.id, slug: market.slug, name: marketTitle(market.deployed) },
        side: undefined,
        blockNumber: loan.blockNumber,
        time: times.get(loan.blockNumber),
        transactionHash: loan.transactionHash,
        logIndex: loan.logIndex,
        asset,
        quote,
        size: loan.assets,
        price: undefined,
        paidIn: undefined,
        fee: undefined,
        realised: undefined,
        result: undefined,
      },
    ];
  });
}

function newestFirst(a: HistoryEntry, b: HistoryEntry): number {
  if (a.blockNumber !== b.blockNumber) return a.blockNumber > b.blockNumber ? -1 : 1;
  return b.logIndex - a.logIndex;
}
