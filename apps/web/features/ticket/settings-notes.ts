import type { FieldNote } from "@/components/ui/field-frame";
import { ticketCopy } from "@/content/ticket";
import { defaultSettings, parseDeadline, parseSlippage } from "@/features/transaction/settings-store";

const { errors, warnings } = ticketCopy.settings;

const LOW_SLIPPAGE = 10n;
const HIGH_SLIPPAGE = 500n;

/** What is wrong or unwise about a slippage text. */
export function slippageNote(text: string): FieldNote | undefined {
  const parsed = parseSlippage(text);
  if (parsed.type === "error")
    return error(errors.slippage[parsed.reason], `${defaultSettings.slippage}\u00a0%`);
  if (parsed.value < LOW_SLIPPAGE) return { tone: "warning", text: warnings.low };
  if (parsed.value > HIGH_SLIPPAGE) return { tone: "warning", text: warnings.high };
  return undefined;
}

/** What is wrong about a deadline text. */
export function deadlineNote(text: string): FieldNote | undefined {
  const parsed = parseDeadline(text);
  return parsed.type === "error"
    ? error(errors.deadline[parsed.reason], `${defaultSettings.deadline}\u00a0min`)
    : undefined;
}

/** What orders use now: a text that is no value counts as the default, and says so. */
export function inForce(slippage: string, deadline: string): [slippage: string, deadline: string] {
  return [
    parseSlippage(slippage).type === "value" ? slippage : defaultSettings.slippage,
    parseDeadline(deadline).type === "value" ? deadline : defaultSettings.deadline,
  ];
}

const error = (reason: string, used: string): FieldNote => ({
  tone: "error",
  text: `${reason}. ${ticketCopy.settings.untilThen(used)}`,
});
