"use client";

import { Segmented } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import { ticketCopy } from "@/content/ticket";
import { isTrade } from "@/features/transaction/plan-of";
import { formatAmount, formatPrice } from "@/lib/format";
import type { AimBy } from "./aim";
import type { TicketState } from "./use-ticket";

const copy = ticketCopy.aim;

type By = "leverage" | AimBy;

/** By which of three equal numbers a person decides how much is borrowed. */
export function AimChoice({ ticket: { aimText, setAim } }: { readonly ticket: TicketState }) {
  return (
    <Segmented<By>
      label={copy.label}
      size="xs"
      value={aimText?.by ?? "leverage"}
      onChange={(by) => setAim(by === "leverage" ? undefined : { by, text: "" })}
      options={[
        { value: "leverage", label: ticketCopy.leverage },
        { value: "size", label: copy.size },
        { value: "liquidation", label: copy.liquidation },
      ]}
    />
  );
}

/** The size or the liquidation price wanted. While it is empty leverage decides, and its number stands there in grey. */
export function AimField({ ticket }: { readonly ticket: TicketState }) {
  const { aimText, aim, setAim, market, plan } = ticket;
  const base = market.assets[ticket.base];
  if (aimText === undefined || base === undefined) return null;
  const { by, text } = aimText;
  const after = plan.status === "planned" && isTrade(plan.plan) ? plan.plan.preview.after : undefined;
  const price = after?.liquidationPrice;
  const present =
    by === "size" ? after && formatAmount(after.size, base) : price ? formatPrice(price) : undefined;
  return (
    <div data-slot="aim" data-by={by} className="mt-2 mb-1">
      <TextField
        label={by === "size" ? copy.wholeSize : copy.liquidationPrice}
        value={text}
        onChange={(next) => setAim({ by, text: next })}
        unit={by === "size" ? base.symbol : "USD"}
        inputMode="decimal"
        placeholder={present}
        note={aim?.type === "error" ? { tone: "error", text: aim.text } : undefined}
      />
    </div>
  );
}
