"use client";

import type { Snapshot } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { said } from "@/content/said";
import { transactionCopy } from "@/content/transaction";
import { RiskGate } from "@/features/help/risk-gate";
import { softOf } from "@/lib/zones";
import { CallList } from "./call-list";
import { effectsOf } from "./describe";
import { EffectList } from "./effect-list";
import { feeRow } from "./fee-row";
import { GuardList } from "./guard-list";
import { HealthChange } from "./health-change";
import { isLending } from "./plan-of";
import { ProblemNote } from "./problem-note";
import { ReviewActions } from "./review-actions";
import { ReviewRowList } from "./review-row-list";
import { reviewRows } from "./review-rows";
import { SimulationLine } from "./simulation-line";
import { StepList } from "./step-list";
import type { Review } from "./transaction-store";
import { useCloseRow } from "./use-close-row";
import type { PlanState } from "./use-plan";
import type { Runner } from "./use-runner";
import { useSimulation } from "./use-simulation";

interface ReviewBodyProps {
  readonly review: Review;
  readonly title: string;
  readonly state: PlanState;
  readonly snapshot: Snapshot;
  readonly runner: Runner;
  /** Called when the person confirms, before anything is asked of the wallet. */
  readonly onConfirm: () => void;
}

/** Before and after, what happens, what stands in the way, and the button. */
export function ReviewBody(props: ReviewBodyProps) {
  const { review, state, snapshot, runner } = props;
  const plan = state.status === "planned" ? state.plan : undefined;
  const ready = state.status === "planned" && state.checked;
  const { run } = runner;
  const simulation = useSimulation(review.id, ready ? plan : undefined, snapshot, {
    owner: review.by.owner,
    paused: run.status !== "idle",
  });
  const ofLender = plan !== undefined && isLending(plan);
  const position = plan === undefined || isLending(plan) ? undefined : plan.preview;
  const closeRow = useCloseRow(plan);
  const rows =
    plan === undefined
      ? []
      : [...reviewRows(review.intent, plan, snapshot), ...closeRow, feeRow(simulation, snapshot)];
  return (
    <div
      data-slot="review"
      data-type={review.intent.type}
      data-status={run.status}
      className="grid grid-cols-1 gap-3.5"
    >
      {position?.after !== undefined && (
        <HealthChange
          hasBefore={position.before !== undefined}
          before={position.before?.health}
          after={position.after.health}
          soft={softOf(position.after)}
        />
      )}
      {plan === undefined ? (
        <p className="text-fg-2">
          {state.status === "failed" ? said(state.error.shortMessage) : transactionCopy.review.checking}
        </p>
      ) : (
        <>
          {rows.length > 0 && <ReviewRowList rows={rows} />}
          <div className={cx(rows.length > 0 && "border-line border-t pt-3")}>
            <EffectList effects={effectsOf(review.intent, plan, snapshot)} />
          </div>
          <GuardList guards={plan.guards} />
          <CallList plan={plan} />
        </>
      )}
      {run.steps.length > 0 && (
        <div className="border-line border-t pt-3">
          <StepList steps={run.steps} approval={run.approval} ofLender={ofLender} />
        </div>
      )}
      {run.problem !== undefined && <ProblemNote problem={run.problem} />}
      <RiskGate>
        <ReviewActions {...props} simulation={simulation} />
      </RiskGate>
      {run.status === "idle" && plan !== undefined && <SimulationLine simulation={simulation} />}
    </div>
  );
}
