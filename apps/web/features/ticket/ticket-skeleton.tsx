import { Skeleton } from "@/components/ui/skeleton";
import { ticketCopy } from "@/content/ticket";

interface TicketSkeletonProps {
  readonly slug: string;
  readonly placement: "column" | "sheet";
}

/** The ticket's room while the first block is read. */
export function TicketSkeleton({ slug, placement }: TicketSkeletonProps) {
  return (
    <div
      data-slot="ticket"
      data-placement={placement}
      data-market={slug}
      data-status="loading"
      aria-busy="true"
      className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-3"
    >
      <span className="sr-only">{ticketCopy.loading}</span>
      <Skeleton className="h-10" />
      <Skeleton className="h-[76px]" />
      <Skeleton className="h-24" />
      <Skeleton className="mt-2 h-24" />
      <Skeleton className="h-44" />
      <Skeleton className="mt-auto h-11" />
    </div>
  );
}
