"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { type Client, TransactionNotFoundError } from "viem";
import { call as execute, getTransaction } from "viem/actions";
import { useClient } from "wagmi";
import { transactionCopy } from "@/content/transaction";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { useRefresh } from "@/features/data/watcher";
import { readIntent } from "./intent-text";
import { useOwnBlock } from "./own-block-store";
import type { PendingTransaction } from "./pending-store";
import type { Mined } from "./ports";
import { reporterOf } from "./reporter";
import { revertReason } from "./revert-reason";
import { isGrant, type Problem } from "./run-state";
import { openReview } from "./transaction-store";
import { waitFor } from "./wait-for";

const copy = transactionCopy.notices;

/** Follows a transaction to its end that no run of this page waits for: it was sent before a reload, or too late. */
export function useFollow(): ((pending: PendingTransaction) => Promise<void>) | undefined {
  const { chainId } = useRuntime();
  const client = useClient({ chainId });
  const refresh = useRefresh();
  const queryClient = useQueryClient();

  const follow = useCallback(
    async (pending: PendingTransaction) => {
      if (client === undefined) return;
      const { owner, title, step, hash } = pending;
      const intent = readIntent(pending.intent);
      const retry = intent && (() => openReview(intent, { owner, chainId }));
      const reporter = reporterOf({ ...pending, ...(retry !== undefined && { retry }) });
      if (await isUnknown(client, hash)) {
        reporter.problem({ kind: "failed", title, detail: copy.lost });
        return;
      }
      reporter.sent(hash, step);
      const mined = await waitFor(client, owner, hash, (next) => reporter.sent(next, step));
      useOwnBlock.getState().mined(mined.blockNumber);
      await refresh(mined.blockNumber);
      void queryClient.invalidateQueries({ queryKey: queryKeys.of("trades") });
      const problem = await problemOfMined(client, mined, pending);
      if (problem !== undefined) reporter.problem(problem);
      else if (isGrant(step)) reporter.granted(step);
      else reporter.done({ kind: "done", title: copy.done(title) });
    },
    [client, chainId, refresh, queryClient],
  );
  return client === undefined ? undefined : follow;
}

async function isUnknown(client: Client, hash: PendingTransaction["hash"]): Promise<boolean> {
  return getTransaction(client, { hash }).then(
    () => false,
    (error: unknown) => error instanceof TransactionNotFoundError,
  );
}

async function problemOfMined(
  client: Client,
  { hash, status, replaced, blockNumber }: Mined,
  { owner, title }: PendingTransaction,
): Promise<Problem | undefined> {
  if (replaced === "cancelled") return { kind: "rejected", title, detail: copy.cancelledOnChain };
  if (replaced === "other") return { kind: "failed", title, detail: copy.replacedByOther };
  if (status === "success") return undefined;
  const sent = await getTransaction(client, { hash }).catch(() => undefined);
  if (sent === undefined || sent.to === null) return { kind: "reverted", title, detail: copy.reverted };
  const call = { to: sent.to, data: sent.input, value: sent.value };
  return revertReason(call, blockNumber, async (again, block) => {
    await execute(client, { account: owner, ...again, ...(block !== undefined && { blockNumber: block }) });
  });
}
