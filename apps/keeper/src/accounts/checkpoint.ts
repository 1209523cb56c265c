import { existsSync, readFileSync } from "node:fs";
import { FileJournal, fromLine } from "../outbox/journal";
import type { Account } from "./account";
import type { BlockRef, Book } from "./book";

/** Changes with everything that is written here, so that an older file is not read as this one. */
const FORMAT = 1;

interface Header {
  readonly format: number;
  readonly chainId: number;
  readonly engine: string;
  readonly block: BlockRef;
  readonly accounts: number;
}

/** The accounts of a block that is not undone any more, on the disk: a start from here reads only what came after. */
export class Checkpoint {
  private readonly file: string;
  private readonly chainId: number;
  private readonly engine: string;

  constructor(file: string, chainId: number, engine: string) {
    this.file = file;
    this.chainId = chainId;
    this.engine = engine.toLowerCase();
  }

  save(book: Book): void {
    const settled = book.settled();
    if (settled === undefined) return;
    const { block, accounts } = settled;
    const header: Header = {
      format: FORMAT,
      chainId: this.chainId,
      engine: this.engine,
      block,
      accounts: accounts.length,
    };
    new FileJournal(this.file).rewrite([header, ...accounts]);
  }

  /** Fills the book; false if there is nothing that fits. The follower then checks that its block still exists. */
  restore(book: Book): boolean {
    if (!existsSync(this.file)) return false;
    try {
      const [header, ...accounts] = readFileSync(this.file, "utf8").trimEnd().split("\n").map(fromLine) as [
        Header,
        ...Account[],
      ];
      if (header.format !== FORMAT || header.chainId !== this.chainId || header.engine !== this.engine)
        return false;
      if (accounts.length !== header.accounts) return false;
      book.restore(header.block, accounts);
      return true;
    } catch {
      return false; // not one of ours: the chain is read from the start
    }
  }
}
