import { pendingMove, pendingOrder } from "ponder:schema";
import { carriedBy, type EngineEvent, movedEvent, orderEvents, type Pair } from "@gimbal/sdk/history";
import type { Hex } from "viem";
import { abs } from "../lib/bigints";
import { decode, encode } from "../lib/json";
import type { Placed } from "../lib/log";
import { ACCOUNT_MOVER, type Base, basesOfMarket, POSITION_ROUTER } from "../lib/markets";
import type { Db } from "./db";
import { countInMarket } from "./markets";
import { addEvent, apply, readRunning, remember } from "./positions";

type Swaps = Readonly<Record<Hex, Pair>>;

/** Adds an event of the engine to the histories of its account, alone or with those that belong to it. */
export async function addEngineEvent(db: Db, market: number, log: EngineEvent, event: Placed): Promise<void> {
  const caller = "caller" in log.args ? log.args.caller.toLowerCase() : undefined;
  if (caller === POSITION_ROUTER) return addHalf(db, market, log, event);
  if (caller === ACCOUNT_MOVER) return addToMove(db, log, event);
  return addEvent(db, market, log, event);
}

/** The position router's trade in a pool, between the two halves of its order. */
export async function noteSwap(db: Db, pool: Hex, swap: Pair, event: Placed): Promise<void> {
  const transaction = event.transaction.hash;
  const pending = await db.find(pendingOrder, { transaction });
  if (pending === null) return;
  const swaps = encode({ ...(decode(pending.swaps) as Swaps), [pool]: swap });
  await db.update(pendingOrder, { transaction }).set({ swaps });
}

async function addHalf(db: Db, market: number, log: EngineEvent, event: Placed): Promise<void> {
  const transaction = event.transaction.hash;
  const pending = await db.find(pendingOrder, { transaction });
  if (pending === null) {
    await db.insert(pendingOrder).values({ transaction, first: encode(log), swaps: "{}" });
    return;
  }
  await db.delete(pendingOrder, { transaction });
  const first = decode(pending.first) as EngineEvent;
  const swaps = decode(pending.swaps) as Swaps;
  for (const base of basesOfMarket(market)) await addOrder(db, market, base, [first, log], swaps, event);
}

/** As `readTrades` tells an order. What two pools traded is known when both have reported: see `settleTrade`. */
async function addOrder(
  db: Db,
  market: number,
  base: Base,
  [first, second]: readonly [EngineEvent, EngineEvent],
  swaps: Swaps,
  event: Placed,
): Promise<void> {
  const key = { account: second.args.account, market, base: base.index };
  const shape = { market, base: { index: base.index, token: base.token } };
  const { state } = await readRunning(db, key);
  const swap = base.pool && swaps[base.pool];
  for (const change of orderEvents(first, second, shape, state, swap)) {
    const before = await readRunning(db, key);
    const place = { ...event, log: { logIndex: change.logIndex } };
    await apply(db, key, base, { before, event: change }, place);
    if (change.swap !== undefined)
      await countInMarket(db, market, { trades: 1, volume: abs(change.swap[1]) });
    else if (change.kind === "swap-debt" && base.pool !== undefined)
      await remember(db, base.pool, key, event.transaction.hash, { before, event: change });
  }
}

async function addToMove(db: Db, log: EngineEvent, event: Placed): Promise<void> {
  const transaction = event.transaction.hash;
  const pending = await db.find(pendingMove, { transaction });
  const events = encode([...(pending === null ? [] : (decode(pending.events) as EngineEvent[])), log]);
  await db.insert(pendingMove).values({ transaction, events }).onConflictDoUpdate({ events });
}

/** A position, or a part of one, went from one account to another with what it had cost. */
export async function addMove(db: Db, from: Hex, to: Hex, event: Placed): Promise<void> {
  const transaction = event.transaction.hash;
  const pending = await db.find(pendingMove, { transaction });
  if (pending === null) return;
  await db.delete(pendingMove, { transaction });
  const logs = decode(pending.events) as EngineEvent[];
  const [first] = logs;
  if (first === undefined) return;
  const market = Number(BigInt(first.args.assets) >> 8n);
  for (const base of basesOfMarket(market)) {
    const shape = { market, base: { index: base.index, token: base.token } };
    const partOf = async (account: Hex) => {
      const key = { account, market, base: base.index };
      const before = await readRunning(db, key);
      const own = logs.filter((log) => log.args.account.toLowerCase() === account.toLowerCase());
      return { key, before, change: movedEvent(own, shape, before.state) };
    };
    const [left, came] = [await partOf(from), await partOf(to)];
    const carried = left.change && carriedBy(left.before.state, left.change);
    const parts = [
      { ...left, carried },
      { ...came, carried: carried && { ...carried, leaves: false } },
    ];
    for (const { key, before, change, carried } of parts) {
      if (change === undefined) continue;
      const place = { ...event, log: { logIndex: change.logIndex } };
      await apply(db, key, base, { before, event: { ...change, carried } }, place);
    }
  }
}
