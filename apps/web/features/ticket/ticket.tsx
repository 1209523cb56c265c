"use client";

import { ErrorState } from "@/components/ui/empty-state";
import { common } from "@/content/common";
import { ticketCopy } from "@/content/ticket";
import { useSnapshot } from "@/features/data/use-snapshot";
import { TicketForm } from "./ticket-form";
import { TicketSkeleton } from "./ticket-skeleton";

interface TicketProps {
  readonly slug: string;
  readonly placement: "column" | "sheet";
}

/** The order ticket of one market. */
export function Ticket({ slug, placement }: TicketProps) {
  const snapshot = useSnapshot();
  if (snapshot.status === "loading") return <TicketSkeleton slug={slug} placement={placement} />;
  if (snapshot.status === "error") {
    return (
      <div data-slot="ticket" data-placement={placement} data-market={slug} data-status="error">
        <ErrorState title={ticketCopy.failed.title} onRetry={snapshot.retry} retryLabel={common.retry}>
          {ticketCopy.failed.body}
        </ErrorState>
      </div>
    );
  }
  return (
    <TicketForm
      slug={slug}
      placement={placement}
      snapshot={snapshot.data}
      isStale={snapshot.status === "stale"}
    />
  );
}
