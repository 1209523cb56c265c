import type { Context } from "hono";
import { type Indexed, readIndexed } from "./indexed";

/** How often an answer is read again because a block came while it was read, and how long it waits [ms]. */
const ATTEMPTS = 20;
const PAUSE = 25;

/** One page of an answer: rows, and where the next page begins. */
export interface Page {
  readonly data: unknown;
  readonly next?: string | null;
}

/** Thrown while there is nothing to answer from. */
export class NotReadyError extends Error {
  override readonly name = "NotReadyError";
}

/** Reads until no block came in between, so that everything in the answer is true at one block, and says which. */
export async function answer(c: Context, read: (indexed: Indexed) => Promise<Page>): Promise<Response> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (attempt > 0) await new Promise((done) => setTimeout(done, PAUSE));
    const indexed = await readIndexed();
    if (indexed === undefined) throw new NotReadyError("No block has been indexed yet.");
    if (isBetween(indexed)) continue;
    const page = await read(indexed);
    if (same(indexed, await readIndexed()))
      return json(c, { indexed, data: page.data, ...(page.next === undefined ? {} : { next: page.next }) });
  }
  throw new NotReadyError("Blocks come faster than an answer can be read.");
}

/** A block is being written: its rows are there, and the index does not say yet that it has it. */
function isBetween({ block, event }: Indexed): boolean {
  return event !== null && event.block > block;
}

function same(a: Indexed, b: Indexed | undefined): boolean {
  return a.block === b?.block && a.event?.hash === b.event?.hash;
}

/** Amounts as decimal strings. */
export function json(c: Context, value: unknown, status: 200 | 400 | 404 | 500 | 503 = 200): Response {
  const text = JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part));
  return c.body(text, status, { "content-type": "application/json; charset=utf-8" });
}
