"use client";

import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { Segmented } from "@/components/ui/segmented";
import { TextField } from "@/components/ui/text-field";
import { ticketCopy } from "@/content/ticket";
import { type ApprovalMethod, useSettings } from "@/features/transaction/settings-store";
import { deadlineNote, inForce, slippageNote } from "./settings-notes";

const copy = ticketCopy.settings;

const methods = (["signature", "transaction"] as const).map((value) => ({
  value,
  label: copy.methods[value],
}));

/** Limits of every order, and how allowances are given. */
export function SettingsButton() {
  const { slippage, deadline, approval, set } = useSettings();
  return (
    <Popover
      label={copy.title}
      align="end"
      className="grid w-72 gap-3 p-3"
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={copy.label(...inForce(slippage, deadline))}
          data-slot="settings"
        >
          <Icon name="gear" />
        </Button>
      }
    >
      <TextField
        label={copy.slippage}
        value={slippage}
        onChange={(text) => set({ slippage: text })}
        unit={copy.percent}
        inputMode="decimal"
        note={slippageNote(slippage)}
      />
      <TextField
        label={copy.deadline}
        value={deadline}
        onChange={(text) => set({ deadline: text })}
        unit={copy.minutes}
        inputMode="numeric"
        note={deadlineNote(deadline)}
      />
      <div>
        <span className="mb-1.5 block text-12 text-fg-3">{copy.allowance}</span>
        <Segmented<ApprovalMethod>
          label={copy.allowance}
          options={methods}
          value={approval}
          onChange={(method) => set({ approval: method })}
        />
      </div>
      <p className="text-12 text-fg-3">{copy.about}</p>
    </Popover>
  );
}
