import { type Entry, isOpen } from "./entry";
import type { Journal } from "./journal";

/** What an entry begins with. */
export type NewEntry = Pick<Entry, "purpose" | "duty" | "to" | "data" | "gas" | "expected" | "at">;

/** Actions under way, each step of them in the journal before it is taken. */
export class Outbox {
  private readonly entries = new Map<number, Entry>();
  private readonly journal: Journal;
  private next = 1;

  /** @param records What an earlier run has written. */
  constructor(journal: Journal, records: readonly unknown[] = []) {
    this.journal = journal;
    for (const record of records as readonly Entry[]) {
      this.entries.set(record.id, record);
      this.next = Math.max(this.next, record.id + 1);
    }
    this.forget();
  }

  /** Entries under way, oldest first. */
  open(): readonly Entry[] {
    return [...this.entries.values()].filter(isOpen).sort((a, b) => a.id - b.id);
  }

  /** What the journal must hold to go on from here. */
  records(): readonly Entry[] {
    return this.open();
  }

  /**
   * Whether something with this purpose is on its way to a block, or in one that the decision does not know yet. In one
   * that it knows, the chain itself shows what was done.
   *
   * @param head Number of the block that is decided on.
   */
  has(purpose: string, head: bigint): boolean {
    return this.open().some(
      (entry) =>
        entry.purpose === purpose && (entry.state !== "mined" || (entry.block?.number ?? head) > head),
    );
  }

  plan(entry: NewEntry): Entry {
    return this.put({ ...entry, id: this.next++, state: "planned", attempts: [] });
  }

  /** The entry with some of its fields at new values. */
  update(entry: Entry, change: Partial<Omit<Entry, "id">>): Entry {
    return this.put({ ...entry, ...change });
  }

  private put(entry: Entry): Entry {
    this.journal.append(entry);
    this.entries.set(entry.id, entry);
    this.forget();
    return entry;
  }

  /** What is over needs no memory. */
  private forget(): void {
    for (const [id, entry] of this.entries) if (!isOpen(entry)) this.entries.delete(id);
  }
}
