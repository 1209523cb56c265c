import { db } from "ponder:api";
import { reserve } from "ponder:schema";
import { InterestRate, ReserveWords } from "@gimbal/sdk";
import { eq } from "ponder";

export type ReserveRow = typeof reserve.$inferSelect;
type Stored = Pick<ReserveRow, "debtWord" | "cashWord" | "supplyShares">;

/** A reserve with interest up to `time`, as the engine's `reserve` tells it. */
export function reserveAt({ debtWord, cashWord, supplyShares }: Stored, time: bigint) {
  const words = ReserveWords.grow(ReserveWords.unpackReserve(debtWord, cashWord), time);
  const debt = ReserveWords.totalDebt(words);
  const utilisation = InterestRate.utilizationOf(debt, words.cash);
  return {
    words,
    cash: words.cash,
    debt,
    fees: ReserveWords.feesUp(words),
    totalAssets: ReserveWords.totalAssets(words),
    supplyShares,
    index: words.index,
    utilisation,
    rateAtTarget: InterestRate.rateAtTarget(words.logRate),
    borrowRate: InterestRate.borrowRate(words.logRate, utilisation, words.ratePremium),
  };
}

export type ReserveAt = ReturnType<typeof reserveAt>;

/** Reserves of a market, or all, by `market/asset`. */
export async function readReserves(market?: number): Promise<ReadonlyMap<string, ReserveRow>> {
  const rows = await db
    .select()
    .from(reserve)
    .where(market === undefined ? undefined : eq(reserve.market, market));
  return new Map(rows.map((row) => [`${row.market}/${row.asset}`, row]));
}
