"use client";

import { useId } from "react";
import { Switch } from "@/components/ui/switch";
import { dangerCopy } from "@/content/danger";
import { useAuctionRecord } from "@/features/positions/danger/use-auction-record";
import type { TicketState } from "./use-ticket";

const copy = dangerCopy.softZone;

/** Whether slices of the position may be closed before the auction. */
export function SoftZoneChoice({ ticket }: { readonly ticket: TicketState }) {
  const id = useId();
  const record = useAuctionRecord(ticket.account);
  if (record === undefined) return null;
  const isOn = ticket.softZone ?? record.softZone;
  return (
    <div data-slot="soft-zone-choice" data-on={isOn} className="-mx-4 border-line border-t px-4 pt-2.5">
      <div className="flex items-center justify-between gap-3">
        <span className="font-medium">{copy.label}</span>
        <Switch
          label={copy.label}
          checked={isOn}
          describedBy={id}
          onChange={(on) => ticket.setSoftZone(on === record.softZone ? undefined : on)}
        />
      </div>
      <p id={id} className="mt-1 text-12 text-fg-3 leading-[1.4]">
        {copy.sentence}
        {ticket.softZone !== undefined && ` ${copy.extra}`}
      </p>
    </div>
  );
}
