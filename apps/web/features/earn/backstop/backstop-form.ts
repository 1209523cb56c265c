import type { AssetState, BackstopState, ParsedAmount } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { backstopCopy } from "@/content/backstop";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { amountNote } from "@/features/ticket/amount-note";
import type { TicketAction } from "@/features/ticket/ticket-action";
import type { BackstopIntent } from "@/features/transaction/intent";
import type { PlanState } from "@/features/transaction/use-plan";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatToken } from "@/lib/format";

const copy = backstopCopy.dialog;

export type BackstopMode = "deposit" | "request";

/** Shares for an amount of the stake, rounded down; all of them for all of it. */
export function sharesFor({ stake }: BackstopState, amount: bigint): bigint {
  if (stake === undefined || stake.assets === 0n) return 0n;
  if (amount >= stake.assets) return stake.shares;
  return (stake.shares * amount) / stake.assets;
}

/** The intent of a form; undefined while it asks for nothing. */
export function backstopIntent(
  mode: BackstopMode,
  state: BackstopState,
  amount: bigint,
): BackstopIntent | undefined {
  if (amount === 0n) return undefined;
  const { market, cooldown } = state;
  if (mode === "deposit") return { type: "backstopDeposit", market, amount };
  const shares = sharesFor(state, amount);
  return shares === 0n ? undefined : { type: "backstopRequest", market, shares, cooldown };
}

/** What is wrong with the amount. */
export function backstopNote(
  mode: BackstopMode,
  state: BackstopState,
  parsed: ParsedAmount,
  balance: bigint | undefined,
  quote: AssetState,
  takeMax: () => void,
): FieldNote | undefined {
  if (mode === "deposit" || parsed.type !== "amount") return amountNote(parsed, balance, quote, takeMax);
  const yours = state.stake?.assets ?? 0n;
  if (parsed.amount <= yours) return undefined;
  return {
    tone: "error",
    text: copy.notes.aboveStake(formatToken(yours, quote)),
    action: { label: copy.notes.useMax, onPress: takeMax },
  };
}

/** The button of the dialog: the next step with its amount, or why there is none. */
export function backstopButton(
  mode: BackstopMode,
  parsed: ParsedAmount,
  note: FieldNote | undefined,
  plan: PlanState,
  canSign: CanSign,
  quote: AssetState,
): TicketAction {
  const off = (label: string): TicketAction => ({ state: "off", label });
  if (!canSign.ok) return off(canSign.reason);
  if (parsed.type === "error") return off(ticketCopy.button.unreadable);
  if (parsed.type === "empty" || parsed.amount === 0n || plan.status === "none")
    return off(copy.button.empty);
  const label = copy.button[mode](formatToken(parsed.amount, quote, "up"));
  if (note?.tone === "error") return off(label);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  return blocking === undefined ? { state: "ready", label } : off(said(blocking.message));
}
