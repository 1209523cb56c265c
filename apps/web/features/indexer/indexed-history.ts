import { createHistoryClient, type HistoryClient, HistoryError, type HistoryTrade } from "@gimbal/history";
import type { AccountId, Deployment, Trade, TradeHistory, TradeType } from "@gimbal/sdk";
import type { Client } from "viem";
import { getBlock } from "viem/actions";

/** Newest trades that are read; a screen shows fewer. */
const TRADES = 300;
/** An indexer that takes longer is not worth waiting for: the chain is there [ms]. */
const TIMEOUT = 1_500;

export function indexerAt(url: string): HistoryClient {
  return createHistoryClient({ url, timeout: TIMEOUT });
}

/** Which account, in which market, about which asset. */
interface IndexedOf {
  readonly account: AccountId;
  readonly market: number;
  /** Index of the base asset. */
  readonly base: number;
}

/**
 * What `readTrades` reads from the chain, from the indexer; undefined if it is down, behind the chain or of another
 * deployment, so that the chain is read instead.
 */
export async function readIndexedHistory(
  indexer: HistoryClient,
  client: Client,
  deployment: Deployment,
  { account, market: id, base: index }: IndexedOf,
): Promise<TradeHistory | undefined> {
  const market = deployment.markets.find((m) => m.id === id);
  const base = market?.assets[index];
  if (base === undefined) return undefined;
  try {
    const { number } = await getBlock(client);
    const [status, positions, trades] = await Promise.all([
      indexer.status(),
      indexer.positions(account),
      indexer.trades(account, { market: id, base: base.index, limit: TRADES }),
    ]);
    const { engine, chainId } = status.data;
    const blocks = [status, positions, trades].map(({ indexed }) => indexed.block);
    const isOne = blocks.every((block) => block === blocks[0]) && (blocks[0] ?? 0n) >= number;
    const isOurs =
      chainId === deployment.chainId && engine === deployment.contracts.marginEngine.toLowerCase();
    if (!isOne || !isOurs) return undefined;
    const position = positions.data.find((p) => p.market === id && p.base === base.index);
    const { held, owed, size, basis, invested, inKind } = position ?? FLAT;
    return {
      account,
      market: id,
      base: { index: base.index, decimals: base.decimals },
      toBlock: positions.indexed.block,
      trades: trades.data.map(tradeOf).reverse(),
      entry: position?.entry,
      realised: position?.realised ?? 0n,
      invested,
      state: { held, owed, size, basis, invested, inKind },
    };
  } catch (error) {
    if (error instanceof HistoryError) return undefined;
    throw error;
  }
}

/** An account that nothing has happened to. */
const FLAT = {
  held: [0n, 0n],
  owed: [0n, 0n],
  size: 0n,
  basis: 0n,
  invested: 0n,
  inKind: false,
} as const;

function tradeOf({ block, transaction, type, ...trade }: HistoryTrade): Trade {
  const { side, logIndex, size, price, paidIn, debt, realised, result } = trade;
  const told = { side, logIndex, size, price, paidIn, debt, realised, result };
  return { type: type as TradeType, blockNumber: block, transactionHash: transaction, ...told };
}
