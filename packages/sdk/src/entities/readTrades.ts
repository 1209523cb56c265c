import {
  type Address,
  type Client,
  encodeEventTopics,
  formatLog,
  type Hex,
  isAddressEqual,
  pad,
  type TransactionReceipt,
  toHex,
} from "viem";
import { getBlockNumber } from "viem/actions";
import { accountIndex } from "../accounts";
import type { Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import { accountMoverAbi } from "../generated/ordersAbis";
import type { TradeHistory } from "../math/tradeHistory";
import type { AccountId } from "../types";
import { type EventShape, HISTORY_ABI, parseHistory } from "./accountEvents";
import { emptyHistory, replay } from "./replay";
import { shapeOf } from "./tradeShape";

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
 * Reads the account's events of the engine and the routers' trades in the pool: one `eth_getLogs`, and some more where a
 * position came from another account. Meant to be called once per account; {@link addReceipt} keeps it current.
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
  const { shape, decimals } = shapeOf(deployment, market, parameters.base ?? 1);
  try {
    const toBlock = await getBlockNumber(client, { cacheTime: 0 });
    const range = { fromBlock: toHex(fromBlock), toBlock: toHex(toBlock) };
    const accounts = [account];
    let logs = await logsOf(client, shape, accounts, range);
    // what came from another account is in the history of that one
    while (hasNews(logs, accounts, shape)) logs = await logsOf(client, shape, accounts, range);
    const empty = accounts.map((id) => emptyHistory(id, shape, decimals, toBlock));
    return replay(logs, shape, empty)[0] as TradeHistory;
  } catch (error) {
    throw await explainError(error);
  }

  /** Adds the accounts that gave something to one of these; false if all of them were known. */
  function hasNews(
    found: TransactionReceipt["logs"],
    known: AccountId[],
    { accountMover }: EventShape,
  ): boolean {
    const givers = parseHistory(found).flatMap((log) =>
      log.eventName === "MovePosition" && isAddressEqual(log.address, accountMover) ? [log.args.from] : [],
    );
    const fresh = [...new Set(givers)].filter((giver) => !known.some((id) => isSame(id, giver)));
    known.push(...fresh);
    return fresh.length > 0;
  }
}

interface Range {
  readonly fromBlock: Hex;
  readonly toBlock: Hex;
}

/** Events of accounts, trades of the routers, and moves from and to the accounts; a second read where something moved. */
async function logsOf(
  client: Client,
  shape: EventShape,
  accounts: readonly AccountId[],
  range: Range,
): Promise<TransactionReceipt["logs"]> {
  const { engine, pool, router, positionRouter, accountMover } = shape;
  const own = await read(
    [engine, accountMover, ...(pool === undefined ? [] : [pool])],
    [
      SELECTORS,
      // the topic after the selector is the account in the engine's events and the sender in the pool's
      [...accounts, pad(router), pad(positionRouter)],
    ],
  );
  const isMoved = own.some(({ topics }) => topics[2] === pad(accountMover).toLowerCase());
  if (!isMoved) return own;
  const came = await read([accountMover], [MOVED, null, [...accounts]]);
  const known = new Set(own.map(placeOf));
  return [...own, ...came.filter((log) => !known.has(placeOf(log)))].sort(byPlace);

  async function read(address: Address[], topics: (Hex | Hex[] | null)[]) {
    const logs: RpcLogs = await client.request({
      method: "eth_getLogs",
      params: [{ address, topics, ...range }],
    });
    return logs.map((log) => formatLog(log)) as TransactionReceipt["logs"];
  }
}

type Place = Pick<TransactionReceipt["logs"][number], "blockNumber" | "logIndex">;

function placeOf({ blockNumber, logIndex }: Place): string {
  return `${blockNumber}:${logIndex}`;
}

function byPlace(a: Place, b: Place): number {
  return a.blockNumber === b.blockNumber ? a.logIndex - b.logIndex : a.blockNumber < b.blockNumber ? -1 : 1;
}

function isSame(a: AccountId, b: AccountId): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/**
 * Adds the events of a mined transaction to a history, so that nothing has to be read again. What a position that came from
 * another account had cost is in the history of that one: read such an account again instead.
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
  const { shape } = shapeOf(deployment, history.market, history.base.index);
  const [next] = replay(receipt.logs, shape, [history]);
  return { ...(next ?? history), toBlock: receipt.blockNumber };
}

const SELECTORS: Hex[] = HISTORY_ABI.map(
  (event) => encodeEventTopics({ abi: [event], eventName: event.name })[0] as Hex,
);
const MOVED = encodeEventTopics({ abi: accountMoverAbi, eventName: "MovePosition" })[0];
