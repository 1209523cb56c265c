// @vitest-environment node
import type { AccountId, AccountState, Snapshot } from "@gimbal/sdk";
import { describe, expect, test } from "vitest";
import { isDue, traceOf } from "@/features/liquidations/trace";
import { TURN, turnOf, type Watched } from "@/features/liquidations/watched";
import { account, longState, report, shortState, snapshotOf } from "./support/liquidations";

const long = longState(8_400n);
const short = shortState(9_000n, 290n);
const watchedOf = (...states: readonly AccountState[]): Watched => ({
  report: report(...states.map((state) => account(state))),
  head: 9n,
  states: new Map(states.map((state) => [state.id, state])),
  turn: 0,
});

/** The snapshot with another cash or index in its first reserve. */
function withReserve(change: Partial<{ cash: bigint; index: bigint; debt: bigint }>): Snapshot {
  const snapshot = snapshotOf();
  const [market, ...others] = snapshot.markets;
  const [first, ...assets] = market?.assets ?? [];
  if (market === undefined || first === undefined) throw new TypeError("no market");
  const changed = { ...first, reserve: { ...first.reserve, ...change } };
  return { ...snapshot, markets: [{ ...market, assets: [changed, ...assets] }, ...others] };
}

describe("whether there are events that were not read", () => {
  const before = {
    journal: { toBlock: 9n },
    trace: traceOf(snapshotOf(), watchedOf(long, short)),
    readAt: 1_000_000,
  };
  const seen = (snapshot: Snapshot, watched: Watched) => ({
    trace: traceOf(snapshot, watched, before.trace.held.keys()),
    now: before.readAt + 10_000,
    head: 10n,
    isLocal: false,
  });

  test("interest and other prices are none", () => {
    const poorer = { ...long, debt: [8_401n, 0n], maintenance: undefined };
    const later = withReserve({ index: 2n ** 61n, debt: 1n });
    expect(isDue(before, seen(later, watchedOf(poorer, short)))).toBe(false);
  });

  test("an account on screen whose collateral moved shows one at once, also when it has left the list since", () => {
    const sold = { ...long, collateral: [0n, 0n], debt: [0n, 0n] };
    expect(isDue(before, seen(snapshotOf(), watchedOf(sold, short)))).toBe(true);
    const gone = { ...watchedOf(short), states: new Map([[sold.id, sold]]) };
    expect(isDue(before, seen(snapshotOf(), gone))).toBe(true);
  });

  test("another account that comes near is none", () => {
    const other = longState(8_000n, "0x0000000000000000000000000000000000000013");
    expect(isDue(before, seen(snapshotOf(), watchedOf(long, short, other)))).toBe(false);
    expect(isDue(before, seen(snapshotOf(), watchedOf(other)))).toBe(false);
  });

  test("a loan of somebody else is looked for at once on a local chain, after a minute elsewhere", () => {
    const lent = seen(withReserve({ cash: 1n }), watchedOf(long, short));
    expect(isDue(before, { ...lent, isLocal: true })).toBe(true);
    expect(isDue(before, lent)).toBe(false);
    expect(isDue(before, { ...lent, now: before.readAt + 60_000 })).toBe(true);
  });

  test("a chain that went back has other events", () => {
    const same = seen(snapshotOf(), watchedOf(long, short));
    expect(isDue(before, { ...same, head: 9n })).toBe(false);
    expect(isDue(before, { ...same, head: 8n })).toBe(true);
  });
});

describe("who is read beside the watched ones", () => {
  const ids = Array.from({ length: 250 }, (_, i) => `0x${i.toString(16).padStart(64, "0")}` as AccountId);
  const states = new Map(ids.map((id) => [id, { ...long, id }]));
  const [first, second] = ids as [AccountId, AccountId];

  test("everybody comes within a few blocks, nobody twice in one, and the watched never", () => {
    const watched = new Set([first, second]);
    const read = new Set<AccountId>();
    let from = 0;
    for (let block = 0; block < 3; block += 1) {
      const turn = turnOf(ids, { states, from, watched });
      expect(turn.ids.length).toBeLessThanOrEqual(TURN);
      expect(new Set(turn.ids).size).toBe(turn.ids.length);
      for (const id of turn.ids) read.add(id);
      from = turn.next;
    }
    expect(read).toEqual(new Set(ids.slice(2)));
  });

  test("those nobody knows come first", () => {
    const stranger = `0x${"f".repeat(64)}` as AccountId;
    expect(turnOf([...ids, stranger], { states, from: 0, watched: new Set() }).ids[0]).toBe(stranger);
    expect(turnOf([stranger], { states: new Map(), from: 7, watched: new Set() }).ids).toEqual([stranger]);
  });

  test("nobody is read of nobody", () => {
    expect(turnOf([], { states: new Map(), from: 3, watched: new Set() })).toEqual({ ids: [], next: 0 });
  });
});
