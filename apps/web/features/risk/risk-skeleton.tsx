import { Skeleton } from "@/components/ui/skeleton";
import { riskCopy } from "@/content/risk";

/** Room for the figures and charts while the first block is read. */
export function RiskSkeleton() {
  return (
    <div aria-busy="true" className="grid grid-cols-1 gap-3">
      <span className="sr-only">{riskCopy.loading}</span>
      <Skeleton className="h-[86px] rounded-3" />
      <div className="grid grid-cols-1 gap-3 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton className="h-[342px] rounded-3" />
        <Skeleton className="h-[342px] rounded-3" />
        <Skeleton className="h-[346px] rounded-3" />
        <Skeleton className="h-[346px] rounded-3" />
      </div>
    </div>
  );
}
