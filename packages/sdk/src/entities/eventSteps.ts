import { type Address, type Hash, isAddressEqual, type Log } from "viem";
import type { AccountId } from "../types";
import {
  type EngineEvent,
  type EventShape,
  type HistoryLog,
  type MoveLog,
  type Pair,
  parseHistory,
  type SwapLog,
  swapOf,
} from "./accountEvents";

type EngineLog = Exclude<HistoryLog, SwapLog | MoveLog>;

/** Events of the engine that belong together, with the trade of the pool of the base that they settled. */
export type EventStep =
  | {
      readonly kind: "event";
      readonly account: AccountId;
      readonly log: EngineEvent;
      readonly swap: Pair | undefined;
    }
  | {
      readonly kind: "order";
      readonly account: AccountId;
      readonly first: EngineEvent;
      readonly second: EngineEvent;
      readonly swap: Pair | undefined;
    }
  | {
      readonly kind: "move";
      readonly from: AccountId;
      readonly to: AccountId;
      readonly left: readonly EngineEvent[];
      readonly came: readonly EngineEvent[];
    };

interface Draft {
  readonly by: "router" | "positionRouter" | "accountMover" | undefined;
  readonly account: AccountId;
  readonly transactionHash: Hash | null;
  readonly logs: EngineLog[];
  swap: Pair | undefined;
  move?: { readonly from: AccountId; readonly to: AccountId };
}

/**
 * Logs of some accounts, in order, as steps. The trade router's event is emitted before the pool reports the trade, the
 * position router's two around it, and the account mover tells of its move when all else has happened.
 */
export function eventSteps(
  logs: readonly Log<bigint, number, false>[],
  shape: EventShape,
  accounts: readonly AccountId[],
): readonly EventStep[] {
  const known = new Set(accounts.map((account) => account.toLowerCase()));
  const drafts: Draft[] = [];
  for (const log of parseHistory(logs)) {
    const last = drafts.at(-1);
    if (log.eventName === "Swap") {
      if (last !== undefined && settles(log, last, shape)) last.swap = swapOf(log.args, shape);
    } else if (log.eventName === "MovePosition") {
      if (isAddressEqual(log.address, shape.accountMover)) gather(drafts, log);
    } else if (isAddressEqual(log.address, shape.engine) && known.has(log.args.account.toLowerCase())) {
      const by = callerOf(log, shape);
      const account = log.args.account.toLowerCase() as AccountId;
      const isSecond =
        by === "positionRouter" &&
        last?.by === by &&
        last.logs.length === 1 &&
        last.account === account &&
        last.transactionHash === log.transactionHash;
      if (isSecond) last.logs.push(log);
      else drafts.push({ by, account, transactionHash: log.transactionHash, logs: [log], swap: undefined });
    }
  }
  return drafts.map(stepOf);
}

function callerOf(log: EngineLog, shape: EventShape): Draft["by"] {
  if (!("caller" in log.args)) return undefined;
  const { caller } = log.args;
  const is = (address: Address) => isAddressEqual(caller, address);
  if (is(shape.router)) return "router";
  if (is(shape.positionRouter)) return "positionRouter";
  return is(shape.accountMover) ? "accountMover" : undefined;
}

/** A router's trade in the pool of the base, for which the engine's last event was emitted. */
function settles(swap: SwapLog, { by, swap: known, transactionHash }: Draft, shape: EventShape): boolean {
  if (by === undefined || by === "accountMover" || known !== undefined) return false;
  return (
    shape.pool !== undefined &&
    isAddressEqual(swap.address, shape.pool) &&
    isAddressEqual(swap.args.sender, shape[by]) &&
    swap.transactionHash === transactionHash
  );
}

/** The mover's events of a transaction become the one move that it reports. */
function gather(drafts: Draft[], { args, transactionHash }: MoveLog): void {
  const [from, to] = [args.from.toLowerCase() as AccountId, args.to.toLowerCase() as AccountId];
  const logs: EngineLog[] = [];
  for (let last = drafts.at(-1); last !== undefined; last = drafts.at(-1)) {
    if (last.by !== "accountMover" || last.move || last.transactionHash !== transactionHash) break;
    logs.unshift(...last.logs);
    drafts.pop();
  }
  if (logs.length === 0) return;
  drafts.push({
    by: "accountMover",
    account: from,
    transactionHash,
    logs,
    swap: undefined,
    move: { from, to },
  });
}

function stepOf({ account, logs, swap, move }: Draft): EventStep {
  const [first, second] = logs as [EngineLog, EngineLog?];
  if (move !== undefined) {
    const of = (id: AccountId) => logs.filter((log) => log.args.account.toLowerCase() === id);
    return { kind: "move", ...move, left: of(move.from), came: of(move.to) };
  }
  if (second === undefined) return { kind: "event", account, log: first, swap };
  return { kind: "order", account, first, second, swap };
}
