import { type Address, isAddressEqual, type Log, parseEventLogs } from "viem";
import { marginEngineAbi, uniswapV3PoolAbi } from "../generated/abis";
import type { AccountEvent, PositionState } from "../math/tradeHistory";
import type { AccountId } from "../types";

/** Addresses and indices that give an account's logs their meaning. */
export interface EventShape {
  readonly account: AccountId;
  readonly engine: Address;
  readonly router: Address;
  readonly market: number;
  readonly base: { readonly index: number; readonly token: Address };
  readonly quoteToken: Address;
  readonly pool: Address | undefined;
}

/** Events that the history of an account is made of. */
export const HISTORY_ABI = [
  ...marginEngineAbi.filter(
    (item) =>
      item.type === "event" && ["Adjust", "MoveCollateral", "Liquidate", "WriteOff"].includes(item.name),
  ),
  ...uniswapV3PoolAbi.filter((item) => item.type === "event" && item.name === "Swap"),
] as readonly Extract<
  (typeof marginEngineAbi)[number] | (typeof uniswapV3PoolAbi)[number],
  { readonly type: "event"; readonly name: "Adjust" | "MoveCollateral" | "Liquidate" | "WriteOff" | "Swap" }
>[];

type Parsed = ReturnType<typeof parse>[number];
type EngineLog = Exclude<Parsed, { readonly eventName: "Swap" }>;
/** What an event of the engine says, and where it stands. */
export type EngineEvent = EngineLog extends infer L
  ? L extends EngineLog
    ? Pick<L, "eventName" | "args" | "blockNumber" | "transactionHash" | "logIndex">
    : never
  : never;
type Pair = readonly [base: bigint, quote: bigint];

function parse(logs: readonly Log<bigint, number, false>[]) {
  return parseEventLogs({ abi: HISTORY_ABI, logs: [...logs] });
}

/**
 * Events of one account, in order, each with the pool's trade that it settled. The pool reports a trade right after the
 * callback in which the engine's event was emitted.
 */
export function accountEvents(
  logs: readonly Log<bigint, number, false>[],
  shape: EventShape,
  state: PositionState,
): readonly AccountEvent[] {
  const events: AccountEvent[] = [];
  let pending: EngineLog | undefined;
  let { held, owed } = state;
  const push = (log: EngineLog, swap: Pair | undefined) => {
    const event = eventOf(log, shape, held, owed, swap);
    if (event === undefined) return;
    ({ held, owed } = event);
    events.push(event);
  };
  for (const log of parse(logs)) {
    if (log.eventName === "Swap") {
      if (pending === undefined || !settles(log, pending, shape)) continue;
      push(pending, swapOf(log.args, shape));
      pending = undefined;
    } else if (
      isAddressEqual(log.address, shape.engine) &&
      log.args.account.toLowerCase() === shape.account.toLowerCase()
    ) {
      if (pending !== undefined) push(pending, undefined);
      pending = log;
    }
  }
  if (pending !== undefined) push(pending, undefined);
  return events;
}

/** The router's trade in the pool of the position, for which the engine's event was emitted. */
function settles(
  swap: Extract<Parsed, { readonly eventName: "Swap" }>,
  pending: EngineLog,
  { pool, router }: EventShape,
): boolean {
  return (
    pool !== undefined &&
    isAddressEqual(swap.address, pool) &&
    isAddressEqual(swap.args.sender, router) &&
    "caller" in pending.args &&
    isAddressEqual(pending.args.caller, router) &&
    swap.transactionHash === pending.transactionHash
  );
}

/** What the pool got (+) and gave (−), base first. */
export function swapOf(
  { amount0, amount1 }: { readonly amount0: bigint; readonly amount1: bigint },
  shape: Pick<EventShape, "base" | "quoteToken">,
): Pair {
  return BigInt(shape.base.token) < BigInt(shape.quoteToken) ? [amount0, amount1] : [amount1, amount0];
}

/** Undefined for an event of another market or of assets that are neither base nor quote. */
export function eventOf(
  log: EngineEvent,
  { market, base }: Pick<EventShape, "market" | "base">,
  held: Pair,
  owed: Pair,
  swap: Pair | undefined,
): AccountEvent | undefined {
  const common = {
    blockNumber: log.blockNumber,
    transactionHash: log.transactionHash,
    logIndex: log.logIndex,
    swap,
  };
  if (log.eventName === "WriteOff") {
    const place = placeOf(Number(log.args.assets & 15n), base.index);
    if (Number(log.args.assets >> 4n) !== market || place === undefined) return undefined;
    const debt = put(ZERO, place, -log.args.loss);
    return { ...common, kind: "write-off", collateral: ZERO, debt, held, owed: put(owed, place, 0n) };
  }
  if (Number(log.args.assets >> 8n) !== market) return undefined;
  const collateralPlace = placeOf(Number((log.args.assets >> 4n) & 15n), base.index);
  const debtPlace = placeOf(Number(log.args.assets & 15n), base.index);
  if (log.eventName === "MoveCollateral") {
    if (collateralPlace === undefined) return undefined;
    const collateral = put(ZERO, collateralPlace, log.args.collateralDelta);
    return {
      ...common,
      kind: "collateral",
      collateral,
      debt: ZERO,
      held: put(held, collateralPlace, log.args.collateral),
      owed,
    };
  }
  const [collateralDelta, debtDelta] =
    log.eventName === "Liquidate"
      ? [-log.args.seized, -log.args.repaid]
      : [log.args.collateralDelta, log.args.debtDelta];
  return {
    ...common,
    kind: log.eventName === "Liquidate" ? "liquidate" : "adjust",
    collateral: put(ZERO, collateralPlace, collateralDelta),
    debt: put(ZERO, debtPlace, debtDelta),
    held: put(held, collateralPlace, log.args.position >> 128n),
    owed: put(owed, debtPlace, log.args.position & ((1n << 128n) - 1n)),
  };
}

const ZERO: Pair = [0n, 0n];

function placeOf(asset: number, base: number): 0 | 1 | undefined {
  return asset === base ? 0 : asset === 0 ? 1 : undefined;
}

function put(pair: Pair, place: 0 | 1 | undefined, value: bigint): Pair {
  if (place === undefined) return pair;
  return place === 0 ? [value, pair[1]] : [pair[0], value];
}
