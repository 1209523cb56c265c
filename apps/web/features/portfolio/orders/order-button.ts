import type { GuardCode, ParsedAmount } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { ordersCopy } from "@/content/orders";
import { said } from "@/content/said";
import type { TicketAction } from "@/features/ticket/ticket-action";
import { RISKY_HEALTH } from "@/features/transaction/confirm-state";
import { isLending } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatHealth, formatToken, type TokenUnit } from "@/lib/format";
import type { OrderLimit } from "./order-limits";

const copy = ordersCopy.button;

interface ButtonInputs {
  /** Left out where the order needs no amount. */
  readonly parsed?: ParsedAmount | undefined;
  readonly note: FieldNote | undefined;
  readonly plan: PlanState;
  readonly canSign: CanSign;
  /** What the order is called. */
  readonly title: string;
}

/** The button of an order: the next step with its amount, or why there is none. */
export function orderButton({ parsed, note, plan, canSign, title }: ButtonInputs): TicketAction {
  if (!canSign.ok) return off(canSign.reason);
  if (parsed?.type === "error") return off(copy.unreadable);
  const isEmpty = parsed !== undefined && (parsed.type === "empty" || parsed.amount === 0n);
  if (isEmpty || plan.status === "none") return off(copy.empty);
  const label = copy.review(title);
  if (note?.tone === "error") return off(label);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find(({ level }) => level === "block");
  if (blocking !== undefined) return off(inShort(blocking.code));
  if (plan.quoteError !== undefined) return off(copy.noQuote);
  if (!plan.checked) return { state: "checking", label: copy.checking };
  const { before, after } = isLending(plan.plan) ? {} : plan.plan.preview;
  const health = after?.health;
  const isLowered =
    typeof health === "bigint" && (typeof before?.health !== "bigint" || health < before.health);
  return isLowered && health <= RISKY_HEALTH
    ? { state: "risky", label: copy.risky(label, formatHealth(health)) }
    : { state: "ready", label };
}

const off = (label: string): TicketAction => ({ state: "off", label });

/** A finding in a few words; its full sentence stands above the button. */
function inShort(code: GuardCode): string {
  const words: Partial<Record<GuardCode, string>> = copy.guards;
  return words[code] ?? copy.blocked;
}

interface NoteInputs {
  readonly parsed: ParsedAmount;
  readonly isAll: boolean;
  readonly total: bigint;
  readonly limit: OrderLimit | undefined;
  readonly token: TokenUnit;
  readonly takeMax: () => void;
  /** What to say of more than there is, and of more than can be. */
  readonly words: {
    readonly tooMuch: (amount: string) => string;
    readonly most: (amount: string) => string;
  };
}

/** What is wrong with an amount, or what it means. */
export function orderNote(inputs: NoteInputs): FieldNote | undefined {
  const { parsed, isAll, total, limit, token, takeMax, words } = inputs;
  if (parsed.type === "error") return { tone: "error", text: said(parsed.error.message) };
  if (parsed.type !== "amount") return undefined;
  if (isAll) return { tone: "info", text: ordersCopy.swap.all };
  const action = { label: ordersCopy.swap.useMax, onPress: takeMax };
  if (parsed.amount > total) {
    return { tone: "error", text: words.tooMuch(formatToken(total, token)), action };
  }
  if (limit === undefined || parsed.amount <= limit.max) return undefined;
  return { tone: "warning", text: words.most(formatToken(limit.max, token)), action };
}
