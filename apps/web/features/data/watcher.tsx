"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from "react";
import { getBlock } from "viem/actions";
import { useClient } from "wagmi";
import { type BlockWatcher, watchBlocks } from "./block-watcher";
import { dispatchWatch, tickWatch } from "./chain-store";
import { queryKeys } from "./query-keys";
import { LOCAL_CHAIN, useRuntime } from "./runtime-context";
import type { StatusLimits } from "./watch-state";

const SECOND_MS = 1_000;

interface Pace {
  readonly intervalMs: number;
  readonly isSteady: boolean;
  readonly limits: StatusLimits;
}

const localPace: Pace = {
  intervalMs: SECOND_MS,
  // Blocks come on demand and time travels, so the age of the head says nothing.
  isSteady: false,
  limits: { silenceMs: 10 * SECOND_MS, failures: 2, stalledAfter: undefined },
};

const remotePace: Pace = {
  intervalMs: 4 * SECOND_MS,
  isSteady: true,
  limits: { silenceMs: 20 * SECOND_MS, failures: 2, stalledAfter: 60 },
};

type Refresh = (atLeast?: bigint) => Promise<void>;

const RefreshContext = createContext<Refresh>(async () => {});

/**
 * Runs the one block watcher of the tab. Queries under `queryKeys.block` and `queryKeys.beside` are read again when the
 * head changes.
 */
export function ChainWatcher({ children }: { readonly children: ReactNode }) {
  const { chainId } = useRuntime();
  const client = useClient({ chainId });
  const queryClient = useQueryClient();
  const watcher = useRef<BlockWatcher | undefined>(undefined);

  useEffect(() => {
    if (client === undefined) return;
    const { intervalMs, isSteady, limits } = chainId === LOCAL_CHAIN ? localPace : remotePace;
    const running = watchBlocks({
      readHead: async () => {
        const { number, hash, timestamp } = await getBlock(client, { blockTag: "latest" });
        return { number, hash, timestamp };
      },
      // Started in the same tick, so that the client sends them as one request.
      readBlock: async () => {
        const beside = { queryKey: queryKeys.beside(chainId), type: "active" } as const;
        await Promise.all([
          queryClient.refetchQueries(
            { queryKey: queryKeys.block(chainId), type: "active" },
            { cancelRefetch: false, throwOnError: true },
          ),
          queryClient.refetchQueries(beside, { cancelRefetch: false }),
        ]);
      },
      dispatch: (event) => dispatchWatch(event, limits),
      intervalMs,
      isSteady,
      document,
    });
    watcher.current = running;
    const ticker = setInterval(() => tickWatch(Date.now(), limits), SECOND_MS);
    return () => {
      clearInterval(ticker);
      running.stop();
    };
  }, [client, queryClient, chainId]);

  const refresh = useCallback<Refresh>(async (atLeast) => watcher.current?.refresh(atLeast), []);
  return <RefreshContext value={refresh}>{children}</RefreshContext>;
}

/** Reads the chain now; resolves when the page is at the new head, after a receipt at its block or a later one. */
export function useRefresh(): Refresh {
  return use(RefreshContext);
}
