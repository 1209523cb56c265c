"use client";

import {
  type AccountId,
  accountFor,
  type MarketState,
  type MaxLeverage,
  maxLeverage,
  type ParsedAmount,
  type Position,
  parseAmount,
  positionOf,
  type Side,
  type Snapshot,
  type TokenAmount,
  walletOf,
} from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { type Closed, closedOf } from "@/features/risk/regime";
import { useMarketRisk } from "@/features/risk/use-risk";
import { type MarginMode, useTradeStore } from "@/features/trade/trade-store";
import { type OpenIntent, planOpen } from "@/features/transaction/plan-open";
import { type PlanState, usePlan } from "@/features/transaction/use-plan";
import { exactAmount } from "@/lib/format";
import { type Aim, type AimText, aimOf } from "./aim";
import { legsAfter, type MarginParts, marginParts } from "./composition";
import { borrowForTarget, fromTenths, leverageBasis, leverageWith, scaleOf, toTenths } from "./leverage";
import { emptyForm, ticketKey, useTicketForms } from "./ticket-store";
import { lowestOf, venueOf } from "./venue";
import { asVisitor } from "./visitor";

/** Leverage before a person chose one. */
const DEFAULT_TENTHS = 30;
/** And beside other positions of the account. */
const BESIDE_TENTHS = 10;
/** Equity for which the maximum is shown before an amount is typed [whole quote tokens]. */
const NOMINAL_EQUITY = 1_000n;

const nothingKnown = { max: undefined, margin: undefined, sizeAtMax: undefined } as const;

export interface TicketState {
  readonly snapshot: Snapshot;
  /** Where it trades: the market of the page, or the one for cross margin. */
  readonly market: MarketState;
  readonly marginMode: MarginMode;
  readonly hasCross: boolean;
  readonly side: Side;
  /** Index of the base asset. */
  readonly base: number;
  readonly account: AccountId;
  /** The account about the base asset; undefined while it is empty. */
  readonly position: Position | undefined;
  readonly text: string;
  readonly parsed: ParsedAmount;
  readonly balance: bigint | undefined;
  /** What the person chose by hand, if anything. All in tenths. */
  readonly chosen: number | undefined;
  readonly leverage: number;
  readonly now: number | undefined;
  readonly limit: number | undefined;
  readonly floor: number;
  readonly lowest: number;
  readonly scale: number;
  readonly max: MaxLeverage | undefined;
  /** What the margin at the maximum is made of. */
  readonly margin: MarginParts | undefined;
  /** Size of the whole position at the maximum [base token]. */
  readonly sizeAtMax: TokenAmount | undefined;
  /** Why the market takes no new leverage, if so. */
  readonly closed: Closed | undefined;
  readonly intent: OpenIntent | undefined;
  readonly plan: PlanState;
  /** What decides instead of leverage, as typed and as understood. */
  readonly aimText: AimText | undefined;
  readonly aim: Aim | undefined;
  readonly setAim: (aim: AimText | undefined) => void;
  readonly setText: (text: string) => void;
  readonly setLeverage: (tenths: number) => void;
  readonly softZone: boolean | undefined;
  readonly setSoftZone: (on: boolean | undefined) => void;
  readonly takeMax: (() => void) | undefined;
  readonly clear: () => void;
}

