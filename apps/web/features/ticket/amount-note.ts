import type { ParsedAmount } from "@gimbal/sdk";
import type { FieldNote } from "@/components/ui/field-frame";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { formatToken, type TokenUnit } from "@/lib/format";

const copy = ticketCopy.notes;

/** What is wrong with an amount of the wallet, or nothing. The text itself is never touched. */
export function amountNote(
  parsed: ParsedAmount,
  balance: bigint | undefined,
  token: TokenUnit,
  takeMax: () => void,
): FieldNote | undefined {
  if (parsed.type === "error") return { tone: "error", text: said(parsed.error.message) };
  if (parsed.type === "empty" || balance === undefined || parsed.amount <= balance) return undefined;
  if (balance === 0n) return { tone: "error", text: copy.noBalance(token.symbol) };
  return {
    tone: "error",
    text: copy.aboveBalance(formatToken(parsed.amount - balance, token, "up")),
    action: { label: copy.useMax, onPress: takeMax },
  };
}
