import { Skeleton } from "@/components/ui/skeleton";
import { waterfallCopy } from "@/content/waterfall";

/** Room for the panel while nobody was liquidated, which is what most people will see. */
export function WaterfallSkeleton() {
  return (
    <div aria-busy="true">
      <span className="sr-only">{waterfallCopy.loading}</span>
      <Skeleton className="h-[76px] rounded-3" />
    </div>
  );
}
