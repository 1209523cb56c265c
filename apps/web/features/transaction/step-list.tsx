import type { Approval } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Icon } from "@/components/icon";
import { Spinner } from "@/components/ui/spinner";
import { transactionCopy } from "@/content/transaction";
import { formatBlock, formatToken } from "@/lib/format";
import type { Step } from "./run-state";
import { TransactionLink } from "./transaction-link";

const copy = transactionCopy.steps;

interface StepListProps {
  readonly steps: readonly Step[];
  /** The allowance that the first step gives. */
  readonly approval: Approval | undefined;
  readonly ofLender: boolean;
}

/** What a run has done, does and will do. */
export function StepList({ steps, approval, ofLender }: StepListProps) {
  return (
    <ol aria-label={copy.title} data-slot="steps" className="grid gap-3">
      {steps.map((step, index) => (
        <li
          key={step.name}
          data-slot="step"
          data-name={step.name}
          data-status={step.status}
          aria-current={isActive(step) ? "step" : undefined}
          className="flex gap-3"
        >
          <Mark step={step} number={index + 1} />
          <span className="min-w-0 flex-1">
            <span className={cx("block", step.status === "waiting" ? "text-fg-2" : "font-medium")}>
              {nameOf(step, approval, ofLender)}
            </span>
            <span className="block text-12 text-fg-3">{noteOf(step)}</span>
            {step.hash !== undefined && <TransactionLink hash={step.hash} />}
          </span>
          {isActive(step) && <Spinner className="mt-1 text-accent" />}
        </li>
      ))}
    </ol>
  );
}

function isActive({ status }: Step): boolean {
  return status === "checking" || status === "wallet" || status === "pending" || status === "replaced";
}

function nameOf({ name }: Step, approval: Approval | undefined, ofLender: boolean): string {
  const amount = approval === undefined ? "" : formatToken(approval.amount, approval, "up");
  switch (name) {
    case "permit":
      return copy.permit(amount);
    case "approve":
      return copy.approve(amount);
    case "reset":
      return copy.reset(approval?.symbol ?? "");
    case "batch":
      return approval === undefined ? copy.batchOperator : copy.batch(amount);
    case "operator":
      return copy.operator;
    case "send":
      return copy.send;
    case "update":
      return ofLender ? copy.updateLender : copy.update;
  }
}

function noteOf({ name, status, block }: Step): string {
  if (status === "waiting") return copy.notes.waiting[name];
  if (status === "done")
    return block === undefined ? copy.notes.signed[name] : copy.notes.done(formatBlock(block));
  return copy.notes[status];
}

function Mark({ step, number }: { readonly step: Step; readonly number: number }) {
  const base = "mt-px inline-grid size-5 shrink-0 place-items-center rounded-full text-11 font-medium";
  if (step.status === "done") {
    return (
      <span className={cx(base, "bg-fg text-panel")}>
        <Icon name="check" size={12} />
      </span>
    );
  }
  if (step.status === "rejected" || step.status === "failed") {
    const colour = step.status === "failed" ? "border-auction text-auction" : "border-line-control text-fg-2";
    return (
      <span className={cx(base, "border", colour)}>
        <Icon name="close" size={12} />
      </span>
    );
  }
  const colour = isActive(step) ? "border-accent text-accent" : "border-line-control text-fg-3";
  return <span className={cx(base, "border", colour)}>{number}</span>;
}
