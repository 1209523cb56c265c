import type { Hash } from "viem";
import type { AccountId, Side } from "../types";
import type { TokenAmount } from "../units";
import { abs, min } from "./FixedPointMath";

/** What an event did to the position. */
export type TradeType =
  | "open"
  | "increase"
  | "decrease"
  | "close"
  | "collateral"
  | "borrow"
  | "repay"
  | "swap-collateral"
  | "swap-debt"
  | "transfer"
  | "liquidation"
  | "write-off";

/** One event of an account, as a person would tell it. */
export interface Trade {
  readonly type: TradeType;
  /** Side of the position before, or after when it opened; undefined when there was none. */
  readonly side: Side | undefined;
  readonly blockNumber: bigint;
  readonly transactionHash: Hash;
  readonly logIndex: number;
  /** Change of the exposure to base, signed [units of base]. */
  readonly size: bigint;
  /** Quote per whole base token of a trade, fee included [units of quote]; undefined where nothing was traded. */
  readonly price: TokenAmount | undefined;
  /**
   * Quote that came from the wallet (+) or went to it (−); of a transfer, what the part that moved between two accounts had
   * cost [units of quote].
   */
  readonly paidIn: bigint;
  /** Change of the debt of base and of quote, signed. */
  readonly debt: readonly [base: bigint, quote: bigint];
  /** Profit against the average entry, without interest on quote, signed [units of quote]; undefined where none. */
  readonly realised: bigint | undefined;
  /** When the position became flat: all that came out less all that was paid in; undefined if base moved in kind. */
  readonly result: bigint | undefined;
}

/** Trades of an account and what follows from them. */
export interface TradeHistory {
  readonly account: AccountId;
  readonly market: number;
  readonly base: { readonly index: number; readonly decimals: number };
  /** Last block the history covers. */
  readonly toBlock: bigint;
  /** Oldest first. */
  readonly trades: readonly Trade[];
  /** Average entry of what is open now [quote units per whole base token]; undefined when flat or in kind. */
  readonly entry: TokenAmount | undefined;
  /** Realised profit of all trades, signed [units of quote]. */
  readonly realised: bigint;
  /** Quote paid in less quote taken out since the position was last flat, signed [units of quote]. */
  readonly invested: bigint;
  /** Running state of the position. */
  readonly state: PositionState;
}

/** Where a position stands between two events. */
export interface PositionState {
  /** Resulting collateral of base and of quote, and scaled debt, as the events say. */
  readonly held: readonly [base: bigint, quote: bigint];
  readonly owed: readonly [base: bigint, quote: bigint];
  /** Exposure that was traded or moved, signed. */
  readonly size: bigint;
  /** Quote paid (long) or received (short) for it; undefined if a part came in kind before any trade. */
  readonly basis: bigint | undefined;
  readonly invested: bigint;
  /** Base moved in kind since the position was flat. */
  readonly inKind: boolean;
}

/** An event of the engine, with the pool's trade if it was one. */
export interface AccountEvent {
  readonly kind:
    | "adjust"
    | "collateral"
    | "liquidate"
    | "write-off"
    | "swap-collateral"
    | "swap-debt"
    | "transfer";
  readonly blockNumber: bigint;
  readonly transactionHash: Hash;
  readonly logIndex: number;
  /** Change of collateral and of debt of base and quote, signed. */
  readonly collateral: readonly [base: bigint, quote: bigint];
  readonly debt: readonly [base: bigint, quote: bigint];
  /** State after. */
  readonly held: readonly [base: bigint, quote: bigint];
  readonly owed: readonly [base: bigint, quote: bigint];
  /** What the pool got (+) and gave (−). */
  readonly swap: readonly [base: bigint, quote: bigint] | undefined;
  /** Of a transfer: what goes with it from the one account to the other; undefined where the other is not known. */
  readonly carried?: Carried | undefined;
}

