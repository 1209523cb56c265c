"use client";

import { useId } from "react";
import { LimitSlider } from "@/components/ui/limit-slider";
import { ticketCopy } from "@/content/ticket";
import { isLending } from "@/features/transaction/plan-of";
import { Value } from "@/features/transaction/value";
import { formatHealth, formatLeverage } from "@/lib/format";
import { AimChoice, AimField } from "./aim-field";
import { fromTenths } from "./leverage";
import { LeverageReason } from "./leverage-reason";
import type { TicketState } from "./use-ticket";

const format = (tenths: number) => formatLeverage(fromTenths(tenths));

/** Leverage up to what the chain accepts now, and why it ends there. */
export function LeverageField({ ticket }: { readonly ticket: TicketState }) {
  const { leverage, limit, lowest, now, scale, plan, setLeverage } = ticket;
  const after = plan.status === "planned" && !isLending(plan.plan) ? plan.plan.preview.after : undefined;
  const reason = useId();
  const number = format(leverage).replace("×", "");
  return (
    <div data-slot="leverage">
      <div className="flex items-center justify-between">
        <AimChoice ticket={ticket} />
        <span data-slot="leverage-value" className="font-semibold text-16">
          <Value raw={fromTenths(leverage)}>{format(leverage)}</Value>
        </span>
      </div>
      <AimField ticket={ticket} />
      <div className="mt-1">
        <LimitSlider
          label={ticketCopy.leverage}
          min={lowest}
          max={scale}
          limit={limit}
          now={now}
          value={leverage}
          onChange={setLeverage}
          format={format}
          describedBy={reason}
          valueText={
            after === undefined
              ? ticketCopy.leverageAlone(number)
              : ticketCopy.leverageText(number, formatHealth(after.health))
          }
        />
      </div>
      <LeverageReason id={reason} ticket={ticket} />
    </div>
  );
}
