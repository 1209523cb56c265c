import {
  type Address,
  type Client,
  encodeEventTopics,
  formatLog,
  type Hash,
  type Hex,
  pad,
  parseEventLogs,
  type TransactionReceipt,
  toHex,
} from "viem";
import { getBlockNumber } from "viem/actions";
import { accountIndex, lenderAccount, positionAccounts } from "../accounts";
import type { Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import { marginEngineAbi } from "../generated/abis";
import type { TradeHistory } from "../math/tradeHistory";
import type { AccountId } from "../types";
import type { Seconds, TokenAmount } from "../units";
import { HISTORY_ABI } from "./accountEvents";
import { emptyHistory, replay } from "./replay";
import { shapeOf } from "./tradeShape";

/** One supply (+) or withdrawal (−) of a lender. */
export interface LoanEvent {
  readonly market: number;
  readonly asset: number;
  /** Signed. */
  readonly assets: TokenAmount;
  readonly shares: bigint;
  readonly blockNumber: bigint;
  readonly transactionHash: Hash;
  readonly logIndex: number;
}

/** Everything that happened to the accounts and loans of an owner. */
export interface OwnerHistory {
  readonly owner: Address;
  /** Last block that is covered. */
  readonly toBlock: bigint;
  /** One for each account and base asset, without events in those that were never used. */
  readonly histories: readonly TradeHistory[];
  /** Oldest first. */
  readonly loans: readonly LoanEvent[];
  /** Times of blocks, where the node gave them with the events. */
  readonly times: ReadonlyMap<bigint, Seconds>;
}

/** Parameters of {@link readOwnerHistory}. */
export interface ReadOwnerHistoryParameters {
  readonly deployment: Deployment;
  readonly owner: Address;
  /** Block the deployment began in; 0 when left out. */
  readonly fromBlock?: bigint | undefined;
}

/** What {@link readOwnerHistory} returns. */
export type ReadOwnerHistoryReturnType = OwnerHistory;

type RpcLogs = readonly (Parameters<typeof formatLog>[0] & { readonly blockTimestamp?: Hex })[];

const LEND = marginEngineAbi.filter((item) => item.type === "event" && item.name === "Lend");

const SELECTORS: Hex[] = [
  ...HISTORY_ABI.map((event) => encodeEventTopics({ abi: [event], eventName: event.name })[0] as Hex),
  encodeEventTopics({ abi: marginEngineAbi, eventName: "Lend" })[0] as Hex,
];

/**
 * What an owner has done in all markets: trades, collateral, liquidations, loans.
 *
 * Reads the events of the owner's accounts and the routers' trades: `eth_blockNumber`, then one `eth_getLogs`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.owner Owner, with the accounts of `positionAccounts` and `lenderAccount`.
 * @param parameters.fromBlock First block to read.
 * @returns Histories by account, loans, and the times of their blocks.
 * @throws {GimbalError} when the node does not answer.
 *
 * @example
 * const { histories, loans } = await readOwnerHistory(client, { deployment, owner });
 */
export async function readOwnerHistory(
  client: Client,
  parameters: ReadOwnerHistoryParameters,
): Promise<ReadOwnerHistoryReturnType> {
  const { deployment, owner, fromBlock = 0n } = parameters;
  const { marginEngine, tradeRouter, positionRouter, accountMover } = deployment.contracts;
  const accounts = positionAccounts(owner, deployment);
  const lender = lenderAccount(owner);
  const pools = deployment.markets.flatMap(({ assets }) => assets.flatMap(({ pool }) => pool ?? []));
  try {
    const toBlock = await getBlockNumber(client, { cacheTime: 0 });
    const raw: RpcLogs = await client.request({
      method: "eth_getLogs",
      params: [
        {
          address: [marginEngine, accountMover, ...new Set(pools)],
          // the topic after the selector is the account in the engine's events and the sender in the pool's
          topics: [SELECTORS, [...accounts, lender, pad(tradeRouter), pad(positionRouter)]],
          fromBlock: toHex(fromBlock),
          toBlock: toHex(toBlock),
        },
      ],
    });
    const logs = raw.map((log) => formatLog(log)) as TransactionReceipt["logs"];
    return {
      owner,
      toBlock,
      histories: deployment.markets.flatMap((market) => {
        const own = accounts.filter((account) => Number(accountIndex(account) >> 8n) === market.id);
        return market.assets.slice(1).flatMap(({ index }) => {
          const { shape, decimals } = shapeOf(deployment, market.id, index);
          const empty = own.map((account) => emptyHistory(account, shape, decimals, toBlock));
          return replay(logs, shape, empty);
        });
      }),
      loans: loansOf(logs, lender),
      times: timesOf(raw),
    };
  } catch (error) {
    throw await explainError(error);
  }
}

function loansOf(logs: TransactionReceipt["logs"], lender: AccountId): readonly LoanEvent[] {
  return parseEventLogs({ abi: LEND, eventName: "Lend", logs }).flatMap(
    ({ args, blockNumber, transactionHash, logIndex }) =>
      args.account.toLowerCase() === lender.toLowerCase()
        ? [
            {
              market: Number(args.reserve >> 4n),
              asset: Number(args.reserve & 15n),
              assets: args.assets,
              shares: args.shares,
              blockNumber,
              transactionHash,
              logIndex,
            },
          ]
        : [],
  );
}

/** Nodes of today put the time of the block beside each event; older ones do not. */
function timesOf(logs: RpcLogs): ReadonlyMap<bigint, Seconds> {
  const times = new Map<bigint, Seconds>();
  for (const { blockNumber, blockTimestamp } of logs) {
    if (blockNumber != null && blockTimestamp !== undefined) {
      times.set(BigInt(blockNumber), BigInt(blockTimestamp));
    }
  }
  return times;
}
