import type { Guard, MarketState, ParsedAmount, Position, Side } from "@gimbal/sdk";
import { regimeCopy } from "@/content/regime";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import type { Closed } from "@/features/risk/regime";
import { RISKY_HEALTH } from "@/features/transaction/confirm-state";
import { isTrade } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import { formatHealth, formatLeverage, formatToken } from "@/lib/format";
import type { Aim } from "./aim";
import { fromTenths } from "./leverage";

const copy = ticketCopy.button;

/** The ticket's one button. `off` names its reason. */
export interface TicketAction {
  readonly state: "connect" | "switch" | "off" | "checking" | "ready" | "risky";
  readonly label: string;
}

export interface TicketActionInputs {
  readonly wallet: {
    readonly status: "disconnected" | "connecting" | "connected";
    readonly wrongNetwork: boolean;
  };
  readonly watching: boolean;
  readonly chainName: string;
  readonly data: "ok" | "stale" | "none";
  readonly market: MarketState;
  readonly side: Side;
  /** Index of the base asset. */
  readonly base: number;
  /** What the account has, about the base asset. */
  readonly position: Position | undefined;
  readonly parsed: ParsedAmount;
  readonly balance: bigint | undefined;
  readonly hasPosition: boolean;
  /** Tenths. */
  readonly leverage: number;
  readonly limit: number | undefined;
  readonly floor: number;
  /** Why the market takes no new leverage, if so. */
  readonly closed: Closed | undefined;
  /** Size or liquidation price that decides instead of leverage. */
  readonly aim?: Aim | undefined;
  readonly plan: PlanState;
}

/** Every reason why a trade cannot be reviewed, in the order a person can do something about them. */
export function ticketAction(inputs: TicketActionInputs): TicketAction {
  const { wallet, parsed, balance, plan, market } = inputs;
  if (inputs.watching) return off(copy.watching);
  if (wallet.status === "connecting") return off(copy.connecting);
  if (wallet.status === "disconnected") return { state: "connect", label: copy.connect };
  if (wallet.wrongNetwork) return { state: "switch", label: copy.switch(inputs.chainName) };
  if (inputs.data !== "ok") return off(inputs.data === "stale" ? copy.stale : copy.noData);
  if (market.paused) return off(ticketCopy.guards["market-paused"]?.("") ?? copy.noData);
  if (market.openingsClosed) return off(ticketCopy.guards["openings-closed"]?.("") ?? copy.noData);
  if (market.halted) return off(ticketCopy.guards["market-halted"]?.("") ?? copy.noData);
  if (parsed.type === "error") return off(copy.unreadable);
  if (parsed.type === "amount" && balance !== undefined && parsed.amount > balance) {
    const quote = market.assets[0];
    return off(copy.needs(quote === undefined ? "" : formatToken(parsed.amount - balance, quote, "up")));
  }
  if (inputs.aim?.type === "error") return off(copy.aim[inputs.aim.by]);
  if (plan.status === "none") return off(inputs.hasPosition ? copy.emptyOrLeverage : copy.empty);
  const outside = leverageProblem(inputs);
  if (outside !== undefined) return off(outside);
  return planAction(inputs);
}

function leverageProblem({ leverage, limit, floor, closed }: TicketActionInputs): string | undefined {
  if (closed !== undefined && leverage > floor) return regimeCopy.closed.button;
  if (limit !== undefined && leverage > limit) return copy.aboveMaximum(formatLeverage(fromTenths(limit)));
  if (leverage < floor) return copy.belowFloor(formatLeverage(fromTenths(floor)));
  return undefined;
}

function planAction({ plan, market, side, base: index, position }: TicketActionInputs): TicketAction {
  if (plan.status === "none") return off(copy.empty);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  if (blocking !== undefined) return off(guardLabel(blocking, { market, side, base: index, position }));
  if (plan.quoteError !== undefined) return off(copy.noQuote);
  if (!plan.checked || !isTrade(plan.plan)) return { state: "checking", label: copy.checking };
  const { before, after, size } = plan.plan.preview;
  const base = market.assets[index];
  const amount = base === undefined ? "" : formatToken(size, base);
  const what = copy.review((before?.size ?? 0n) === 0n ? copy.open(amount, side) : copy.add(amount, side));
  const health = after?.health;
  return typeof health === "bigint" && health <= RISKY_HEALTH
    ? { state: "risky", label: copy.risky(what, formatHealth(health)) }
    : { state: "ready", label: what };
}

/** What is traded, and the account it is traded in. */
interface Trade {
  readonly market: MarketState;
  readonly side: Side;
  readonly base?: number;
  readonly position?: Position | undefined;
}

/** The trade that changes a position. */
export function tradeIn(position: Position): Trade {
  const { market, base, side = "long" } = position;
  return { market, side, base: base.index, position };
}

/** A blocking finding in a few words; its full sentence stands above the button. */
export function guardLabel({ code, message, bound }: Guard, of: Trade): string {
  const { market, side, base = 1, position } = of;
  if (code === "same-asset" && position !== undefined) return conflictLabel(position, side);
  const debt = market.assets[side === "long" ? 0 : base];
  const short = ticketCopy.guards[code];
  if (short === undefined) return said(message).split(". ")[0] ?? message;
  return short(debt === undefined ? "" : formatToken(bound, debt));
}

/** What to do where the account would hold and owe one asset. */
function conflictLabel({ base, quote, side: standing }: Position, side: Side): string {
  const { conflict } = ticketCopy;
  if (standing !== undefined && standing !== side) return conflict.opposite(base.symbol, side);
  return side === "long" ? conflict.holds(quote.symbol) : conflict.owes(quote.symbol);
}

const off = (label: string): TicketAction => ({ state: "off", label });
