import { db } from "ponder:api";
import { head } from "ponder:schema";
import { sql } from "ponder";
import type { Hex } from "viem";

/** What an answer is true at. */
export interface Indexed {
  /** Last block that was indexed, and its time [unix seconds]. */
  readonly block: bigint;
  readonly time: bigint;
  /** Blocks up to this one do not change any more. */
  readonly finalized: bigint;
  /** Last block with an event of the protocol: its hash says on which chain this is. */
  readonly event: { readonly block: bigint; readonly hash: Hex; readonly time: bigint } | null;
}

/** Where the time and the number of the block stand in a checkpoint of Ponder. */
const TIME = [0, 10] as const;
const BLOCK = [26, 42] as const;

/** Undefined before the first block. */
export async function readIndexed(): Promise<Indexed | undefined> {
  const { rows } = await db.execute(
    sql`select latest_checkpoint as latest, finalized_checkpoint as finalized from _ponder_checkpoint limit 1`,
  );
  const [row] = rows as { readonly latest: string; readonly finalized: string }[];
  if (row === undefined) return undefined;
  const [event] = await db.select().from(head).limit(1);
  return {
    block: BigInt(row.latest.slice(...BLOCK)),
    time: BigInt(row.latest.slice(...TIME)),
    finalized: BigInt(row.finalized.slice(...BLOCK)),
    event: event === undefined ? null : { block: event.block, hash: event.hash, time: event.time },
  };
}
