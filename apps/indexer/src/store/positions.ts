import { balance, pendingTrade, position, trade } from "ponder:schema";
import {
  type AccountEvent,
  applyEvent,
  type EngineEvent,
  eventOf,
  FLAT,
  type PositionState,
  type Trade,
} from "@gimbal/sdk/history";
import type { Hex } from "viem";
import { abs } from "../lib/bigints";
import { decode, encode } from "../lib/json";
import { originOf, type Placed } from "../lib/log";
import { type Base, basesOfMarket, ROUTER } from "../lib/markets";
import type { Db } from "./db";
import { countInMarket } from "./markets";

/** Where a history stands between two events: the SDK's state, and sums of what was earned. */
export interface Running {
  readonly state: PositionState;
  readonly realised: bigint;
  readonly fees: bigint;
  readonly baseInterest: bigint;
  readonly baseInterestSeen: bigint;
}

/** What the pool has to say about an event, when it does. */
export interface Pending {
  readonly event: AccountEvent;
  readonly before: Running;
}

export interface Key {
  readonly account: Hex;
  readonly market: number;
  readonly base: number;
}

const NEW: Running = { state: FLAT, realised: 0n, fees: 0n, baseInterest: 0n, baseInterestSeen: 0n };

/**
 * Adds an event of the engine to the histories of its account: one for each base asset, as `readTrades` tells them. An
 * event of the router may be half of a trade whose other half the pool reports next: see {@link settleTrade}.
 */
export async function addEvent(db: Db, market: number, log: EngineEvent, event: Placed): Promise<void> {
  const { account } = log.args;
  for (const base of basesOfMarket(market)) {
    const key = { account, market, base: base.index };
    const before = await readRunning(db, key);
    const shape = { market, base: { index: base.index, token: base.token } };
    const change = eventOf(log, shape, before.state.held, before.state.owed, undefined);
    if (change === undefined) continue;
    await apply(db, key, base, { before, event: change }, event);
    if (!touches(change) || !("caller" in log.args) || log.args.caller.toLowerCase() !== ROUTER) continue;
    if (base.pool !== undefined)
      await remember(db, base.pool, key, event.transaction.hash, { before, event: change });
  }
}

/** The router's trade in a pool: the event that it was made for is told again, with its price. */
export async function settleTrade(
  db: Db,
  pool: Hex,
  swap: readonly [base: bigint, quote: bigint],
  event: Placed,
): Promise<void> {
  const pending = await db.find(pendingTrade, { pool });
  if (pending === null || pending.transaction !== event.transaction.hash) return;
  await db.delete(pendingTrade, { pool });
  const base = basesOfMarket(pending.market).find(({ index }) => index === pending.base);
  if (base === undefined) return;
  const { before, event: change } = decode(pending.event) as Pending;
  const { account, market } = pending;
  // the trade stands where the engine's event stood
  const place = { ...event, log: { logIndex: change.logIndex } };
  await apply(
    db,
    { account, market, base: pending.base },
    base,
    { before, event: { ...change, swap } },
    place,
  );
  await countInMarket(db, market, { trades: 1, volume: abs(swap[1]) });
}

/** Applied to quote alone, an event is about no pool of a base. */
function touches({ collateral, debt }: AccountEvent): boolean {
  return collateral[0] !== 0n || debt[0] !== 0n;
}

/** Tells an event again when its pool has reported the trade. */
export function remember(db: Db, pool: Hex, key: Key, transaction: Hex, pending: Pending) {
  const row = { ...key, transaction, event: encode(pending) };
  return db
    .insert(pendingTrade)
    .values({ pool, ...row })
    .onConflictDoUpdate(row);
}

export async function readRunning(db: Db, key: Key): Promise<Running> {
  const row = await db.find(position, key);
  if (row === null) return NEW;
  const { heldBase, heldQuote, owedBase, owedQuote, size, invested, inKind } = row;
  const { realised, fees, baseInterest, baseInterestSeen } = row;
  return {
    state: {
      held: [heldBase, heldQuote],
      owed: [owedBase, owedQuote],
      size,
      basis: row.basis ?? undefined,
      invested,
      inKind,
    },
    realised,
    fees,
    baseInterest,
    baseInterestSeen,
  };
}

