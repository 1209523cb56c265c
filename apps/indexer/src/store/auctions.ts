import { auction } from "ponder:schema";
import type { Hex } from "viem";
import type { Placed } from "../lib/log";
import type { Db } from "./db";

const NEW = { startedAt: 0n, stopped: false, slicedAt: 0n, softZone: false, nettable: false };

/** What an event says of the clock or of the choices of an account; the rest stays. */
export async function changeAuction(
  db: Db,
  account: Hex,
  change: Partial<typeof NEW>,
  event: Placed,
): Promise<void> {
  const now = { ...change, block: event.block.number };
  await db
    .insert(auction)
    .values({ account, ...NEW, ...now })
    .onConflictDoUpdate(now);
}
