import type { FieldNote } from "@/components/ui/field-frame";
import { ticketCopy } from "@/content/ticket";
import { parseDeadline, parseSlippage } from "@/features/transaction/settings-store";

const { errors, warnings } = ticketCopy.settings;

const LOW_SLIPPAGE = 10n;
const HIGH_SLIPPAGE = 500n;

/** What is wrong or unwise about a slippage text. */
export function slippageNote(text: string): FieldNote | undefined {
  const parsed = parseSlippage(text);
  if (parsed.type === "error") return { tone: "error", text: errors.slippage[parsed.reason] };
  if (parsed.value < LOW_SLIPPAGE) return { tone: "warning", text: warnings.low };
  if (parsed.value > HIGH_SLIPPAGE) return { tone: "warning", text: warnings.high };
  return undefined;
}

/** What is wrong about a deadline text. */
export function deadlineNote(text: string): FieldNote | undefined {
  const parsed = parseDeadline(text);
  return parsed.type === "error" ? { tone: "error", text: errors.deadline[parsed.reason] } : undefined;
}
