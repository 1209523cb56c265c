import type { AccountEvent, PositionState } from "../math/tradeHistory";
import { type EngineEvent, type EventShape, eventOf, type Pair } from "./accountEvents";

type Shape = Pick<EventShape, "market" | "base">;
type State = Pick<PositionState, "held" | "owed">;

/**
 * What an order of the position router did to the history of one base asset, from the two events of the engine it makes. A
 * flip is one sale: the part that closed the old position, and the part that opened the new one, at one price. A swap of
 * collateral or of debt is one event.
 *
 * Between base and quote the events themselves say what was traded. Through two pools the quote in the middle is in no
 * account: then `swap` is what the pool of the base reported, undefined if it is not known yet.
 */
export function orderEvents(
  first: EngineEvent,
  second: EngineEvent,
  shape: Shape,
  state: State,
  swap: Pair | undefined,
): readonly AccountEvent[] {
  const one = eventOf(first, shape, state.held, state.owed, undefined);
  const two = eventOf(second, shape, one?.held ?? state.held, one?.owed ?? state.owed, undefined);
  const [known] = [two, one].filter((event) => event !== undefined);
  if (known === undefined || (!touches(one) && !touches(two))) return [];
  const traded = isBetween(first, second, shape.base.index) ? negated(sum(delta(one), delta(two))) : swap;
  const kind = kindOf(first);
  if (kind !== "flip" || one === undefined || two === undefined) {
    const { logIndex } = second;
    return [
      { ...known, kind: kind === "flip" ? known.kind : kind, ...joined(one, two), logIndex, swap: traded },
    ];
  }
  if (traded === undefined || traded[0] === 0n) return [one, two];
  const base = -delta(one)[0];
  const closing: Pair = [base, (traded[1] * base) / traded[0]];
  const opening = sum(traded, negated(closing));
  return [
    { ...one, swap: closing },
    { ...two, swap: opening[0] === 0n ? undefined : opening },
  ];
}

/** Several events of one account as one; undefined if none of them is about this market. */
export function movedEvent(
  logs: readonly EngineEvent[],
  shape: Shape,
  state: State,
): AccountEvent | undefined {
  let all: AccountEvent | undefined;
  for (const log of logs) {
    const next = eventOf(log, shape, all?.held ?? state.held, all?.owed ?? state.owed, undefined);
    if (next !== undefined) all = all === undefined ? next : { ...next, ...joined(all, next) };
  }
  return all && { ...all, kind: "transfer" };
}

/** A swap of collateral moves no debt, a swap of debt no collateral, a flip closes both. */
function kindOf({ eventName, args }: EngineEvent): "flip" | "swap-collateral" | "swap-debt" {
  if (eventName === "MoveCollateral") return "swap-collateral";
  return eventName === "Adjust" && args.collateralDelta === 0n ? "swap-debt" : "flip";
}

/** Whether the order traded the base against the quote asset, and no third one. */
function isBetween(first: EngineEvent, second: EngineEvent, base: number): boolean {
  const used = [first, second].flatMap(({ eventName, args }) => {
    const assets = Number(args.assets);
    const [collateral, debt] = [(assets >> 4) & 15, assets & 15];
    if (eventName === "MoveCollateral") return [collateral];
    return eventName === "Adjust" && args.collateralDelta === 0n ? [debt] : [collateral, debt];
  });
  return used.every((asset) => asset === 0 || asset === base);
}

type Change = Pick<AccountEvent, "collateral" | "debt">;

/** Of an event that is about other assets than base and quote. */
const NOTHING: Change = { collateral: [0n, 0n], debt: [0n, 0n] };

function touches({ collateral, debt }: Change = NOTHING): boolean {
  return [...collateral, ...debt].some((amount) => amount !== 0n);
}

function joined(one: Change = NOTHING, two: Change = NOTHING): Change {
  return { collateral: sum(one.collateral, two.collateral), debt: sum(one.debt, two.debt) };
}

/** What an event changed, debt counted against. */
function delta({ collateral, debt }: Change = NOTHING): Pair {
  return sum(collateral, negated(debt));
}

function sum(a: Pair, b: Pair): Pair {
  return [a[0] + b[0], a[1] + b[1]];
}

function negated([base, quote]: Pair): Pair {
  return [-base, -quote];
}
