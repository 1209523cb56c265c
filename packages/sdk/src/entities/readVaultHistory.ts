import {
  type Address,
  type Client,
  erc4626Abi,
  formatLog,
  type Hash,
  type Hex,
  isAddressEqual,
  pad,
  parseEventLogs,
  toEventSelector,
  toHex,
  zeroAddress,
} from "viem";
import { getBlockNumber } from "viem/actions";
import type { Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import type { Seconds, TokenAmount } from "../units";

/** What happened to an owner's shares of a lending vault. */
export interface VaultEvent {
  /** `received` and `sent`: shares moved between owners, and no tokens with them. */
  readonly type: "deposit" | "withdraw" | "received" | "sent";
  readonly market: number;
  /** Asset index. */
  readonly asset: number;
  readonly vault: Address;
  /** Tokens in (+) or out (−); undefined where only shares moved. */
  readonly assets: TokenAmount | undefined;
  /** Signed change of the owner's shares. */
  readonly shares: bigint;
  readonly blockNumber: bigint;
  readonly transactionHash: Hash;
  readonly logIndex: number;
}

/** An owner's past in all lending vaults. */
export interface VaultHistory {
  readonly owner: Address;
  /** Last block that is covered. */
  readonly toBlock: bigint;
  /** Oldest first. */
  readonly events: readonly VaultEvent[];
  /** Times of blocks, where the node gave them with the events. */
  readonly times: ReadonlyMap<bigint, Seconds>;
}

/** Parameters of {@link readVaultHistory}. */
export interface ReadVaultHistoryParameters {
  readonly deployment: Deployment;
  readonly owner: Address;
  /** Block the deployment began in; 0 when left out. */
  readonly fromBlock?: bigint | undefined;
}

/** What {@link readVaultHistory} returns. */
export type ReadVaultHistoryReturnType = VaultHistory;

type RpcLog = Parameters<typeof formatLog>[0] & { readonly blockTimestamp?: Hex };

const DEPOSIT = toEventSelector("Deposit(address,address,uint256,uint256)");
const WITHDRAW = toEventSelector("Withdraw(address,address,address,uint256,uint256)");
const TRANSFER = toEventSelector("Transfer(address,address,uint256)");

/**
 * What an owner put into lending vaults and took out, and shares that were sent.
 *
 * Reads events of the vaults: `eth_blockNumber`, then three `eth_getLogs` at once, as the owner stands in another place
 * of each event.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.owner Owner of the shares.
 * @param parameters.fromBlock First block to read.
 * @returns Events of the owner, and the times of their blocks.
 * @throws {GimbalError} when the node does not answer.
 *
 * @example
 * const { events } = await readVaultHistory(client, { deployment, owner });
 */
export async function readVaultHistory(
  client: Client,
  { deployment, owner, fromBlock = 0n }: ReadVaultHistoryParameters,
): Promise<ReadVaultHistoryReturnType> {
  const places = new Map(
    deployment.markets.flatMap(({ id: market, assets }) =>
      assets.flatMap(({ index: asset, lendingVault: vault }) =>
        vault === null ? [] : [[vault.toLowerCase(), { market, asset, vault }] as const],
      ),
    ),
  );
  const who = pad(owner).toLowerCase() as Hex;
  try {
    const toBlock = await getBlockNumber(client, { cacheTime: 0 });
    const ask = (topics: readonly (readonly Hex[] | null)[]): Promise<readonly RpcLog[]> =>
      client.request({
        method: "eth_getLogs",
        params: [
          {
            address: [...places.values()].map(({ vault }) => vault),
            topics: topics as never,
            fromBlock: toHex(fromBlock),
            toBlock: toHex(toBlock),
          },
        ],
      });
    const found =
      places.size === 0
        ? []
        : await Promise.all([
            ask([[DEPOSIT, TRANSFER], null, [who]]),
            ask([[TRANSFER], [who]]),
            ask([[WITHDRAW], null, null, [who]]),
          ]);
    const raw = unique(found.flat());
    const logs = parseEventLogs({
      abi: erc4626Abi,
      eventName: ["Deposit", "Withdraw", "Transfer"],
      logs: raw.map((log) => formatLog(log)) as never,
    });
    const events = logs.flatMap((log): VaultEvent[] => {
      const place = places.get(log.address.toLowerCase());
      const change = changeOf(log, owner);
      if (place === undefined || change === undefined) return [];
      const { blockNumber, transactionHash, logIndex } = log;
      return [{ ...place, ...change, blockNumber, transactionHash, logIndex }];
    });
    return { owner, toBlock, events, times: timesOf(raw) };
  } catch (error) {
    throw await explainError(error);
  }
}

type Log = ReturnType<
  typeof parseEventLogs<typeof erc4626Abi, true, ("Deposit" | "Withdraw" | "Transfer")[]>
>[number];

/** Shares that are issued or burnt are told by the event of the tokens, those that are sent by their transfer. */
function changeOf(log: Log, owner: Address): Pick<VaultEvent, "type" | "assets" | "shares"> | undefined {
  switch (log.eventName) {
    case "Deposit":
      return { type: "deposit", assets: log.args.assets, shares: log.args.shares };
    case "Withdraw":
      return { type: "withdraw", assets: -log.args.assets, shares: -log.args.shares };
    case "Transfer": {
      const { from, to, value } = log.args;
      const isInside = from === zeroAddress || to === zeroAddress || isAddressEqual(from, to);
      if (isInside || value === 0n) return undefined;
      return isAddressEqual(to, owner)
        ? { type: "received", assets: undefined, shares: value }
        : { type: "sent", assets: undefined, shares: -value };
    }
  }
}

/** In the order of the chain; what two questions answer is kept once. */
function unique(logs: readonly RpcLog[]): readonly RpcLog[] {
  const byPlace = new Map(logs.map((log) => [`${log.blockNumber}.${log.logIndex}`, log]));
  const at = ({ blockNumber, logIndex }: RpcLog) =>
    [BigInt(blockNumber ?? 0), BigInt(logIndex ?? 0)] as const;
  return [...byPlace.values()].sort((a, b) => {
    const [[blockA, indexA], [blockB, indexB]] = [at(a), at(b)];
    return blockA === blockB ? Number(indexA - indexB) : blockA < blockB ? -1 : 1;
  });
}

function timesOf(logs: readonly RpcLog[]): ReadonlyMap<bigint, Seconds> {
  return new Map(
    logs.flatMap(({ blockNumber, blockTimestamp }) =>
      blockNumber == null || blockTimestamp === undefined
        ? []
        : [[BigInt(blockNumber), BigInt(blockTimestamp)] as const],
    ),
  );
}
