"use client";

import { useMemo } from "react";
import { dataOf } from "@/features/data/loadable";
import { useBackstop, useBackstops } from "@/features/earn/backstop/use-backstop";
import { useVaults, vaultOf } from "@/features/earn/vault/use-vaults";
import { useLiquidations } from "@/features/liquidations/use-liquidations";
import { isBackstop } from "./backstop/plan";
import type { Intent } from "./intent";
import { needsReport } from "./liquidation/plan";
import { needsOperator } from "./orders/plan";
import { useOperator } from "./orders/use-operator";
import { planAny } from "./plan-any";
import type { Planner } from "./plan-of";
import { isVault } from "./vault/plan";

/** Plans any intent; reads auctions and vaults only where a plan needs them. */
export function usePlanner(intent: Intent): Planner<Intent> {
  const report = dataOf(useLiquidations(needsReport(intent)));
  const vaults = useBackstops(isBackstop(intent));
  const vault = isBackstop(intent) ? vaults?.find(({ market }) => market === intent.market) : undefined;
  const backstop = dataOf(useBackstop(vault));
  const lending = dataOf(useVaults(isVault(intent)));
  const lendingVault = isVault(intent) ? vaultOf(lending, intent) : undefined;
  const operator = dataOf(useOperator(needsOperator(intent)));
  return useMemo(
    () => (asked, context) => planAny(asked, context, { report, backstop, lendingVault, operator }),
    [report, backstop, lendingVault, operator],
  );
}
