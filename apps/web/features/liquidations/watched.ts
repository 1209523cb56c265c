import {
  type AccountState,
  EngineRisk,
  type LiquidationJournal,
  type Snapshot,
  type TakePair,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { pairOf } from "./auction-view";

/** Accounts that are read at each block. */
export const WATCHED = 32;

/** What is known of who may be liquidated, renewed now and then. */
export interface Borrowers {
  readonly journal: LiquidationJournal;
  /** All accounts of the journal, as they were at the last look. */
  readonly states: readonly AccountState[];
  /** Accounts with debt that were nearest to liquidation. */
  readonly nearest: readonly AccountState[];
}

/** Farther from liquidation than this, nothing can be taken before the next look. */
const QUOTED: Wad = (WAD * 12n) / 10n;

/** What to read of one account: a quote needs to know what it would move. */
export function wantedOf(
  state: AccountState,
  snapshot: Pick<Snapshot, "markets">,
): { readonly account: AccountState["id"]; readonly pair: TakePair | undefined } {
  const market = snapshot.markets.find(({ id }) => id === state.market);
  const health = state.maintenance && EngineRisk.factorOf(state.maintenance);
  const isQuoted = typeof health !== "bigint" || health < QUOTED;
  const pair = market && isQuoted ? pairOf(market, state) : undefined;
  return {
    account: state.id,
    pair: pair && { collateralAsset: pair.collateral.index, debtAsset: pair.debt.index },
  };
}
