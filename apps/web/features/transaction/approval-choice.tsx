"use client";

import { transactionCopy } from "@/content/transaction";
import type { AnyPlan } from "./plan-of";
import { isPermittable } from "./plan-of";
import { type ApprovalMethod, useSettings } from "./settings-store";

interface ApprovalChoiceProps {
  readonly plan: AnyPlan;
  readonly disabled: boolean;
  /** Told of the choice. */
  readonly onChange?: (method: ApprovalMethod) => void;
}

/** Signature or transaction: always in view while an allowance is missing, because some wallets cannot sign one. */
export function ApprovalChoice({ plan, disabled, onChange }: ApprovalChoiceProps) {
  const approval = useSettings((state) => state.approval);
  const set = useSettings((state) => state.set);
  if (plan.approvals.length === 0 || !isPermittable(plan)) return null;
  const other: ApprovalMethod = approval === "signature" ? "transaction" : "signature";
  const { useTransaction, useSignature } = transactionCopy.approval;
  return (
    <button
      type="button"
      data-slot="approval-choice"
      data-method={approval}
      disabled={disabled}
      className="min-h-6 font-medium text-12 text-accent hover:underline disabled:text-fg-3 disabled:no-underline max-tablet:min-h-11"
      onClick={() => {
        set({ approval: other });
        onChange?.(other);
      }}
    >
      {approval === "signature" ? useTransaction : useSignature}
    </button>
  );
}
