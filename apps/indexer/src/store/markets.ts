import { market } from "ponder:schema";
import type { Hex } from "viem";
import type { Db } from "./db";

const NEW = {
  initialRatio: 0,
  targetHealth: 0,
  paused: false,
  openingsClosed: false,
  trades: 0,
  volume: 0n,
  liquidations: 0,
  losses: 0,
};

type Change = Partial<typeof NEW & { readonly backstop: Hex }>;

export async function createMarket(db: Db, id: number): Promise<void> {
  await db.insert(market).values({ id, ...NEW });
}

export async function changeMarket(db: Db, id: number, change: Change): Promise<void> {
  await db.update(market, { id }).set(change);
}

/** Adds to the counts of a market. */
export async function countInMarket(
  db: Db,
  id: number,
  added: {
    readonly trades?: number;
    readonly volume?: bigint;
    readonly liquidations?: number;
    readonly losses?: number;
  },
): Promise<void> {
  await db.update(market, { id }).set((row) => ({
    trades: row.trades + (added.trades ?? 0),
    volume: row.volume + (added.volume ?? 0n),
    liquidations: row.liquidations + (added.liquidations ?? 0),
    losses: row.losses + (added.losses ?? 0),
  }));
}
