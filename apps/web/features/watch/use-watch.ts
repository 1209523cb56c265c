"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { Address } from "viem";
import { parseWatch, WATCH, type WatchParam } from "./watch-param";

export interface Watch {
  readonly param: WatchParam;
  /** Turns to another account, or with undefined to the wallet's own; the rest of the address stays. */
  readonly turnTo: (address: Address | undefined) => void;
}

/** Whom the address of this page asks to watch. */
export function useWatch(): Watch {
  const search = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const text = search.get(WATCH);
  const turnTo = useCallback(
    (address: Address | undefined) => {
      const params = new URLSearchParams(window.location.search);
      if (address === undefined) params.delete(WATCH);
      else params.set(WATCH, address);
      router.push(params.size === 0 ? path : `${path}?${params}`);
    },
    [path, router],
  );
  return { param: useMemo(() => parseWatch(text), [text]), turnTo };
}
