import { Skeleton } from "@/components/ui/skeleton";
import { earnCopy } from "@/content/earn";

const rows = ["a", "b", "c", "d", "e", "f"] as const;

/** Room for the reserves while the first block is read. */
export function EarnSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-3">
      <span className="sr-only">{earnCopy.loading}</span>
      <Skeleton className="h-20 rounded-3" />
      <div className="grid gap-5 rounded-3 border border-line bg-panel p-4">
        {rows.map((row) => (
          <Skeleton key={row} className="h-5" />
        ))}
      </div>
    </div>
  );
}
