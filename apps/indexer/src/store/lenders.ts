import { lender, lending } from "ponder:schema";
import type { Hex } from "viem";
import { originOf, type Placed } from "../lib/log";
import type { Db } from "./db";

/** A supply (`assets` > 0) or redemption (`assets` < 0) of `shares`. */
export async function lend(
  db: Db,
  row: {
    readonly account: Hex;
    readonly market: number;
    readonly asset: number;
    readonly assets: bigint;
    readonly shares: bigint;
  },
  event: Placed,
): Promise<void> {
  const { account, market, asset, assets, shares } = row;
  const supplies = assets > 0n;
  const moved = supplies ? shares : -shares;
  const supplied = supplies ? assets : 0n;
  const redeemed = supplies ? 0n : -assets;
  const block = event.block.number;
  await db
    .insert(lender)
    .values({ account, market, asset, shares: moved, supplied, redeemed, block })
    .onConflictDoUpdate((before) => ({
      shares: before.shares + moved,
      supplied: before.supplied + supplied,
      redeemed: before.redeemed + redeemed,
      block,
    }));
  await db.insert(lending).values({ ...originOf(event), account, market, asset, assets, shares });
}
