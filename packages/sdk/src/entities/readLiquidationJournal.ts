import { type Client, encodeEventTopics, formatLog, type Hex, parseEventLogs, toHex } from "viem";
import { getBlockNumber } from "viem/actions";
import { accountOwner } from "../accounts";
import type { Deployment } from "../deployments/types";
import { decodeError } from "../errors/decodeError";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { LossStep, PastLiquidation } from "../liquidation/report";
import type { AccountId } from "../types";

/** Who has acted in a deployment, and every liquidation so far. */
export interface LiquidationJournal {
  /** Newest block that is in it. */
  readonly toBlock: bigint;
  /** Every account that ever held or owed something. */
  readonly accounts: readonly AccountId[];
  /** Every vault that ever was a market's backstop, in lower case. */
  readonly backstops: readonly string[];
  /** Oldest first. */
  readonly past: readonly PastLiquidation[];
}

/** Parameters of {@link readLiquidationJournal}. */
export interface ReadLiquidationJournalParameters {
  readonly deployment: Deployment;
  /** What was read before: only newer blocks are read. */
  readonly previous?: LiquidationJournal | undefined;
  /** Block the deployment began in; 0 when left out. */
  readonly fromBlock?: bigint | undefined;
}

/** What {@link readLiquidationJournal} returns. */
export type ReadLiquidationJournalReturnType = LiquidationJournal;

const JOURNAL_ABI = marginEngineLiquidationAbi.filter(
  (item) =>
    item.type === "event" &&
    ["Adjust", "Liquidate", "Slice", "Net", "Assume", "SetBackstop", "LossCovered"].includes(item.name),
) as readonly Extract<
  (typeof marginEngineLiquidationAbi)[number],
  {
    readonly type: "event";
    readonly name: "Adjust" | "Liquidate" | "Slice" | "Net" | "Assume" | "SetBackstop" | "LossCovered";
  }
>[];

const SELECTORS: Hex[] = JOURNAL_ABI.map(
  (event) => encodeEventTopics({ abi: [event], eventName: event.name })[0] as Hex,
);

/**
 * Accounts that have acted, and what was liquidated and lost.
 *
 * Reads events of the engine: `eth_blockNumber` and one `eth_getLogs`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.previous What was read before.
 * @param parameters.fromBlock Block the deployment began in.
 * @returns The journal up to the newest block.
 * @throws {GimbalError} when the node does not answer.
 *
 * @example
 * const { accounts, past } = await readLiquidationJournal(client, { deployment });
 */
export async function readLiquidationJournal(
  client: Client,
  parameters: ReadLiquidationJournalParameters,
): Promise<ReadLiquidationJournalReturnType> {
  const { deployment, fromBlock = 0n } = parameters;
  try {
    const toBlock = await getBlockNumber(client, { cacheTime: 0 });
    // A local chain that went back has other events than the ones that were read.
    const isAhead = parameters.previous !== undefined && parameters.previous.toBlock > toBlock;
    const previous = isAhead ? undefined : parameters.previous;
    if (previous?.toBlock === toBlock) return previous;
    const logs = await client.request({
      method: "eth_getLogs",
      params: [
        {
          address: deployment.contracts.marginEngine,
          topics: [SELECTORS],
          fromBlock: toHex(previous === undefined ? fromBlock : previous.toBlock + 1n),
          toBlock: toHex(toBlock),
        },
      ],
    });
    return addEvents(previous, parse(logs.map((log) => formatLog(log)) as Formatted), toBlock);
  } catch (error) {
    throw decodeError(error);
  }
}

type Formatted = Parameters<typeof parseEventLogs>[0]["logs"];
type Event = ReturnType<typeof parse>[number];

function parse(logs: Formatted) {
  return parseEventLogs({ abi: JOURNAL_ABI, logs });
}

function addEvents(
  previous: LiquidationJournal | undefined,
  events: readonly Event[],
  toBlock: bigint,
): LiquidationJournal {
  const accounts = new Set(previous?.accounts);
  const backstops = new Set(previous?.backstops);
  const slices = new Set<string>();
  for (const { eventName, args, transactionHash } of events) {
    if (eventName === "SetBackstop") backstops.add(args.backstop.toLowerCase());
    else if (eventName === "Slice") slices.add(`${transactionHash}:${args.account}`);
    else accounts.add(args.account);
    if (eventName === "Assume") accounts.add(args.into);
  }
  return {
    toBlock,
    accounts: [...accounts],
    backstops: [...backstops],
    past: [
      ...(previous?.past ?? []),
      ...events.flatMap((event) => entryOf(event, { backstops, slices }) ?? []),
    ],
  };
}

interface Known {
  /** In lower case. */
  readonly backstops: ReadonlySet<string>;
  /** `transaction:account` of takes in the soft zone. */
  readonly slices: ReadonlySet<string>;
}

function entryOf(event: Event, { backstops, slices }: Known): PastLiquidation | undefined {
  const { blockNumber, transactionHash, logIndex } = event;
  const { blockTimestamp } = event as { readonly blockTimestamp?: bigint | null };
  const common = { blockNumber, timestamp: blockTimestamp ?? undefined, transactionHash, logIndex };
  switch (event.eventName) {
    case "Liquidate": {
      const { account, caller, assets, repaid, seized, bonus } = event.args;
      const path = backstops.has(caller.toLowerCase())
        ? "backstop"
        : slices.has(`${transactionHash}:${account}`)
          ? "soft"
          : "auction";
      return {
        ...common,
        type: "close",
        path,
        account,
        ...pairOf(assets),
        repaid,
        seized,
        bonus,
        taker: caller,
      };
    }
    case "Assume": {
      const { account, into, assets, repaid, seized, bonus } = event.args;
      const taker = accountOwner(into);
      return {
        ...common,
        type: "close",
        path: "backstop",
        account,
        ...pairOf(assets),
        repaid,
        seized,
        bonus,
        taker,
      };
    }
    case "Net": {
      const { account, counterparty, result } = event.args;
      return {
        ...common,
        type: "close",
        path: "netting",
        account,
        ...pairOf(result.assets),
        repaid: result.repaid,
        seized: result.moved,
        bonus: result.rebate,
        taker: accountOwner(counterparty),
      };
    }
    case "LossCovered": {
      const { account, reserve, step, amount } = event.args;
      const of = { market: Number(reserve >> 4n), asset: Number(reserve & 15n) };
      return amount === 0n
        ? undefined
        : { ...common, type: "loss", account, ...of, step: STEPS[step - 1] ?? "suppliers", amount };
    }
    default:
      return undefined;
  }
}

const STEPS = ["insurance", "backstop", "suppliers"] as const satisfies readonly LossStep[];

/** `market << 8 | collateral asset << 4 | debt asset` */
function pairOf(assets: bigint) {
  return {
    market: Number(assets >> 8n),
    collateralAsset: Number((assets >> 4n) & 15n),
    debtAsset: Number(assets & 15n),
  };
}
