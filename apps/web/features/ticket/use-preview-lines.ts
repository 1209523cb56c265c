"use client";

import type { Side } from "@gimbal/sdk";
import { useEffect, useMemo } from "react";
import { useTradeStore } from "@/features/trade/trade-store";
import { isTrade } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import { warningPrice } from "@/lib/warning-price";

/** Draws the position that the ticket would leave behind on the chart. */
export function usePreviewLines(plan: PlanState | undefined, side: Side): void {
  const setPreviewLines = useTradeStore((state) => state.setPreviewLines);
  const trade = plan?.status === "planned" && isTrade(plan.plan) ? plan.plan.preview : undefined;
  const liquidation = trade?.after?.liquidationPrice;
  const warning = useMemo(() => trade?.after && warningPrice(trade.after), [trade?.after]);
  const entry = trade?.before === undefined ? trade?.executionPrice : undefined;
  const isShown = trade?.after !== undefined;

  useEffect(() => {
    setPreviewLines(isShown ? { side, liquidation, warning, entry } : undefined);
    return () => setPreviewLines(undefined);
  }, [isShown, side, liquidation, warning, entry, setPreviewLines]);
}
