import { Skeleton } from "@/components/ui/skeleton";
import { liquidationsCopy } from "@/content/liquidations";

/** Room for figures, auctions and tables while the first block is read. */
export function LiquidationsSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-3">
      <span className="sr-only">{liquidationsCopy.loading}</span>
      <Skeleton className="h-[86px] rounded-3" />
      <div className="grid gap-3 tablet:grid-cols-2 desktop:grid-cols-3">
        <Skeleton className="h-[220px] rounded-3" />
        <Skeleton className="h-[220px] rounded-3 max-tablet:hidden" />
        <Skeleton className="h-[220px] rounded-3 max-desktop:hidden" />
      </div>
      <div className="grid gap-3 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton className="h-[320px] rounded-3" />
        <Skeleton className="h-[320px] rounded-3" />
      </div>
    </div>
  );
}
