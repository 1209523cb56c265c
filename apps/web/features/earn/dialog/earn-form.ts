import type { ParsedAmount } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { earnCopy } from "@/content/earn";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import type { TicketAction } from "@/features/ticket/ticket-action";
import type { TradeIntent } from "@/features/transaction/intent";
import type { PlanState } from "@/features/transaction/use-plan";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatToken } from "@/lib/format";
import type { ReserveView } from "../reserves";
import { shortfallText } from "../shortfall";

const copy = earnCopy.dialog;

export type EarnMode = "supply" | "withdraw";

/** The most a form can ask for. */
export interface EarnLimit {
  readonly max: bigint;
  /** Max takes every share, so that nothing is left behind. */
  readonly isAll: boolean;
}

export function earnLimit(
  { asset, lender }: ReserveView,
  mode: EarnMode,
  balance: bigint | undefined,
): EarnLimit {
  const { cash, supplied, limits } = asset.reserve;
  if (mode === "supply") {
    const room = limits.supplyCap > supplied ? limits.supplyCap - supplied : 0n;
    const held = balance ?? 0n;
    return { max: held < room ? held : room, isAll: false };
  }
  const yours = lender?.assets ?? 0n;
  return yours <= cash ? { max: yours, isAll: yours > 0n } : { max: cash, isAll: false };
}

/** The intent of a form; undefined while it asks for nothing. What Max typed grows by interest until it is sent. */
export function earnIntent(
  { market, asset }: ReserveView,
  mode: EarnMode,
  amount: bigint,
  limit: EarnLimit,
  isMax = false,
): TradeIntent | undefined {
  if (amount === 0n) return undefined;
  const target = { market: market.id, asset: asset.index };
  if (mode === "supply") return { type: "supply", ...target, amount };
  return {
    type: "redeem",
    ...target,
    amount: limit.isAll && (isMax || amount >= limit.max) ? "max" : amount,
  };
}

interface NoteInputs {
  readonly reserve: ReserveView;
  readonly mode: EarnMode;
  readonly parsed: ParsedAmount;
  readonly balance: bigint | undefined;
  readonly takeMax: () => void;
}

/** What is wrong with the amount: not yours, not there, or no room. */
export function earnNote({ reserve, mode, parsed, balance, takeMax }: NoteInputs): FieldNote | undefined {
  if (parsed.type === "error") return { tone: "error", text: said(parsed.error.message) };
  if (parsed.type === "empty") return undefined;
  const { asset, lender } = reserve;
  const { amount } = parsed;
  const action = { label: copy.notes.useMax, onPress: takeMax };
  if (mode === "withdraw") {
    const yours = lender?.assets ?? 0n;
    if (amount > yours) return error(copy.notes.aboveSupply(formatToken(yours, asset)), action);
    const { cash } = asset.reserve;
    return amount > cash ? error(shortfallText(asset), action) : undefined;
  }
  if (balance !== undefined && amount > balance) {
    if (balance === 0n) return error(ticketCopy.notes.noBalance(asset.symbol));
    return error(ticketCopy.notes.aboveBalance(formatToken(amount - balance, asset, "up")), action);
  }
  const { max } = earnLimit(reserve, mode, balance);
  return amount > max ? error(copy.notes.cap(formatToken(max, asset)), action) : undefined;
}

function error(text: string, action?: FieldNote["action"]): FieldNote {
  return { tone: "error", text, ...(action !== undefined && { action }) };
}

interface ButtonInputs {
  readonly reserve: ReserveView;
  readonly mode: EarnMode;
  readonly parsed: ParsedAmount;
  readonly note: FieldNote | undefined;
  readonly plan: PlanState;
  readonly canSign: CanSign;
}

/** The button of the dialog: the next step with its amount, or why there is none. */
export function earnButton({ reserve, mode, parsed, note, plan, canSign }: ButtonInputs): TicketAction {
  if (!canSign.ok) return off(canSign.reason);
  if (parsed.type === "error") return off(ticketCopy.button.unreadable);
  if (parsed.type === "empty" || parsed.amount === 0n || plan.status === "none")
    return off(copy.button.empty);
  const label = copy.button[mode](formatToken(parsed.amount, reserve.asset, "up"));
  if (note?.tone === "error") return off(label);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  return blocking === undefined ? { state: "ready", label } : off(said(blocking.message));
}

const off = (label: string): TicketAction => ({ state: "off", label });
