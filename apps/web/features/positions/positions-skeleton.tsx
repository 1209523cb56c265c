import { Skeleton } from "@/components/ui/skeleton";
import { positionsCopy } from "@/content/positions";

const rows = ["first", "second", "third"] as const;

/** Room for rows that load. */
export function PositionsSkeleton() {
  return (
    <div aria-busy="true" className="px-4 py-1">
      <span className="sr-only">{positionsCopy.loading}</span>
      {rows.map((row) => (
        <div key={row} className="grid h-12 grid-cols-[24px_1fr_56px_72px] items-center gap-3">
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className="w-3/4" />
          <Skeleton />
          <Skeleton />
        </div>
      ))}
    </div>
  );
}
