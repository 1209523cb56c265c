import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AccountId } from "@gimbal/sdk";
import fc from "fast-check";
import { type Hash, numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { type Account, withLeg } from "../src/accounts/account";
import { type BlockRef, Book } from "../src/accounts/book";
import { Checkpoint } from "../src/accounts/checkpoint";
import type { AccountChange } from "../src/accounts/events";
import { idOf } from "./support/markets";

const DEPTH = 8;

/** One event: account, asset and its new collateral. */
type Event = readonly [account: number, asset: number, amount: number];

const event: fc.Arbitrary<Event> = fc.tuple(fc.nat(5), fc.nat(3), fc.nat(3));
const block = fc.array(event, { maxLength: 5 });
/** Blocks, and how many are taken back after them. */
const script = fc.array(fc.tuple(fc.array(block, { maxLength: 6 }), fc.nat(5)), { maxLength: 12 });

function changes(events: readonly Event[]): readonly AccountChange[] {
  return events.map(([n, asset, amount]) => ({
    account: idOf(n),
    apply: (before) => ({ ...before, market: 1, held: withLeg(before.held, asset, BigInt(amount)) }),
  }));
}

let forks = 0;
function ref(number: number, parentHash: Hash): BlockRef {
  return { number: BigInt(number), hash: numberToHex(++forks, { size: 32 }), parentHash };
}

const GENESIS = ref(0, numberToHex(0, { size: 32 }));

function sorted(accounts: Iterable<Account>): readonly Account[] {
  return [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe("the book", () => {
  it("is after any reorganisation what the blocks that are left make of it, and tells of every change", () => {
    fc.assert(
      fc.property(script, (rounds) => {
        const mirror = new Map<AccountId, Account>();
        const book = new Book(DEPTH, (id, account) => {
          if (account === undefined) mirror.delete(id);
          else mirror.set(id, account);
        });
        book.load([], GENESIS);
        const chain: { readonly ref: BlockRef; readonly events: readonly Event[] }[] = [];
        for (const [blocks, back] of rounds) {
          for (const events of blocks) {
            const tip = book.tip as BlockRef;
            const next = ref(Number(tip.number) + 1, tip.hash);
            book.push(next, changes(events));
            chain.push({ ref: next, events });
          }
          for (let i = 0; i < Math.min(back, DEPTH, chain.length); i++) {
            if (!book.pop()) break;
            chain.pop();
          }
          const fresh = new Book(1_000);
          fresh.load([], GENESIS);
          for (const entry of chain) fresh.push(entry.ref, changes(entry.events));
          expect(sorted(book.values())).toEqual(sorted(fresh.values()));
          expect(sorted(mirror.values())).toEqual(sorted(book.values()));
          expect(book.tip).toEqual(fresh.tip);
          const settled = book.settled();
          const base = new Book(1_000);
          base.load([], GENESIS);
          for (const entry of chain)
            if (entry.ref.number <= (settled?.block.number ?? -1n))
              base.push(entry.ref, changes(entry.events));
          expect(sorted(settled?.accounts ?? [])).toEqual(sorted(base.values()));
        }
      }),
      { endOnFailure: true },
    );
  });

  it("does not undo what is older than its depth", () => {
    const book = new Book(2);
    book.load([], GENESIS);
    for (let i = 1; i <= 4; i++) book.push(ref(i, book.tip?.hash as Hash), []);
    expect([book.pop(), book.pop(), book.pop()]).toEqual([true, true, false]);
    expect(book.tip?.number).toBe(2n);
  });
});

describe("the checkpoint", () => {
  const folder = mkdtempSync(join(tmpdir(), "keeper-"));
  const engine = "0x00000000000000000000000000000000000000E1";

  function filled(): Book {
    const book = new Book(1);
    book.load(
      changes([
        [0, 1, 3],
        [1, 0, 2],
      ]),
      GENESIS,
    );
    book.push(ref(1, GENESIS.hash), changes([[0, 1, 1]]));
    return book;
  }

  it("gives back the accounts of the block that is not undone any more", () => {
    const checkpoint = new Checkpoint(join(folder, "a"), 1, engine);
    const [book, again] = [filled(), new Book(1)];
    checkpoint.save(book);
    expect(checkpoint.restore(again)).toBe(true);
    expect(again.tip).toEqual(GENESIS);
    expect(sorted(again.values())).toEqual(sorted(book.settled()?.accounts ?? []));
    expect(again.get(idOf(0))?.held).toEqual([{ asset: 1, amount: 3n }]);
  });

  it("is left aside when it is of another chain or engine, cut off, or none", () => {
    const file = join(folder, "b");
    new Checkpoint(file, 1, engine).save(filled());
    expect(new Checkpoint(file, 2, engine).restore(new Book(1))).toBe(false);
    expect(new Checkpoint(file, 1, `${engine.slice(0, -1)}2`).restore(new Book(1))).toBe(false);
    expect(new Checkpoint(join(folder, "none"), 1, engine).restore(new Book(1))).toBe(false);
    for (const text of ["", "{}", "[1", '{"format":1}\n']) {
      writeFileSync(file, text);
      expect(new Checkpoint(file, 1, engine).restore(new Book(1))).toBe(false);
    }
  });
});
