import { head } from "ponder:schema";
import type { Placed } from "../lib/log";
import type { Db } from "./db";

/**
 * Notes the block of an event of the protocol: its hash says on which chain the answers of the API are true. Trades of
 * others and prices do not count, as most blocks of a busy day have nothing else.
 */
export async function noteHead(db: Db, { block }: Placed): Promise<void> {
  const now = { block: block.number, hash: block.hash, time: block.timestamp };
  await db
    .insert(head)
    .values({ id: 0, ...now })
    .onConflictDoUpdate(now);
}
