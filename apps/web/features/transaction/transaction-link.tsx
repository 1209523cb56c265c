"use client";

import type { Hash } from "viem";
import { Icon } from "@/components/icon";
import { CopyButton } from "@/components/ui/copy-button";
import { transactionCopy } from "@/content/transaction";
import { useRuntime } from "@/features/data/runtime-context";
import { formatAddress } from "@/lib/format";

const copy = transactionCopy.link;

/** A transaction by its hash: at the explorer of its chain, or to be copied where the chain has none. */
export function TransactionLink({ hash }: { readonly hash: Hash }) {
  const { explorerUrl } = useRuntime();
  const name = <span className="font-mono text-12">{formatAddress(hash)}</span>;
  if (explorerUrl === undefined) {
    return (
      <span data-slot="transaction-link" className="inline-flex items-center gap-2">
        {name}
        <CopyButton text={hash} label={copy.hash} />
      </span>
    );
  }
  return (
    <a
      data-slot="transaction-link"
      href={`${explorerUrl.replace(/\/$/, "")}/tx/${hash}`}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex min-h-6 items-center gap-1 text-accent hover:underline max-tablet:min-h-11"
    >
      {name}
      <Icon name="external" size={12} />
      <span className="sr-only">{copy.explorer}</span>
    </a>
  );
}
