import type { Address, Chain, Hash, Log, PublicClient, Transport } from "viem";
import { ChainMovedError } from "../errors";
import type { BlockRef, Book } from "./book";
import { accountChanges } from "./events";

export type Reader = PublicClient<Transport, Chain>;

/** Where accounts are read from. */
export interface FollowerOptions {
  readonly reader: Reader;
  readonly engine: Address;
  readonly book: Book;
  readonly startBlock: bigint;
  /** Blocks asked for in one request. */
  readonly logRange: bigint;
  /** Blocks before the head that are read one by one, so that they can be undone. */
  readonly depth: bigint;
}

/** What an advance did. */
export interface Advance {
  readonly head: Head;
  /** Blocks that were undone, because another one took their place. */
  readonly undone: number;
}

/** The newest block. */
export interface Head extends BlockRef {
  /** [unix seconds] */
  readonly timestamp: bigint;
  /** [wei] */
  readonly baseFee: bigint;
}

/** Keeps a book at the head of the chain; what a reorganisation took back is undone by the hash of the block. */
export class Follower {
  private readonly options: FollowerOptions;

  constructor(options: FollowerOptions) {
    this.options = options;
  }

  /** Brings the book to the newest block. Throws if the chain moves meanwhile: the next call goes on from there. */
  async advance(): Promise<Advance> {
    const { book } = this.options;
    const head = await this.head();
    const undone = await this.rewind(head);
    const tip = book.tip;
    if (tip === undefined || head.number - tip.number > this.options.depth) await this.loadHistory(head);
    for (let number = (book.tip as BlockRef).number + 1n; number <= head.number; number++)
      await this.append(number, head);
    return { head, undone };
  }

  private async head(): Promise<Head> {
    const { number, hash, parentHash, timestamp, baseFeePerGas } = await this.options.reader.getBlock();
    return { number, hash, parentHash, timestamp, baseFee: baseFeePerGas ?? 0n };
  }

  /** Undoes blocks until the tip is part of the chain; number of blocks undone. */
  private async rewind(head: Head): Promise<number> {
    const { book } = this.options;
    let undone = 0;
    for (let tip = book.tip; tip !== undefined; tip = book.tip) {
      if (tip.number <= head.number && (await this.hashAt(tip.number)) === tip.hash) break;
      undone += 1;
      if (!book.pop()) book.clear();
    }
    return undone;
  }

  private async hashAt(number: bigint): Promise<Hash | undefined> {
    const block = await this.options.reader.getBlock({ blockNumber: number }).catch(isMissing);
    return block?.hash;
  }

  /** Everything up to `depth` blocks before the head, in pieces. */
  private async loadHistory(head: Head): Promise<void> {
    const { book, reader, startBlock, depth } = this.options;
    const last = head.number > startBlock + depth ? head.number - depth : startBlock;
    const { number, hash, parentHash } = await reader.getBlock({ blockNumber: last });
    const from = book.tip === undefined ? startBlock : book.tip.number + 1n;
    const logs = await this.logs(from, last);
    if ((await this.hashAt(last)) !== hash) throw new ChainMovedError(last);
    book.load(accountChanges(logs), { number, hash, parentHash });
  }

  private async logs(from: bigint, to: bigint): Promise<readonly Log[]> {
    const { engine: address, reader, logRange } = this.options;
    const logs: Log[] = [];
    for (let start = from; start <= to; start += logRange) {
      const end = start + logRange - 1n;
      logs.push(...(await reader.getLogs({ address, fromBlock: start, toBlock: end < to ? end : to })));
    }
    return logs;
  }

  /** One block after the tip. Its logs are asked for by its hash: they are of that block or there is an error. */
  private async append(number: bigint, head: Head): Promise<void> {
    const { book, reader, engine } = this.options;
    const block = number === head.number ? head : await reader.getBlock({ blockNumber: number });
    if (block.parentHash !== book.tip?.hash) throw new ChainMovedError(number);
    const logs = await reader.getLogs({ address: engine, blockHash: block.hash });
    book.push({ number, hash: block.hash, parentHash: block.parentHash }, accountChanges(logs));
  }
}

function isMissing(error: unknown): undefined {
  if (error instanceof Error && error.name === "BlockNotFoundError") return undefined;
  throw error;
}
