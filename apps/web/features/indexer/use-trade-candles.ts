"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Candle } from "@/features/chart/candles";
import type { Loadable } from "@/features/data/loadable";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";

/** Lengths the index has [s]. */
export type TradeSeconds = 60 | 300 | 3_600 | 86_400;

/** Between two looks while the tab is in front: the index is a moment behind the chain anyway [ms]. */
const INTERVAL_MS = 3_000;
const TIMEOUT_MS = 4_000;
const MOST = 300;

interface TradeCandles {
  /** There is an index to ask, and a pool that is traded in. */
  readonly isOffered: boolean;
  readonly candles: Loadable<readonly Candle[]>;
}

/** Candles of the trades in a market's pool, from the index; nothing is asked while `isShown` is false. */
export function useTradeCandles(slug: string, seconds: TradeSeconds, isShown: boolean): TradeCandles {
  const { chainId, indexerUrl } = useRuntime();
  const [quote, base] = useDeployment().markets.find((market) => market.slug === slug)?.assets ?? [];
  const pool = base?.pool ?? undefined;
  const isOffered = indexerUrl !== undefined && pool !== undefined;
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.of("candles", chainId, pool, seconds),
    enabled: isOffered && isShown,
    queryFn: async () => {
      const [{ createHistoryClient }, { tradeCandles }] = await Promise.all([
        import("@gimbal/history"),
        import("./trade-candles"),
      ]);
      const history = createHistoryClient({ url: indexerUrl ?? "", timeout: TIMEOUT_MS });
      const page = await history.candles(pool ?? "", seconds, { limit: MOST });
      return tradeCandles(page.data, { decimals: quote?.decimals ?? 0, seconds });
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: INTERVAL_MS,
  });
  return { isOffered, candles: stateOf(data, error, () => void refetch()) };
}

/** An index that stopped answering leaves what it said, dimmed. */
function stateOf(
  data: readonly Candle[] | undefined,
  error: Error | null,
  retry: () => void,
): Loadable<readonly Candle[]> {
  if (data === undefined) return error === null ? { status: "loading" } : { status: "error", error, retry };
  return error === null ? { status: "ok", data } : { status: "stale", data, age: 0 };
}