/** What a part of a position takes along when it moves to another account of its owner. Without sign of direction. */
export interface Carried {
  /** Quote paid (long) or received (short) for the part; undefined if a part of it came in kind. */
  readonly basis: bigint | undefined;
  /** Quote paid in less quote taken out, signed [units of quote]. */
  readonly invested: bigint;
  readonly inKind: boolean;
  /** Whether it leaves the account, or comes to it. */
  readonly leaves: boolean;
}

/** State of an account that holds and owes nothing. */
export const FLAT: PositionState = {
  held: [0n, 0n],
  owed: [0n, 0n],
  size: 0n,
  basis: 0n,
  invested: 0n,
  inKind: false,
};

/** History with one more event. */
export function applyEvent(history: TradeHistory, event: AccountEvent): TradeHistory {
  const before = history.state;
  if (event.kind === "transfer" && event.carried !== undefined)
    return transferred(history, event, event.carried);
  const baseDelta = event.collateral[0] - event.debt[0];
  const quoteDelta = event.collateral[1] - event.debt[1];
  const trade = tradeOf(event, baseDelta, quoteDelta);
  const paidIn = isOutside(event) ? 0n : quoteDelta + (event.swap?.[1] ?? 0n);
  const flat = event.held[0] === 0n && event.owed[0] === 0n;
  const { realised, basis, size } = account(before, trade, baseDelta, flat);
  const inKind = before.inKind || (trade === undefined && baseDelta !== 0n);
  const invested = before.invested + paidIn;
  const done = flat && event.held[1] === 0n && event.owed[1] === 0n;
  const after: PositionState = done
    ? FLAT
    : { held: event.held, owed: event.owed, size, basis, invested, inKind };
  const { blockNumber, transactionHash, logIndex } = event;
  const entry: Trade = {
    type: typeOf(event, before, flat, trade !== undefined, baseDelta),
    side: sideOf(before.size === 0n ? size : before.size),
    blockNumber,
    transactionHash,
    logIndex,
    size: baseDelta,
    price: trade === undefined ? undefined : priceOf(trade, history.base.decimals),
    paidIn,
    debt: event.debt,
    realised,
    result: done && before.size !== 0n && !inKind ? -invested : undefined,
  };
  return {
    ...history,
    trades: [...history.trades, entry],
    entry: entryOf(after, history.base.decimals),
    realised: history.realised + (realised ?? 0n),
    invested: after.invested,
    state: after,
  };
}

/** Nothing came from the wallet or went to it: a liquidator's, or a swap of other assets than these two. */
function isOutside({ kind, swap }: AccountEvent): boolean {
  if (kind === "liquidate" || kind === "write-off") return true;
  return (kind === "swap-collateral" || kind === "swap-debt") && swap === undefined;
}

/** What leaves a position with an event that moves a part of it, or all, to another account. */
export function carriedBy(before: PositionState, { collateral, debt, held, owed }: AccountEvent): Carried {
  const { size, basis, invested, inKind } = before;
  const left = abs(collateral[0] - debt[0]);
  const isAll = [...held, ...owed].every((amount) => amount === 0n);
  if (isAll) return { basis: size === 0n ? 0n : basis, invested, inKind, leaves: true };
  const part =
    size === 0n ? 0n : basis === undefined ? undefined : (basis * min(left, abs(size))) / abs(size);
  const signed = size < 0n ? -(part ?? 0n) : (part ?? 0n);
  return { basis: part, invested: signed - (collateral[1] - debt[1]), inKind, leaves: true };
}