/** The SDK's step from `before`, written down. */
export async function apply(
  db: Db,
  key: Key,
  base: Base,
  { before, event }: Pending,
  place: Placed,
): Promise<void> {
  const after = applyEvent(
    {
      account: key.account,
      market: key.market,
      base: { index: base.index, decimals: base.decimals },
      toBlock: event.blockNumber,
      trades: [],
      entry: undefined,
      realised: before.realised,
      invested: before.state.invested,
      state: before.state,
    },
    event,
  );
  const told = after.trades[0] as Trade;
  const fee = event.swap === undefined ? undefined : feeOf(event.swap, base.poolFee);
  const interest = await baseInterest(db, key, base, before, told, after.state.size);
  const { held, owed, size, basis, invested, inKind } = after.state;
  const row = {
    heldBase: held[0],
    heldQuote: held[1],
    owedBase: owed[0],
    owedQuote: owed[1],
    size,
    basis: basis ?? null,
    invested,
    inKind,
    entry: after.entry ?? null,
    realised: after.realised,
    fees: before.fees + (fee ?? 0n),
    ...interest,
    block: event.blockNumber,
  };
  await db
    .insert(position)
    .values({ ...key, ...row })
    .onConflictDoUpdate(row);
  const telling = {
    market: key.market,
    type: told.type,
    side: told.side ?? null,
    size: told.size,
    price: told.price ?? null,
    paidIn: told.paidIn,
    debtBase: told.debt[0],
    debtQuote: told.debt[1],
    realised: told.realised ?? null,
    result: told.result ?? null,
    fee: fee ?? null,
  };
  await db
    .insert(trade)
    .values({ ...originOf(place), account: key.account, base: key.base, ...telling })
    .onConflictDoUpdate(telling);
}

/** When a position has been bought back whole, the interest in base was bought with it, at that price. */
async function baseInterest(db: Db, key: Key, base: Base, before: Running, told: Trade, size: bigint) {
  const { baseInterest, baseInterestSeen } = before;
  if (size !== 0n || before.state.size >= 0n || told.price === undefined)
    return { baseInterest, baseInterestSeen };
  const row = await db.find(balance, { account: key.account, market: key.market, asset: key.base });
  if (row === null) return { baseInterest, baseInterestSeen };
  const bought = ((row.interest - baseInterestSeen) * told.price) / 10n ** BigInt(base.decimals);
  return { baseInterest: baseInterest + bought, baseInterestSeen: row.interest };
}

/** Fee of the pool in what it got, rounded up, in quote at the price of the trade. */
function feeOf([base, quote]: readonly [bigint, bigint], poolFee: bigint): bigint {
  const part = (amount: bigint) => (amount * poolFee + 999_999n) / 1_000_000n;
  if (quote > 0n) return part(quote);
  return base === 0n ? 0n : (part(base) * -quote) / base;
}

/** The account an exchange changed, its market and its pair. */
interface Party {
  readonly account: Hex;
  readonly caller: Hex;
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
}

/** Debt of a party was repaid for its collateral, outside a pool: a history tells it as a liquidation. */
export function exchanged(
  event: Placed,
  party: Party,
  { repaid, seized }: { readonly repaid: bigint; readonly seized: bigint },
  position: bigint,
): EngineEvent {
  const words = { bonus: 0n, debtWord: 0n, cashWord: 0n };
  return told(event, "Liquidate", party, { repaid, seized, position, ...words });
}

/** Debt and collateral came to a party: a history tells it as what it did itself, in kind. */
export function received(
  event: Placed,
  party: Party,
  { repaid, seized }: { readonly repaid: bigint; readonly seized: bigint },
  position: bigint,
): EngineEvent {
  const words = { debtWord: 0n, cashWord: 0n };
  return told(event, "Adjust", party, { collateralDelta: seized, debtDelta: repaid, position, ...words });
}

function told(event: Placed, eventName: "Liquidate" | "Adjust", party: Party, amounts: object): EngineEvent {
  const { account, caller, market, collateralAsset, debtAsset } = party;
  const assets = BigInt((market << 8) | (collateralAsset << 4) | debtAsset);
  return {
    eventName,
    args: { account, caller, assets, ...amounts },
    blockNumber: event.block.number,
    transactionHash: event.transaction.hash,
    logIndex: event.log.logIndex,
  } as EngineEvent;
}
