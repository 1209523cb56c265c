import type { AssetState, LendingVaultState, ParsedAmount } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { vaultCopy } from "@/content/vault";
import type { TicketAction } from "@/features/ticket/ticket-action";
import type { VaultIntent } from "@/features/transaction/intent";
import type { PlanState } from "@/features/transaction/use-plan";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatToken } from "@/lib/format";
import { shortfallText } from "../shortfall";

const copy = vaultCopy.dialog;

export type VaultMode = "deposit" | "withdraw";

/** The vault of a reserve, and the reserve. */
export interface VaultForm {
  readonly asset: AssetState;
  readonly vault: LendingVaultState;
  readonly mode: VaultMode;
  /** Of the wallet. */
  readonly balance: bigint | undefined;
}

/** The most a form can ask for. */
export interface VaultLimit {
  readonly max: bigint;
  /** Max redeems every share, so that nothing is left behind. */
  readonly isAll: boolean;
}

/** What a share may earn between the form and the block, and more than that: an hour at 87 % a year. */
const GROWTH = 10_000n;

/**
 * Shares grow until the block comes and the cash does not: where the cash is hardly enough for all of them an amount is
 * withdrawn instead, which passes whatever they are worth by then.
 */
export function vaultLimit({ asset, vault, mode, balance = 0n }: VaultForm): VaultLimit {
  const { cash, supplied, limits } = asset.reserve;
  if (mode === "deposit") {
    const room = limits.supplyCap > supplied ? limits.supplyCap - supplied : 0n;
    return { max: balance < room ? balance : room, isAll: false };
  }
  const worth = vault.stake?.assets ?? 0n;
  const isAll = worth > 0n && worth + worth / GROWTH + 1n <= cash;
  return { max: worth < cash ? worth : cash, isAll };
}

/** The intent of a form; undefined while it asks for nothing. `isMax`: Max typed it, and it stays all whatever shares earn since. */
export function vaultIntent(form: VaultForm, amount: bigint, isMax = false): VaultIntent | undefined {
  if (amount === 0n) return undefined;
  const { market, asset } = form.vault;
  if (form.mode === "deposit") return { type: "vaultDeposit", market, asset, amount };
  const { max, isAll } = vaultLimit(form);
  return { type: "vaultWithdraw", market, asset, amount: isAll && (isMax || amount >= max) ? "max" : amount };
}

/** What is wrong with the amount: not yours, not there, or no room. */
export function vaultNote(form: VaultForm, parsed: ParsedAmount, takeMax: () => void): FieldNote | undefined {
  if (parsed.type === "error") return { tone: "error", text: said(parsed.error.message) };
  if (parsed.type === "empty") return undefined;
  const { asset, vault, mode, balance } = form;
  const { amount } = parsed;
  const action = { label: copy.notes.useMax, onPress: takeMax };
  if (mode === "withdraw") {
    const worth = vault.stake?.assets ?? 0n;
    if (amount > worth) return error(copy.notes.aboveStake(formatToken(worth, asset)), action);
    return amount > asset.reserve.cash ? error(shortfallText(asset), action) : undefined;
  }
  if (balance !== undefined && amount > balance) {
    if (balance === 0n) return error(ticketCopy.notes.noBalance(asset.symbol));
    return error(ticketCopy.notes.aboveBalance(formatToken(amount - balance, asset, "up")), action);
  }
  const { max } = vaultLimit(form);
  return amount > max ? error(copy.notes.cap(formatToken(max, asset)), action) : undefined;
}

function error(text: string, action?: FieldNote["action"]): FieldNote {
  return { tone: "error", text, ...(action !== undefined && { action }) };
}

interface ButtonInputs {
  readonly form: VaultForm;
  readonly parsed: ParsedAmount;
  readonly note: FieldNote | undefined;
  readonly plan: PlanState;
  readonly canSign: CanSign;
}

/** The button of the dialog: the next step with its amount, or why there is none. */
export function vaultButton({ form, parsed, note, plan, canSign }: ButtonInputs): TicketAction {
  if (!canSign.ok) return off(canSign.reason);
  if (parsed.type === "error") return off(ticketCopy.button.unreadable);
  if (parsed.type === "empty" || parsed.amount === 0n || plan.status === "none")
    return off(copy.button.empty);
  const label = copy.button[form.mode](formatToken(parsed.amount, form.asset, "up"));
  if (note?.tone === "error") return off(label);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  return blocking === undefined ? { state: "ready", label } : off(said(blocking.message));
}

const off = (label: string): TicketAction => ({ state: "off", label });
