import {
  type AccountId,
  type AccountState,
  EngineRisk,
  type LiquidationJournal,
  type LiquidationReport,
  type Snapshot,
  type TakePair,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { pairOf } from "./auction-view";
import type { Trace } from "./trace";

/** Accounts that are read at each block, with their auctions. */
export const WATCHED = 32;
/** Others that are read at each block in turn, so that no number of borrowers makes it a second request. */
export const TURN = 100;

/** What is known of who may be liquidated, renewed when there are events. */
export interface Borrowers {
  readonly journal: LiquidationJournal;
  /** What was on screen when the events were read. */
  readonly trace: Trace;
  /** Browser's clock then [ms]. */
  readonly readAt: number;
}

/** What the one request of each block says. */
export interface Watched {
  readonly report: LiquidationReport;
  /** Newest block on screen when it was read. */
  readonly head: bigint;
  /** Every account that ever acted, as it was last read. */
  readonly states: ReadonlyMap<AccountId, AccountState>;
  /** Where the next turn begins in the list of accounts. */
  readonly turn: number;
}

/** Farther from liquidation than this, nothing can be taken before the next look. */
const QUOTED: Wad = (WAD * 12n) / 10n;

/** What is read of one account. */
export interface Wanted {
  readonly account: AccountId;
  readonly pair: TakePair | undefined;
}

/** What to read of one account: a quote needs to know what it would move. */
export function wantedOf(state: AccountState, snapshot: Pick<Snapshot, "markets">): Wanted {
  const market = snapshot.markets.find(({ id }) => id === state.market);
  const health = state.maintenance && EngineRisk.factorOf(state.maintenance);
  const isQuoted = typeof health !== "bigint" || health < QUOTED;
  const pair = market && isQuoted ? pairOf(market, state) : undefined;
  return {
    account: state.id,
    pair: pair && { collateralAsset: pair.collateral.index, debtAsset: pair.debt.index },
  };
}

/** Accounts that are read beside the watched ones: those nobody knows yet, then the others in turn. */
export function turnOf(
  accounts: readonly AccountId[],
  {
    states,
    from,
    watched,
  }: {
    readonly states: ReadonlyMap<AccountId, AccountState>;
    readonly from: number;
    readonly watched: ReadonlySet<AccountId>;
  },
): { readonly ids: readonly AccountId[]; readonly next: number } {
  const ids = accounts.filter((id) => !states.has(id)).slice(0, TURN);
  let next = from % Math.max(1, accounts.length);
  for (let seen = 0; seen < accounts.length && ids.length < TURN; seen += 1) {
    const id = accounts[next] as AccountId;
    next = (next + 1) % accounts.length;
    if (states.has(id) && !watched.has(id)) ids.push(id);
  }
  return { ids, next };
}
