import {
  type Client,
  encodeEventTopics,
  formatLog,
  type Hex,
  pad,
  type TransactionReceipt,
  toHex,
} from "viem";
import { getBlockNumber } from "viem/actions";
import { accountIndex } from "../accounts";
import type { Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import { applyEvent, type TradeHistory } from "../math/tradeHistory";
import type { AccountId } from "../types";
import { accountEvents, HISTORY_ABI } from "./accountEvents";
import { historyOf, shapeOf } from "./tradeShape";

/** Parameters of {@link readTrades}. */
export interface ReadTradesParameters {
  readonly deployment: Deployment;
  readonly account: AccountId;
  /** Market id; the one of the convention of the account's index when left out. */
  readonly market?: number | undefined;
  /** Index of the base asset; 1 when left out. */
  readonly base?: number | undefined;
  /** Block the deployment, or the account, began in; 0 when left out. */
  readonly fromBlock?: bigint | undefined;
}

/** What {@link readTrades} returns. */
export type ReadTradesReturnType = TradeHistory;

type RpcLogs = readonly Parameters<typeof formatLog>[0][];

/**
 * What an account has done: trades with their prices, average entry, realised profit.
 *
 * Reads the account's events of the engine and the router's trades in the pool: one `eth_getLogs`. Meant to be called
 * once per account; {@link addReceipt} keeps it current.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.account Account.
 * @param parameters.market Market id.
 * @param parameters.base Index of the base asset.
 * @param parameters.fromBlock First block to read.
 * @returns History, oldest trade first.
 * @throws {MarketUnknownError} when the deployment has no such market.
 * @throws {AssetUnknownError} when the market has no such base asset.
 * @throws {GimbalError} when the node does not answer.
 *
 * @example
 * const { entry, realised } = await readTrades(client, { deployment, account });
 */
export async function readTrades(
  client: Client,
  parameters: ReadTradesParameters,
): Promise<ReadTradesReturnType> {
  const { deployment, account, fromBlock = 0n } = parameters;
  const market = parameters.market ?? Number(accountIndex(account) >> 8n);
  const { shape, decimals } = shapeOf(deployment, account, market, parameters.base ?? 1);
  try {
    const toBlock = await getBlockNumber(client, { cacheTime: 0 });
    const logs: RpcLogs = await client.request({
      method: "eth_getLogs",
      params: [
        {
          address: [shape.engine, ...(shape.pool === undefined ? [] : [shape.pool])],
          // the topic after the selector is the account in the engine's events and the sender in the pool's
          topics: [SELECTORS, [account, pad(shape.router)]],
          fromBlock: toHex(fromBlock),
          toBlock: toHex(toBlock),
        },
      ],
    });
    const formatted = logs.map((log) => formatLog(log)) as TransactionReceipt["logs"];
    return historyOf(formatted, shape, decimals, toBlock);
  } catch (error) {
    throw await explainError(error);
  }
}

/**
 * Adds the events of a mined transaction to a history, so that nothing has to be read again.
 *
 * Reads nothing.
 *
 * @param history History from {@link readTrades}.
 * @param receipt Receipt of the transaction; one of a block the history covers changes nothing.
 * @param deployment Addresses.
 * @returns History with the account's events of the receipt.
 * @throws {MarketUnknownError} when the deployment has no such market.
 *
 * @example
 * const next = addReceipt(history, receipt, deployment);
 */
export function addReceipt(
  history: TradeHistory,
  receipt: Pick<TransactionReceipt, "blockNumber" | "logs">,
  deployment: Deployment,
): TradeHistory {
  if (receipt.blockNumber <= history.toBlock) return history;
  const { shape } = shapeOf(deployment, history.account, history.market, history.base.index);
  const next = accountEvents(receipt.logs, shape, history.state).reduce(applyEvent, history);
  return { ...next, toBlock: receipt.blockNumber };
}

const SELECTORS: Hex[] = HISTORY_ABI.map(
  (event) => encodeEventTopics({ abi: [event], eventName: event.name })[0] as Hex,
);
