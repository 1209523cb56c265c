"use client";

import { Icon } from "@/components/icon";
import { Segmented } from "@/components/ui/segmented";
import { ticketCopy } from "@/content/ticket";
import { useTradeStore } from "@/features/trade/trade-store";

const options = () => [
  {
    value: "long" as const,
    label: (
      <>
        <Icon name="arrowUpRight" size={14} className="text-gain" />
        {ticketCopy.long}
      </>
    ),
  },
  {
    value: "short" as const,
    label: (
      <>
        <Icon name="arrowDownRight" size={14} className="text-loss" />
        {ticketCopy.short}
      </>
    ),
  },
];

/** Long or short. */
export function SideChoice() {
  const side = useTradeStore((state) => state.side);
  const setSide = useTradeStore((state) => state.setSide);
  return <Segmented label={ticketCopy.side} options={options()} value={side} onChange={setSide} size="lg" />;
}
