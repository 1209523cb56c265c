import { Skeleton } from "@/components/ui/skeleton";
import { vaultCopy } from "@/content/vault";

/** Room for the figures while the vault is read. */
export function VaultBodySkeleton() {
  return (
    <div aria-busy="true" className="grid gap-4">
      <span className="sr-only">{vaultCopy.loading}</span>
      <Skeleton className="h-[84px] rounded-3 max-tablet:h-[252px]" />
      <Skeleton className="h-12 rounded-2" />
    </div>
  );
}

/** Room for the whole panel while its code is loaded. */
export function VaultSkeleton() {
  return (
    <div className="rounded-3 border border-line bg-panel px-4 pt-11 pb-4">
      <Skeleton className="mb-4 h-10 rounded-2" />
      <VaultBodySkeleton />
    </div>
  );
}
