"use client";

import type { Position } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import { closeResult } from "@/features/positions/result";
import { useTrades } from "@/features/positions/use-trades";
import { formatResult, formatReturn } from "@/lib/format";
import { type AnyPlan, isTrade } from "./plan-of";
import type { ReviewRow } from "./review-rows";

/** What a closing leaves of everything that was paid in; nothing for other plans. */
export function useCloseRow(plan: AnyPlan | undefined): readonly ReviewRow[] {
  const closing = plan?.action.type === "closePosition" && isTrade(plan) ? plan.preview : undefined;
  const before: Position | undefined = closing?.before;
  const history = useTrades(before);
  if (closing === undefined || before === undefined) return [];
  const result = closeResult(before, history, closing.expected);
  const share = result?.share === undefined ? "" : `, ${formatReturn(result.share)}`;
  return [
    {
      name: "result",
      label: transactionCopy.review.result,
      after: `${formatResult(result?.value)}${share}`,
      raw: result?.value,
    },
  ];
}
