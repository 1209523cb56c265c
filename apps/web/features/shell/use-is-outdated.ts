"use client";

import { useQuery } from "@tanstack/react-query";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";

/** Between two looks at the server's version [ms]. */
const INTERVAL_MS = 300_000;
/** A tab that comes to the front asks at once, unless it just did [ms]. */
const FRESH_MS = 30_000;

/** True when the server runs another build, or shows other contracts, than this page. */
export function useIsOutdated(): boolean {
  const { version } = useRuntime();
  const { data } = useQuery({
    queryKey: queryKeys.of("version"),
    queryFn: readVersion,
    initialData: version,
    staleTime: FRESH_MS,
    refetchInterval: INTERVAL_MS,
    refetchOnWindowFocus: true,
  });
  return data !== version;
}

/** Rejects where the server does not answer, which says nothing of its version. */
async function readVersion(): Promise<string> {
  const response = await fetch("/version", { cache: "no-store" });
  const { version } = (await response.json()) as { readonly version?: unknown };
  if (!response.ok || typeof version !== "string") throw new TypeError("The server names no version.");
  return version;
}
