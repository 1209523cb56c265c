"use client";

import { useEffect } from "react";
import { useTradeStore } from "@/features/trade/trade-store";
import { useDebounced } from "@/features/transaction/use-debounced";

/** Browsers count changes of the address, so it follows when the thumb rests. */
const REST_MS = 300;

/** Keeps a chosen leverage in the address, so that it can be shared. */
export function useLeverageParam(tenths: number | undefined): void {
  const setLeverageParam = useTradeStore((state) => state.setLeverageParam);
  const settled = useDebounced(tenths, REST_MS);
  useEffect(() => {
    if (settled === undefined) return;
    const [whole, part] = [Math.floor(settled / 10), settled % 10];
    setLeverageParam(part === 0 ? `${whole}` : `${whole}.${part}`);
  }, [settled, setLeverageParam]);
}
