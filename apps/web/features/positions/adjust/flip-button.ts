import type { Position } from "@gimbal/sdk";
import { flipCopy } from "@/content/flip";
import { positionsCopy } from "@/content/positions";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { guardLabel, type TicketAction } from "@/features/ticket/ticket-action";
import { RISKY_HEALTH } from "@/features/transaction/confirm-state";
import { oppositeOf } from "@/features/transaction/flip/describe";
import { isTrade } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatHealth } from "@/lib/format";

interface ButtonInputs {
  readonly plan: PlanState;
  readonly canSign: CanSign;
  readonly position: Position;
  /** As text. */
  readonly leverage: string;
}

/** The button of the flip: the next step, or why there is none. */
export function flipButton({ plan, canSign, position, leverage }: ButtonInputs): TicketAction {
  const other = oppositeOf(position.side ?? "long");
  if (!canSign.ok) return off(canSign.reason);
  if (plan.status === "none") return { state: "checking", label: ticketCopy.button.checking };
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  if (blocking !== undefined) return off(guardLabel(blocking, { market: position.market, side: other }));
  if (plan.quoteError !== undefined) return off(ticketCopy.button.noQuote);
  if (!plan.checked) return { state: "checking", label: ticketCopy.button.checking };
  const label = positionsCopy.dialog.button.review(flipCopy.button.flip(other, leverage));
  const health = isTrade(plan.plan) ? plan.plan.preview.after?.health : undefined;
  return typeof health === "bigint" && health <= RISKY_HEALTH
    ? { state: "risky", label: ticketCopy.button.risky(label, formatHealth(health)) }
    : { state: "ready", label };
}

const off = (label: string): TicketAction => ({ state: "off", label });
