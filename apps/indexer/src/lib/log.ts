import type { Hex } from "viem";

/** What every event of Ponder says about its place. */
export interface Placed {
  readonly log: { readonly logIndex: number };
  readonly transaction: { readonly hash: Hex };
  readonly block: { readonly number: bigint; readonly timestamp: bigint; readonly hash: Hex };
}

/** Columns that say where a row comes from. */
export function originOf({ log, transaction, block }: Placed) {
  return {
    block: block.number,
    logIndex: log.logIndex,
    transaction: transaction.hash,
    time: block.timestamp,
  };
}

/** One spelling of every address and account. */
export function lower<T extends Hex>(hex: T): T {
  return hex.toLowerCase() as T;
}

/** Halves of the `position` field of the engine's events. */
export function unpackPosition(position: bigint): {
  readonly collateral: bigint;
  readonly scaledDebt: bigint;
} {
  return { collateral: position >> 128n, scaledDebt: position & ((1n << 128n) - 1n) };
}

/** Parts of the `assets` field of the engine's events. */
export function unpackAssets(assets: bigint): {
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
} {
  return {
    market: Number(assets >> 8n),
    collateralAsset: Number((assets >> 4n) & 15n),
    debtAsset: Number(assets & 15n),
  };
}

/** Parts of a reserve's id, `market << 4 | asset`. */
export function unpackReserveId(id: bigint): { readonly market: number; readonly asset: number } {
  return { market: Number(id >> 4n), asset: Number(id & 15n) };
}
