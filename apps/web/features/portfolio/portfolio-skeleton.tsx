import { Skeleton } from "@/components/ui/skeleton";
import { portfolioCopy } from "@/content/portfolio";

/** Room for the figures and tables while the first block is read. */
export function PortfolioSkeleton() {
  return (
    <div aria-busy="true" className="grid gap-3">
      <span className="sr-only">{portfolioCopy.loading}</span>
      <Skeleton className="h-[86px] rounded-3" />
      <div className="grid gap-3 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton className="h-[260px] rounded-3" />
        <Skeleton className="h-[420px] rounded-3" />
      </div>
    </div>
  );
}
