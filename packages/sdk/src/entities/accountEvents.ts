import { type Address, type Log, parseEventLogs } from "viem";
import { marginEngineAbi, uniswapV3PoolAbi } from "../generated/abis";
import { accountMoverAbi } from "../generated/ordersAbis";
import type { AccountEvent } from "../math/tradeHistory";

/** Addresses and indices that give logs their meaning. */
export interface EventShape {
  readonly engine: Address;
  readonly router: Address;
  readonly positionRouter: Address;
  readonly accountMover: Address;
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
  ...accountMoverAbi.filter((item) => item.type === "event" && item.name === "MovePosition"),
] as readonly Extract<
  (typeof marginEngineAbi)[number] | (typeof uniswapV3PoolAbi)[number] | (typeof accountMoverAbi)[number],
  {
    readonly type: "event";
    readonly name: "Adjust" | "MoveCollateral" | "Liquidate" | "WriteOff" | "Swap" | "MovePosition";
  }
>[];

export type HistoryLog = ReturnType<typeof parseHistory>[number];
export type SwapLog = Extract<HistoryLog, { readonly eventName: "Swap" }>;
export type MoveLog = Extract<HistoryLog, { readonly eventName: "MovePosition" }>;
type EngineLog = Exclude<HistoryLog, SwapLog | MoveLog>;
/** What an event of the engine says, and where it stands. */
export type EngineEvent = EngineLog extends infer L
  ? L extends EngineLog
    ? Pick<L, "eventName" | "args" | "blockNumber" | "transactionHash" | "logIndex">
    : never
  : never;
/** Of base and of quote. */
export type Pair = readonly [base: bigint, quote: bigint];

export function parseHistory(logs: readonly Log<bigint, number, false>[]) {
  return parseEventLogs({ abi: HISTORY_ABI, logs: [...logs] });
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
