import type { balance, position } from "ponder:schema";
import { ReserveWords } from "@gimbal/sdk";
import { isIsolated } from "../lib/markets";
import { type ReserveRow, reserveAt } from "./state";

type PositionRow = typeof position.$inferSelect;
type BalanceRow = typeof balance.$inferSelect;

/** What a position is told from, besides its own row. */
export interface PnlInputs {
  readonly balances: readonly BalanceRow[];
  readonly reserves: ReadonlyMap<string, ReserveRow>;
  readonly time: bigint;
}

/**
 * A position and what it has earned [units of quote]:
 * - `realised`: against the average entry, fees of the pools in it, without interest on quote;
 * - `beforeCosts`: what it would be without fees and without interest;
 * - `afterCosts`: with all interest up to now, also that which is not paid yet.
 *
 * In a market with several bases the debt in quote serves all of them: then interest and `afterCosts` of one are
 * unknown, null.
 */
export function pnlOf(row: PositionRow, inputs: PnlInputs) {
  const { baseInterestSeen: _, block: __, ...position } = row;
  const interest = isIsolated(row.market) ? interestOf(row, 0, inputs) : null;
  return {
    ...position,
    interest,
    beforeCosts: row.realised + row.fees + row.baseInterest,
    afterCosts: interest === null ? null : row.realised - interest,
  };
}

/** Interest on the debt in one asset up to now [token units]; null if its reserve is unknown. */
function interestOf(
  { account, market }: PositionRow,
  asset: number,
  { balances, reserves, time }: PnlInputs,
) {
  const owing = balances.find((b) => b.account === account && b.market === market && b.asset === asset);
  if (owing === undefined) return 0n; // never held nor owed it
  const reserve = reserves.get(`${market}/${asset}`);
  if (reserve === undefined) return null;
  return owing.interest + ReserveWords.debtOf(owing.scaledDebt, reserveAt(reserve, time).index) - owing.owed;
}
