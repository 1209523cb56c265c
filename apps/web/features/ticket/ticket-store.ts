import { create } from "zustand";
import type { AimText } from "./aim";

/** What a person entered for one market and side. */
export interface TicketForm {
  /** As typed. */
  readonly amount: string;
  /** Chosen leverage in tenths; undefined until chosen. */
  readonly leverage: number | undefined;
  /** Size or liquidation price, where it decides instead of leverage. */
  readonly aim?: AimText | undefined;
  /** Soft closing, where it is to be another choice than the account's own. */
  readonly softZone?: boolean | undefined;
}

interface TicketStore {
  readonly forms: Readonly<Record<string, TicketForm>>;
  readonly change: (key: string, change: Partial<TicketForm>) => void;
}

export const emptyForm: TicketForm = { amount: "", leverage: undefined };

/** Forms by chain, market and side, so that one never shows the numbers of another. */
export const useTicketForms = create<TicketStore>((set) => ({
  forms: {},
  change: (key, change) =>
    set(({ forms }) => ({ forms: { ...forms, [key]: { ...(forms[key] ?? emptyForm), ...change } } })),
}));

export function ticketKey(chainId: number, slug: string, side: string): string {
  return `${chainId}:${slug}:${side}`;
}
