"use client";

import type { Position, TradePreview } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import { closeResult } from "@/features/positions/result";
import { useTrades } from "@/features/positions/use-trades";
import { formatResult, formatReturn } from "@/lib/format";
import { flipProceeds } from "./flip/proceeds";
import { type AnyPlan, isTrade } from "./plan-of";
import type { ReviewRow } from "./review-rows";

/** What a closing leaves of everything that was paid in; nothing for other plans. */
export function useCloseRow(plan: AnyPlan | undefined): readonly ReviewRow[] {
  const closing = plan !== undefined && isTrade(plan) ? plan.preview : undefined;
  const proceeds = closing === undefined ? undefined : proceedsOf(plan, closing);
  const before: Position | undefined = proceeds === undefined ? undefined : closing?.before;
  const history = useTrades(before);
  // where positions share an account nobody knows what was paid in for which
  const isShared = before?.market.deployed.kind === "cross";
  if (proceeds === undefined || before === undefined || isShared) return [];
  const result = closeResult(before, history, proceeds);
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

/** What is left when the position of before is closed; undefined for plans that do not close one. */
function proceedsOf(plan: AnyPlan | undefined, preview: TradePreview): bigint | undefined {
  if (plan?.action.type === "closePosition") return preview.expected;
  return plan?.action.type === "flipPosition" ? flipProceeds(preview) : undefined;
}
