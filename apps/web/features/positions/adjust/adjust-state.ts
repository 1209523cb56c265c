import type { ParsedAmount, Position } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { positionsCopy } from "@/content/positions";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { guardLabel, type TicketAction, tradeIn } from "@/features/ticket/ticket-action";
import { RISKY_HEALTH } from "@/features/transaction/confirm-state";
import { isLending } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatHealth, formatToken, type TokenUnit } from "@/lib/format";
import type { AdjustAction } from "./adjust-intent";
import type { AdjustLimit } from "./adjust-limits";

const copy = positionsCopy.dialog;

const verbs = {
  addCollateral: "add",
  repay: "repay",
  removeCollateral: "remove",
  borrow: "borrow",
  reduce: "reduce",
} as const satisfies Record<AdjustAction, keyof typeof copy.button>;

interface NoteInputs {
  readonly action: AdjustAction;
  readonly parsed: ParsedAmount;
  readonly limit: AdjustLimit | undefined;
  readonly balance: bigint | undefined;
  /** What is owed of the asset. */
  readonly owed: bigint;
  readonly token: TokenUnit;
  readonly takeMax: () => void;
}

/** What is wrong with the amount of a form, or what it means. */
export function adjustNote(inputs: NoteInputs): FieldNote | undefined {
  const { action, parsed, limit, balance, owed, token, takeMax } = inputs;
  const useMaxAction = { label: copy.notes.useMax, onPress: takeMax };
  if (parsed.type === "error") return { tone: "error", text: said(parsed.error.message) };
  if (parsed.type === "amount") {
    const { amount } = parsed;
    if ((action === "addCollateral" || action === "repay") && balance !== undefined && amount > balance) {
      if (balance === 0n) return { tone: "error", text: ticketCopy.notes.noBalance(token.symbol) };
      const excess = formatToken(amount - balance, token, "up");
      return { tone: "error", text: ticketCopy.notes.aboveBalance(excess), action: useMaxAction };
    }
    if (action === "repay" && amount > owed) {
      return {
        tone: "error",
        text: copy.notes.aboveOwed(formatToken(owed, token, "up")),
        action: useMaxAction,
      };
    }
    if (limit !== undefined && (action === "removeCollateral" || action === "borrow") && amount > limit.max) {
      const text = copy.notes.aboveHeld(formatToken(limit.max, token));
      return { tone: "warning", text, action: useMaxAction };
    }
    if (limit !== undefined && action === "reduce" && amount > limit.max) {
      return {
        tone: "error",
        text: copy.notes.aboveSize(formatToken(limit.max, token)),
        action: useMaxAction,
      };
    }
  }
  if (action === "repay") return { tone: "info", text: copy.notes.repays(token.symbol) };
  if (action === "borrow") return { tone: "info", text: copy.notes.borrows(token.symbol) };
  return action === "reduce" ? { tone: "info", text: copy.notes.reduces } : undefined;
}

interface ButtonInputs {
  readonly action: AdjustAction;
  readonly parsed: ParsedAmount;
  readonly note: FieldNote | undefined;
  readonly plan: PlanState;
  readonly canSign: CanSign;
  readonly position: Position;
  readonly token: TokenUnit;
}

/** The button of the dialog: the next step with its amount, or why there is none. */
export function adjustButton(inputs: ButtonInputs): TicketAction {
  const { action, parsed, note, plan, canSign, position, token } = inputs;
  if (!canSign.ok) return off(canSign.reason);
  if (parsed.type === "error") return off(ticketCopy.button.unreadable);
  if (parsed.type === "empty" || parsed.amount === 0n || plan.status === "none")
    return off(copy.button.empty);
  const label = copy.button.review(copy.button[verbs[action]](formatToken(parsed.amount, token, "up")));
  if (note?.tone === "error") return off(label);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  if (blocking !== undefined) return off(guardLabel(blocking, tradeIn(position)));
  if (plan.quoteError !== undefined) return off(ticketCopy.button.noQuote);
  if (!plan.checked) return { state: "checking", label: ticketCopy.button.checking };
  const after = isLending(plan.plan) ? undefined : plan.plan.preview.after?.health;
  const isLowered = action === "removeCollateral" || action === "borrow";
  return isLowered && typeof after === "bigint" && after <= RISKY_HEALTH
    ? { state: "risky", label: ticketCopy.button.risky(label, formatHealth(after)) }
    : { state: "ready", label };
}

const off = (label: string): TicketAction => ({ state: "off", label });
