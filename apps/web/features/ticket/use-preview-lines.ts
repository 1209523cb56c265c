"use client";

import type { Side } from "@gimbal/sdk";
import { useEffect, useMemo, useRef } from "react";
import { type ChartLines, useTradeStore } from "@/features/trade/trade-store";
import { isTrade } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import { warningPrice } from "@/lib/warning-price";

/** The chart takes longer to draw than a frame lasts, so it follows the thumb at this pace; the numbers do at once. */
const PACE_MS = 100;

/** Draws the position that the ticket would leave behind on the chart. */
export function usePreviewLines(plan: PlanState | undefined, side: Side): void {
  const setPreviewLines = useTradeStore((state) => state.setPreviewLines);
  const trade = plan?.status === "planned" && isTrade(plan.plan) ? plan.plan.preview : undefined;
  const liquidation = trade?.after?.liquidationPrice;
  const warning = useMemo(() => trade?.after && warningPrice(trade.after), [trade?.after]);
  const entry = (trade?.before?.size ?? 0n) === 0n ? trade?.executionPrice : undefined;
  const isShown = trade?.after !== undefined;

  const wanted = useRef<ChartLines>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    wanted.current = isShown ? { side, liquidation, warning, entry } : undefined;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setPreviewLines(wanted.current);
    }, PACE_MS);
  }, [isShown, side, liquidation, warning, entry, setPreviewLines]);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      setPreviewLines(undefined);
    },
    [setPreviewLines],
  );
}
