import { reserve, reserveMinute } from "ponder:schema";
import { ReserveWords } from "@gimbal/sdk";
import type { Hex } from "viem";
import type { ReserveParametersEvent } from "../lib/events";
import type { Placed } from "../lib/log";
import type { Db } from "./db";

/** What an event says of a reserve; what it does not say stays. */
export interface ReserveChange {
  readonly debtWord?: bigint;
  readonly cashWord?: bigint;
  readonly supplyShares?: bigint;
  /** Added to the sums. */
  readonly liquidated?: bigint;
  readonly lost?: bigint;
  readonly feesLost?: bigint;
  readonly feesCollected?: bigint;
  readonly feesDistributed?: bigint;
  readonly recovered?: bigint;
  /** Replaces the last one. */
  readonly throttle?: bigint;
}

/** A reserve begins when its asset is listed. */
export async function listReserve(
  db: Db,
  market: number,
  asset: number,
  token: Hex,
  event: Placed,
): Promise<void> {
  await db.insert(reserve).values({
    market,
    asset,
    token,
    debtWord: 0n,
    cashWord: 0n,
    supplyShares: 0n,
    supplyCap: 0n,
    collateralEnabled: false,
    borrowEnabled: false,
    liquidated: 0n,
    lost: 0n,
    feesLost: 0n,
    feesCollected: 0n,
    feesDistributed: 0n,
    recovered: 0n,
    throttle: 0n,
    block: event.block.number,
  });
}

export async function changeReserve(
  db: Db,
  market: number,
  asset: number,
  change: ReserveChange,
  event: Placed,
): Promise<void> {
  const after = await db.update(reserve, { market, asset }).set((row) => ({
    debtWord: change.debtWord ?? row.debtWord,
    cashWord: change.cashWord ?? row.cashWord,
    supplyShares: change.supplyShares ?? row.supplyShares,
    liquidated: row.liquidated + (change.liquidated ?? 0n),
    lost: row.lost + (change.lost ?? 0n),
    feesLost: row.feesLost + (change.feesLost ?? 0n),
    feesCollected: row.feesCollected + (change.feesCollected ?? 0n),
    feesDistributed: row.feesDistributed + (change.feesDistributed ?? 0n),
    recovered: row.recovered + (change.recovered ?? 0n),
    throttle: change.throttle ?? row.throttle,
    block: event.block.number,
  }));
  const { debtWord, cashWord, supplyShares, block } = after;
  const state = { debtWord, cashWord, supplyShares, block };
  const minute = event.block.timestamp - (event.block.timestamp % 60n);
  await db
    .insert(reserveMinute)
    .values({ market, asset, minute, ...state })
    .onConflictDoUpdate(state);
}

/** Limits of a reserve; the supply cap is the one number that no word of the event carries. */
export async function setReserveLimits(
  db: Db,
  market: number,
  asset: number,
  parameters: ReserveParametersEvent,
  event: Placed,
): Promise<void> {
  await db.update(reserve, { market, asset }).set({
    supplyCap: ReserveWords.packedCap(parameters.supplyCap),
    collateralEnabled: parameters.collateralEnabled,
    borrowEnabled: parameters.borrowEnabled,
    block: event.block.number,
  });
}
