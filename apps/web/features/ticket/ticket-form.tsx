"use client";

import type { Snapshot } from "@gimbal/sdk";
import dynamic from "next/dynamic";
import { TokenInput } from "@/components/ui/token-input";
import { ticketCopy } from "@/content/ticket";
import { useOwner } from "@/features/wallet/use-owner";
import { formatAddress, formatAmount, UNKNOWN } from "@/lib/format";
import { amountNote } from "./amount-note";
import { LeverageField } from "./leverage-field";
import { SettingsButton } from "./settings-button";
import { SideChoice } from "./side-choice";
import { TicketFooter } from "./ticket-footer";
import { TicketPreview } from "./ticket-preview";
import { useLeverageParam } from "./use-leverage-param";
import { usePreviewLines } from "./use-preview-lines";
import { useTicket } from "./use-ticket";

const MarginChoice = dynamic(() => import("./margin-choice").then((module) => module.MarginChoice), {
  ssr: false,
});
const SoftZoneChoice = dynamic(() => import("./soft-zone-choice").then((module) => module.SoftZoneChoice), {
  ssr: false,
});

interface TicketFormProps {
  readonly slug: string;
  readonly placement: "column" | "sheet";
  readonly snapshot: Snapshot;
  readonly isStale: boolean;
}

/** Side, amount, leverage; what they lead to; and the button. */
export function TicketForm({ slug, placement, snapshot, isStale }: TicketFormProps) {
  const ticket = useTicket(snapshot, slug);
  const { owner, watching } = useOwner();
  usePreviewLines(ticket?.plan, ticket?.side ?? "long");
  useLeverageParam(ticket?.chosen);
  if (ticket === undefined) return null;

  const { market, side, position, text, parsed, balance, setText, takeMax } = ticket;
  const quote = market.assets[0];
  if (quote === undefined) return null;
  const isWatched = watching && owner !== undefined;
  const aside = isWatched
    ? ticketCopy.watching(formatAddress(owner))
    : ticketCopy.balance(balance === undefined ? UNKNOWN : formatAmount(balance, quote));

  return (
    <div
      data-slot="ticket"
      data-placement={placement}
      data-market={slug}
      data-side={side}
      data-margin={ticket.marginMode}
      data-status={isStale ? "stale" : "ok"}
      className="flex flex-1 flex-col gap-3 px-4 py-3 max-tablet:gap-2.5 max-tablet:pt-1 max-tablet:pb-0"
    >
      <div className="flex items-center gap-1.5">
        <SideChoice />
        <SettingsButton />
      </div>
      {ticket.hasCross && (
        <div className="flex h-6 items-center justify-between">
          <MarginChoice margin={ticket.marginMode} quote={quote.symbol} />
        </div>
      )}
      <div data-slot="ticket-amount">
        <TokenInput
          label={position === undefined ? ticketCopy.collateral : ticketCopy.addCollateral}
          symbol={quote.symbol}
          value={text}
          onChange={setText}
          aside={aside}
          disabled={isWatched}
          onMax={isWatched ? undefined : takeMax}
          note={amountNote(parsed, balance, quote, () => takeMax?.())}
        />
      </div>
      <LeverageField ticket={ticket} />
      <TicketPreview ticket={ticket} isStale={isStale} />
      {ticket.plan.status === "planned" && !isWatched && <SoftZoneChoice ticket={ticket} />}
      <TicketFooter ticket={ticket} isStale={isStale} />
    </div>
  );
}
