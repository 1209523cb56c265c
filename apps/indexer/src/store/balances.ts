import { balance } from "ponder:schema";
import { ReserveWords } from "@gimbal/sdk";
import type { Hex } from "viem";
import type { Placed } from "../lib/log";
import type { Db } from "./db";

const INDEX_SHIFT = 112n;
const INDEX_MASK = (1n << 80n) - 1n;

/** Collateral of one asset is what the event says. */
export async function setCollateral(
  db: Db,
  account: Hex,
  market: number,
  asset: number,
  collateral: bigint,
  event: Placed,
): Promise<void> {
  const now = { collateral, block: event.block.number };
  await db
    .insert(balance)
    .values({ account, market, asset, scaledDebt: 0n, owed: 0n, interest: 0n, ...now })
    .onConflictDoUpdate(now);
}

/**
 * Debt of one asset is what the event says. What it has grown by beyond `delta` since the last event is interest, with
 * the rounding of both.
 */
export async function setDebt(
  db: Db,
  account: Hex,
  market: number,
  asset: number,
  debt: { readonly scaled: bigint; readonly delta: bigint; readonly debtWord: bigint },
  event: Placed,
): Promise<void> {
  const owed = ReserveWords.debtOf(debt.scaled, (debt.debtWord >> INDEX_SHIFT) & INDEX_MASK);
  const now = { scaledDebt: debt.scaled, owed, block: event.block.number };
  await db
    .insert(balance)
    .values({ account, market, asset, collateral: 0n, interest: owed - debt.delta, ...now })
    .onConflictDoUpdate((row) => ({ ...now, interest: row.interest + owed - row.owed - debt.delta }));
}
