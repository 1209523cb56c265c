import { liquidation, loss } from "ponder:schema";
import { originOf, type Placed } from "../lib/log";
import type { Db } from "./db";

type Columns<T extends { readonly $inferInsert: unknown }> = Omit<
  T["$inferInsert"],
  "block" | "logIndex" | "transaction" | "time"
>;

export async function addLiquidation(db: Db, row: Columns<typeof liquidation>, event: Placed): Promise<void> {
  await db.insert(liquidation).values({ ...originOf(event), ...row });
}

export async function addLoss(db: Db, row: Columns<typeof loss>, event: Placed): Promise<void> {
  await db.insert(loss).values({ ...originOf(event), ...row });
}
