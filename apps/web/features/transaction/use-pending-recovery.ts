"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { TransactionNotFoundError } from "viem";
import { getTransaction } from "viem/actions";
import { useClient } from "wagmi";
import { transactionCopy } from "@/content/transaction";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { useRefresh } from "@/features/data/watcher";
import { useOwnBlock } from "./own-block-store";
import { usePending } from "./pending-store";
import { reporterOf } from "./reporter";
import { waitFor } from "./use-run-ports";

const copy = transactionCopy.notices;

/** Follows what was sent before a reload to its end. */
export function usePendingRecovery(): void {
  const { chainId } = useRuntime();
  const client = useClient({ chainId });
  const refresh = useRefresh();
  const queryClient = useQueryClient();

  useEffect(() => {
    if (client === undefined) return;
    void Promise.resolve(usePending.persist.rehydrate()).then(() => {
      for (const { hash, ...entry } of usePending.getState().entries) {
        if (entry.chainId === chainId) void follow(hash, entry);
      }
    });

    async function follow(hash: `0x${string}`, entry: Parameters<typeof reporterOf>[0]) {
      if (client === undefined) return;
      const reporter = reporterOf(entry);
      const known = await getTransaction(client, { hash }).then(
        () => true,
        (error: unknown) => !(error instanceof TransactionNotFoundError),
      );
      if (!known) {
        reporter.problem({ kind: "failed", title: entry.title, detail: copy.lost });
        return;
      }
      reporter.sent(hash);
      const mined = await waitFor(client, entry.owner, hash, reporter.sent);
      useOwnBlock.getState().mined(mined.blockNumber);
      await refresh();
      void queryClient.invalidateQueries({ queryKey: queryKeys.of("trades") });
      if (mined.replaced === "cancelled" || mined.replaced === "other") {
        reporter.problem({ kind: "rejected", title: entry.title, detail: copy.cancelledOnChain });
      } else if (mined.status === "reverted") {
        reporter.problem({ kind: "reverted", title: entry.title, detail: copy.reverted });
      } else reporter.done({ kind: "done", title: copy.done(entry.title) });
    }
  }, [client, chainId, refresh, queryClient]);
}
