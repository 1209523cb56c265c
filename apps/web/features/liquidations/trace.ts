import type { AccountId, Snapshot } from "@gimbal/sdk";
import type { Watched } from "./watched";

/** What events leave behind in the state of a block, by which they are noticed without asking for them. */
export interface Trace {
  /** Cash of every reserve: it moves when somebody borrows, repays or is liquidated, and stands while interest accrues. */
  readonly cash: string;
  /** What the accounts on screen hold; empty before they are read. */
  readonly held: ReadonlyMap<AccountId, string>;
}

/**
 * Trace of what was read last.
 *
 * @param ids Accounts on screen when the events were read; those of now when left out.
 */
export function traceOf(
  snapshot: Snapshot | undefined,
  watched: Watched | undefined,
  ids: Iterable<AccountId> = watched?.report.accounts.map(({ state }) => state.id) ?? [],
): Trace {
  const reserves = snapshot?.markets.flatMap(({ assets }) => assets.map(({ reserve }) => reserve.cash));
  const held = [...ids].flatMap((id) => {
    const state = watched?.states.get(id);
    return state === undefined ? [] : [[id, state.collateral.join()] as const];
  });
  return { cash: reserves?.join() ?? "", held: new Map(held) };
}

/** Until a loan of somebody who is not on screen is looked for, on a chain where there may be some at every block [ms]. */
const CROWDED_MS = 60_000;

interface Before {
  readonly journal: { readonly toBlock: bigint };
  readonly trace: Trace;
  readonly readAt: number;
}

interface Seen {
  readonly trace: Trace;
  readonly now: number;
  /** Newest block on screen. */
  readonly head: bigint | undefined;
  /** A chain of this machine has one person on it, who wants to see what he did. */
  readonly isLocal: boolean;
}

/** Whether there are events since they were read before. */
export function isDue(before: Before, { trace, now, head, isLocal }: Seen): boolean {
  const wentBack = head !== undefined && head < before.journal.toBlock;
  const isMoved = [...before.trace.held].some(([id, held]) => (trace.held.get(id) ?? held) !== held);
  const isAged = isLocal || now - before.readAt >= CROWDED_MS;
  return wentBack || isMoved || (isAged && trace.cash !== before.trace.cash);
}