/** History after a part of the position left for another account, or came from one, with what it had cost. */
function transferred(history: TradeHistory, event: AccountEvent, carried: Carried): TradeHistory {
  const { collateral, debt, held, owed, blockNumber, transactionHash, logIndex } = event;
  const before = history.state;
  const baseDelta = collateral[0] - debt[0];
  const sign = carried.leaves ? -1n : 1n;
  const done = [...held, ...owed].every((amount) => amount === 0n);
  const size = done || (held[0] === 0n && owed[0] === 0n) ? 0n : before.size + baseDelta;
  const { basis } = before;
  const paidIn = sign * carried.invested;
  const after: PositionState = done
    ? FLAT
    : {
        held,
        owed,
        size,
        basis:
          size === 0n
            ? 0n
            : basis === undefined || carried.basis === undefined
              ? undefined
              : basis + sign * carried.basis,
        invested: before.invested + paidIn,
        inKind: before.inKind || (carried.inKind && !carried.leaves),
      };
  const trade: Trade = {
    type: "transfer",
    side: sideOf(before.size === 0n ? size : before.size),
    blockNumber,
    transactionHash,
    logIndex,
    size: baseDelta,
    price: undefined,
    paidIn,
    debt,
    realised: undefined,
    result: undefined,
  };
  return {
    ...history,
    trades: [...history.trades, trade],
    entry: entryOf(after, history.base.decimals),
    invested: after.invested,
    state: after,
  };
}

interface Traded {
  /** Without sign. */
  readonly base: bigint;
  readonly quote: bigint;
}

/** Base and quote that changed hands: in the pool, or between the account and its liquidator. */
function tradeOf(event: AccountEvent, baseDelta: bigint, quoteDelta: bigint): Traded | undefined {
  if (event.swap !== undefined) return { base: abs(event.swap[0]), quote: abs(event.swap[1]) };
  if (event.kind === "liquidate") return { base: abs(baseDelta), quote: abs(quoteDelta) };
  return event.kind === "write-off" && baseDelta !== 0n ? { base: abs(baseDelta), quote: 0n } : undefined;
}

/** Average cost: trades with the position add to the basis, trades against it take their part out and realise. */
function account(before: PositionState, trade: Traded | undefined, baseDelta: bigint, flat: boolean) {
  const { size, basis } = before;
  const grows = size === 0n || size > 0n === baseDelta > 0n;
  if (baseDelta === 0n) return { size, basis, realised: undefined };
  if (trade === undefined)
    return { size: flat ? 0n : size + baseDelta, basis: moved(before, baseDelta, flat), realised: undefined };
  if (grows) {
    return {
      size: size + baseDelta,
      basis: basis === undefined ? undefined : basis + trade.quote,
      realised: undefined,
    };
  }
  const whole = flat || abs(baseDelta) >= abs(size);
  const part = basis === undefined || whole ? basis : (basis * abs(baseDelta)) / abs(size);
  const gain = part === undefined ? undefined : size > 0n ? trade.quote - part : part - trade.quote;
  return {
    size: whole ? 0n : size + baseDelta,
    basis: whole ? 0n : basis === undefined || part === undefined ? undefined : basis - part,
    realised: gain,
  };
}

/** Base that came or went in kind counts at the average entry: it changes the size, not the entry. */
function moved({ size, basis }: PositionState, baseDelta: bigint, flat: boolean): bigint | undefined {
  if (flat) return 0n;
  return size === 0n || basis === undefined ? undefined : (basis * abs(size + baseDelta)) / abs(size);
}

function typeOf(
  event: AccountEvent,
  before: PositionState,
  flat: boolean,
  traded: boolean,
  baseDelta: bigint,
): TradeType {
  if (event.kind === "liquidate") return "liquidation";
  if (event.kind === "write-off") return "write-off";
  if (event.kind === "swap-collateral" || event.kind === "swap-debt" || event.kind === "transfer")
    return event.kind;
  if (!traded) {
    if (event.kind === "collateral") return "collateral";
    return min(event.debt[0], event.debt[1]) < 0n ? "repay" : "borrow";
  }
  if (flat) return "close";
  if (before.size === 0n) return "open";
  return before.size > 0n === baseDelta > 0n ? "increase" : "decrease";
}

function priceOf({ base, quote }: Traded, decimals: number): TokenAmount | undefined {
  return base === 0n ? undefined : (quote * 10n ** BigInt(decimals)) / base;
}

function entryOf({ size, basis }: PositionState, decimals: number): TokenAmount | undefined {
  return size === 0n || basis === undefined ? undefined : (basis * 10n ** BigInt(decimals)) / abs(size);
}

function sideOf(size: bigint): Side | undefined {
  return size > 0n ? "long" : size < 0n ? "short" : undefined;
}