/** Everything about one ticket. All numbers come from the snapshot and the SDK; a slider move reads nothing. */
export function useTicket(read: Snapshot, slug: string): TicketState | undefined {
  const side = useTradeStore((state) => state.side);
  const requested = useTradeStore((state) => state.requestedLeverage);
  const snapshot = useMemo(() => asVisitor(read), [read]);
  const wantedMargin = useTradeStore((state) => state.margin);
  const {
    margin: marginMode = "isolated",
    market,
    base = 1,
    hasCross = false,
  } = venueOf(snapshot.markets, slug, wantedMargin) ?? {};
  const place = marginMode === "cross" ? `${slug}.cross` : slug;
  const key = ticketKey(snapshot.deployment.chainId, place, side);
  const form = useTicketForms((state) => state.forms[key]) ?? emptyForm;
  const change = useTicketForms((state) => state.change);

  const quote = market?.assets[0];
  const owner = snapshot.owner;
  const account = owner && market && accountFor(snapshot, market.id, side);
  const position = useMemo(() => account && positionOf(snapshot, account, base), [snapshot, account, base]);
  const parsed = useMemo(
    () => parseAmount(form.amount, quote?.decimals ?? 0, quote?.symbol),
    [form.amount, quote?.decimals, quote?.symbol],
  );
  const equity = parsed.type === "amount" ? parsed.amount : 0n;
  const basis = market && leverageBasis(market, side, position, equity, base);
  const lowest = lowestOf(position);

  const { max, margin, sizeAtMax } = useMemo(() => {
    if (market === undefined || quote === undefined || account === undefined) return nothingKnown;
    const nominal = position === undefined ? NOMINAL_EQUITY * 10n ** BigInt(quote.decimals) : 0n;
    const paid = equity || nominal;
    const highest = maxLeverage({ snapshot, market: market.id, side, base, account, equity: paid });
    if (highest === undefined) return nothingKnown;
    const trade = { snapshot, market, side, base, account, equity: paid, borrow: highest.borrow };
    const legs = legsAfter(trade);
    const size = side === "long" ? legs.collateral[base] : legs.debt[base];
    return { max: highest, margin: marginParts(market, legs), sizeAtMax: size };
  }, [snapshot, market, quote, side, base, account, equity, position]);

  const standing = position?.leverage === undefined ? undefined : toTenths(position.leverage, "nearest");
  const now = position?.side === side ? standing : undefined;
  const chosen = form.leverage ?? (requested === undefined ? undefined : toTenths(requested, "down"));
  const unchosen = now ?? (standing === undefined ? DEFAULT_TENTHS : BESIDE_TENTHS);
  const wanted = chosen ?? Math.max(unchosen, lowest);
  const aim = useMemo(() => {
    if (form.aim === undefined || market === undefined || account === undefined) return undefined;
    return aimOf({ snapshot, market, side, base, account, position, equity, aim: form.aim });
  }, [form.aim, snapshot, market, side, base, account, position, equity]);

  const byLeverage = basis && borrowForTarget(basis, fromTenths(wanted));
  const borrow = aim?.type === "borrow" ? aim.borrow : aim?.type === "error" ? undefined : byLeverage;
  const leverage =
    aim?.type === "borrow" && basis !== undefined
      ? Math.max(lowest, toTenths(leverageWith(basis, aim.borrow), "nearest"))
      : wanted;
  // a position's leverage in tenths is not quite its leverage: where it stands nobody asked to trade the difference
  const isMoved = aim?.type === "borrow" || (chosen === undefined ? now === undefined : chosen !== now);
  const hasSize =
    borrow !== undefined &&
    parsed.type !== "error" &&
    (equity > 0n || (position !== undefined && borrow > 0n && isMoved));
  const marketId = market?.id;
  const { softZone } = form;
  const intent = useMemo((): OpenIntent | undefined => {
    if (!hasSize || marketId === undefined || account === undefined) return undefined;
    const debt = borrow > 0n ? borrow : 0n;
    return { type: "open", account, market: marketId, side, base, equity, borrow: debt, softZone };
  }, [hasSize, borrow, marketId, account, side, base, equity, softZone]);
  const plan = usePlan(intent, snapshot, planOpen);
  const scale = useSteadyScale(market, base, place);
  const closed = closedOf(useMarketRisk(market?.id));

  if (market === undefined || account === undefined || quote === undefined) return undefined;
  const balance = walletOf(snapshot, quote.token)?.balance;
  const setText = (amount: string) => change(key, { amount });
  const atMost =
    max === undefined
      ? undefined
      : equity === 0n && position === undefined
        ? max.leverage
        : basis && leverageWith(basis, max.borrow);
  const floor = floorOf(basis && leverageWith(basis, 0n), position, lowest);
  const limit = atMost === undefined ? undefined : Math.max(lowest, toTenths(atMost, "down"));
  return {
    snapshot,
    market,
    marginMode,
    hasCross,
    side,
    base,
    account,
    position,
    text: form.amount,
    parsed,
    balance,
    chosen: form.leverage,
    leverage,
    now,
    limit: closed === undefined ? limit : floor,
    floor,
    lowest,
    scale,
    max,
    margin,
    sizeAtMax,
    closed,
    intent,
    plan,
    aimText: form.aim,
    aim,
    setAim: (text) => change(key, { aim: text }),
    setText,
    setLeverage: (tenths) => change(key, { leverage: tenths, aim: undefined }),
    softZone,
    setSoftZone: (on) => change(key, { softZone: on }),
    clear: () => change(key, emptyForm),
    takeMax: balance === undefined ? undefined : () => setText(exactAmount(balance, quote.decimals)),
  };
}

/** Below this leverage an open position would have to shrink, which the ticket does not do. */
function floorOf(withoutDebt: bigint | undefined, position: Position | undefined, lowest: number): number {
  if (position === undefined || withoutDebt === undefined) return lowest;
  return Math.max(lowest, toTenths(withoutDebt, "down"));
}

/** The scale of a market only ever grows while a page is open, so that the thumb never jumps. */
function useSteadyScale(market: MarketState | undefined, base: number, place: string): number {
  const [scales, setScales] = useState<Readonly<Record<string, number>>>({});
  const wanted = market === undefined ? 0 : scaleOf(market, base);
  const shown = Math.max(scales[place] ?? 0, wanted);
  if (shown !== scales[place] && market !== undefined) setScales({ ...scales, [place]: shown });
  return shown;
}
