import type { Log } from "viem";
import { applyEvent, carriedBy, FLAT, type TradeHistory } from "../math/tradeHistory";
import type { AccountId } from "../types";
import { type EventShape, eventOf } from "./accountEvents";
import { type EventStep, eventSteps } from "./eventSteps";
import { movedEvent, orderEvents } from "./orderEvents";

/** Histories of accounts of one owner, each by its id; what moves between two of them keeps what it cost. */
export function replay(
  logs: readonly Log<bigint, number, false>[],
  shape: EventShape,
  histories: readonly TradeHistory[],
): readonly TradeHistory[] {
  const told = new Map(histories.map((history) => [history.account.toLowerCase(), history]));
  const steps = eventSteps(
    logs,
    shape,
    histories.map(({ account }) => account),
  );
  for (const step of steps) tell(told, step, shape);
  return histories.map((history) => told.get(history.account.toLowerCase()) ?? history);
}

function tell(told: Map<string, TradeHistory>, step: EventStep, shape: EventShape): void {
  if (step.kind === "move") {
    move(told, step, shape);
    return;
  }
  const history = told.get(step.account);
  if (history === undefined) return;
  told.set(step.account, eventsOf(step, shape, history).reduce(applyEvent, history));
}

function eventsOf(step: Exclude<EventStep, { kind: "move" }>, shape: EventShape, { state }: TradeHistory) {
  if (step.kind === "order") return orderEvents(step.first, step.second, shape, state, step.swap);
  const event = eventOf(step.log, shape, state.held, state.owed, step.swap);
  return event === undefined ? [] : [event];
}

function move(
  told: Map<string, TradeHistory>,
  { from, to, left, came }: Extract<EventStep, { kind: "move" }>,
  shape: EventShape,
): void {
  const [giver, taker] = [told.get(from), told.get(to)];
  const out = giver && movedEvent(left, shape, giver.state);
  const carried = out && carriedBy(giver.state, out);
  if (giver !== undefined && out !== undefined) told.set(from, applyEvent(giver, { ...out, carried }));
  const into = taker && movedEvent(came, shape, taker.state);
  if (taker !== undefined && into !== undefined)
    told.set(to, applyEvent(taker, { ...into, carried: carried && { ...carried, leaves: false } }));
}

/** History of an account that nothing has happened to. */
export function emptyHistory(
  account: AccountId,
  shape: EventShape,
  decimals: number,
  toBlock: bigint,
): TradeHistory {
  return {
    account,
    market: shape.market,
    base: { index: shape.base.index, decimals },
    toBlock,
    trades: [],
    entry: undefined,
    realised: 0n,
    invested: 0n,
    state: FLAT,
  };
}
