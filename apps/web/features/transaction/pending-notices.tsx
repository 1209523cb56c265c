"use client";

import { Spinner } from "@/components/ui/spinner";
import { transactionCopy } from "@/content/transaction";
import { useRuntime } from "@/features/data/runtime-context";
import { useOwner } from "@/features/wallet/use-owner";
import { usePending } from "./pending-store";
import { isGrant } from "./run-state";
import { TransactionLink } from "./transaction-link";

const copy = transactionCopy.pending;

/** What was sent and is in no block yet, where its result will appear. */
export function PendingNotices() {
  const { chainId } = useRuntime();
  const { owner } = useOwner();
  const entries = usePending((state) => state.entries).filter(
    (entry) => entry.chainId === chainId && entry.owner.toLowerCase() === owner?.toLowerCase(),
  );
  return entries.map(({ id, title, step, hash }) => (
    <p
      key={id}
      data-slot="pending-row"
      data-step={step}
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b px-4 py-2 text-fg-2"
    >
      <Spinner className="text-accent" />
      <span className="font-medium text-fg">{title}</span>
      <span className="text-12">{isGrant(step) ? copy.allowance : copy.order}</span>
      <span className="ml-auto">
        <TransactionLink hash={hash} />
      </span>
    </p>
  ));
}
