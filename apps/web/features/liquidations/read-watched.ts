import {
  type AccountId,
  type AccountState,
  type Deployment,
  type LiquidationReport,
  type MarketState,
  nearestToLiquidation,
  readAccounts,
  readLiquidations,
} from "@gimbal/sdk";
import type { Client } from "viem";
import { turnOf, WATCHED, type Wanted, type Watched, wantedOf } from "./watched";

interface ReadWatchedParameters {
  readonly deployment: Deployment;
  readonly markets: readonly MarketState[];
  /** Every account that ever acted. */
  readonly accounts: readonly AccountId[];
  /** What was read at the block before. */
  readonly last: Watched | undefined;
  readonly head: bigint;
}

/**
 * Auctions and quotes of the accounts nearest to liquidation, and the state of others in turn: all in one tick, so that a
 * client that batches sends them with everything else of the block.
 */
export async function readWatched(
  client: Client,
  { deployment, markets, accounts, last, head }: ReadWatchedParameters,
): Promise<Watched> {
  // Who is nearest must be known before anything can be quoted.
  const known = last?.states ?? byId(await readAccounts(client, { deployment, accounts }));
  const asked = nearestOf(known).map((state) => wantedOf(state, { markets }));
  const watched = new Set(asked.map(({ account }) => account));
  const turn = turnOf(accounts, { states: known, from: last?.turn ?? 0, watched });
  const [report, others] = await Promise.all([
    readLiquidations(client, { deployment, accounts: asked }),
    // what has just been read of all is not read again
    last === undefined ? [] : readAccounts(client, { deployment, accounts: turn.ids }),
  ]);
  const states = byId([...known.values(), ...others, ...report.accounts.map(({ state }) => state)]);
  // What came near in this very block has no quote yet: a second look, in that block only.
  const late = nearestOf(states)
    .map((state) => wantedOf(state, { markets }))
    .filter(isNew(asked));
  if (late.length === 0) return { report, head, states, turn: turn.next };
  const quoted = await readLiquidations(client, { deployment, accounts: late });
  return { report: merged(report, quoted), head, states, turn: turn.next };
}

function byId(states: readonly AccountState[]): ReadonlyMap<AccountId, AccountState> {
  return new Map(states.map((state) => [state.id, state]));
}

function nearestOf(states: ReadonlyMap<AccountId, AccountState>): readonly AccountState[] {
  return nearestToLiquidation([...states.values()], WATCHED);
}

/** Accounts whose quote is wanted and was not asked for. */
function isNew(asked: readonly Wanted[]) {
  const quoted = new Set(asked.flatMap(({ account, pair }) => (pair === undefined ? [] : [account])));
  return ({ account, pair }: Wanted) => pair !== undefined && !quoted.has(account);
}

/** The report with accounts of another one in it, newer or new. */
function merged(report: LiquidationReport, other: LiquidationReport): LiquidationReport {
  const accounts = new Map([...report.accounts, ...other.accounts].map((entry) => [entry.state.id, entry]));
  return { ...report, accounts: [...accounts.values()] };
}
