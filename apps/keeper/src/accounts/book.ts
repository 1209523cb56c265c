import type { AccountId } from "@gimbal/sdk";
import type { Hash } from "viem";
import { type Account, emptyAccount } from "./account";
import type { AccountChange } from "./events";

/** A block by number and hash. */
export interface BlockRef {
  readonly number: bigint;
  readonly hash: Hash;
  readonly parentHash: Hash;
}

/** What a block did, so that it can be undone. */
interface Undo {
  readonly block: BlockRef;
  /** Accounts before the block; undefined if it was their first. */
  readonly before: ReadonlyMap<AccountId, Account | undefined>;
}

/** Hears of every account that has changed. */
export type OnChange = (id: AccountId, account: Account | undefined) => void;

/** Every account, as the events of one chain left it; the last blocks can be undone, by their hash. */
export class Book {
  private readonly accounts = new Map<AccountId, Account>();
  private readonly undos: Undo[] = [];
  private readonly onChange: OnChange;
  private readonly depth: number;
  private base: BlockRef | undefined;

  /** @param depth Blocks that can be undone. */
  constructor(depth: number, onChange: OnChange = () => {}) {
    this.depth = depth;
    this.onChange = onChange;
  }

  get size(): number {
    return this.accounts.size;
  }

  /** The newest block that the accounts are of. */
  get tip(): BlockRef | undefined {
    return this.undos.at(-1)?.block ?? this.base;
  }

  get(id: AccountId): Account | undefined {
    return this.accounts.get(id);
  }

  values(): IterableIterator<Account> {
    return this.accounts.values();
  }

  /** Changes of a time that nobody undoes, up to a block. */
  load(changes: readonly AccountChange[], upTo: BlockRef): void {
    for (const { account, apply } of changes)
      this.set(account, apply(this.accounts.get(account) ?? emptyAccount(account)));
    this.base = upTo;
    this.undos.length = 0;
  }

  /** Changes of the block after the tip. */
  push(block: BlockRef, changes: readonly AccountChange[]): void {
    const before = new Map<AccountId, Account | undefined>();
    for (const { account, apply } of changes) {
      const old = this.accounts.get(account);
      if (!before.has(account)) before.set(account, old);
      this.set(account, apply(old ?? emptyAccount(account)));
    }
    this.undos.push({ block, before });
    if (this.undos.length <= this.depth) return;
    this.base = this.undos.shift()?.block;
  }

  /** Undoes the newest block; false if none is left that can be. */
  pop(): boolean {
    const undo = this.undos.pop();
    if (undo === undefined) return false;
    for (const [id, account] of undo.before) this.set(id, account);
    return true;
  }

  /** Forgets everything. */
  clear(): void {
    for (const id of [...this.accounts.keys()]) this.set(id, undefined);
    this.undos.length = 0;
    this.base = undefined;
  }

  /** The accounts at the oldest block that is not undone any more, and that block. */
  settled(): { readonly block: BlockRef; readonly accounts: readonly Account[] } | undefined {
    if (this.base === undefined) return undefined;
    const accounts = new Map<AccountId, Account | undefined>(this.accounts);
    for (const { before } of [...this.undos].reverse())
      for (const [id, account] of before) accounts.set(id, account);
    return { block: this.base, accounts: [...accounts.values()].filter((account) => account !== undefined) };
  }

  /** Takes up where {@link settled} left off. */
  restore(block: BlockRef, accounts: readonly Account[]): void {
    this.clear();
    for (const account of accounts) this.set(account.id, account);
    this.base = block;
  }

  private set(id: AccountId, account: Account | undefined): void {
    if (account === undefined) this.accounts.delete(id);
    else this.accounts.set(id, account);
    this.onChange(id, account);
  }
}
