"use client";

import type { DecodeErrorContext, Snapshot } from "@gimbal/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { transactionCopy } from "@/content/transaction";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment } from "@/features/data/runtime-context";
import { formatToken } from "@/lib/format";
import { outcomeOf } from "./outcome";
import { useOwnBlock } from "./own-block-store";
import type { AnyPlan } from "./plan-of";
import type { RunPorts } from "./ports";
import { problemFrom, revertProblem, stop } from "./problem";
import { reporterOf } from "./reporter";
import { Reverted, runPlan, stepsOf } from "./run-plan";
import { activeStep, keptOf, type Problem, type RunEvent, type RunState, type StepName } from "./run-state";
import type { ApprovalMethod } from "./settings-store";
import { withTabLock } from "./tab-lock";
import {
  closeReview,
  emitRun,
  isStopped,
  openReview,
  type Review,
  runOfReview,
  tryBegin,
  useTransactions,
} from "./transaction-store";
import { useCanBatch } from "./use-can-batch";
import { useRunPorts } from "./use-run-ports";

export interface Runner {
  readonly run: RunState;
  /** A run of another review is under way. */
  readonly busy: boolean;
  readonly confirm: (plan: AnyPlan, title: string, method: ApprovalMethod, deadline: bigint) => void;
  /** Gives up waiting for the wallet. */
  readonly stop: () => void;
}

/** Carries out a review when its person confirms it. */
export function useRunner(review: Review): Runner {
  const { intent, by } = review;
  const queryClient = useQueryClient();
  const { name: chainName } = useDeployment();
  const ports = useRunPorts(by.owner);
  const canBatch = useCanBatch(by.owner);
  const run = useTransactions((state) => runOfReview(state, review.id));
  const busy = useTransactions((state) => state.run.status === "running" && state.runOf !== review.id);

  const confirm = useCallback<Runner["confirm"]>(
    (plan, title, method, deadline) => {
      if (ports === undefined || !tryBegin(review.id, stepsOf(plan, method, canBatch), plan.approvals[0]))
        return;
      const snapshot = () => queryClient.getQueryData<Snapshot>(queryKeys.snapshot(by.chainId, by.owner));
      const reporter = reporterOf({
        id: review.id,
        ...by,
        title,
        retry: () => openReview(intent, by, review.form),
      });
      const emit = (event: RunEvent) => {
        if (event.type === "sent" || event.type === "replaced") {
          reporter.sent(event.hash, titleOfStep(event.step, plan));
          review.form.sent?.(event.step);
        }
        emitRun(review.id, event);
      };
      const fail = (cause: Problem) => {
        const kept = cause.kind === "reverted" ? undefined : keptOf(useTransactions.getState().run);
        const problem = kept === undefined ? cause : { ...cause, detail: transactionCopy.notices.kept[kept] };
        emit({ type: "problem", problem });
        reporter.problem(problem);
      };

      const task = async () => {
        try {
          const mined = await runPlan({
            plan,
            ...by,
            chainName,
            method,
            canBatch,
            deadline,
            ports,
            emit,
            isStopped: () => isStopped(review.id),
          });
          reporter.done(outcomeOf(intent, title, snapshot(), mined.received));
          review.form.done?.();
          useOwnBlock.getState().mined(mined.blockNumber);
          void queryClient.invalidateQueries({ queryKey: queryKeys.of("trades") });
          if (useTransactions.getState().review?.id === review.id) closeReview();
          emit({ type: "settled" });
        } catch (error) {
          fail(
            error instanceof Reverted
              ? await explain(error, ports, { snapshot: snapshot(), plan })
              : await problemFrom(error, { snapshot: snapshot(), plan }),
          );
        }
      };

      void withTabLock(`gimbal.${by.chainId}.${by.owner}`, task).then((ran) => {
        if (!ran) fail(stop(transactionCopy.notices.otherTab).problem);
      });
    },
    [ports, canBatch, review, intent, by, chainName, queryClient],
  );

  const stopWaiting = useCallback(() => {
    // Only a wallet can keep a person waiting; what was sent is followed to its end.
    if (activeStep(run)?.status === "wallet") emitRun(review.id, { type: "stopped" });
  }, [run, review.id]);

  return { run, busy, confirm, stop: stopWaiting };
}

/** A step of its own is not the whole: after a reload the notice says what of it is done. */
function titleOfStep(step: StepName, plan: AnyPlan): string | undefined {
  const { steps } = transactionCopy;
  if (step === "operator") return steps.operator;
  const [approval] = plan.approvals;
  if (step !== "approve" || approval === undefined) return undefined;
  return steps.approve(formatToken(approval.amount, approval, "up"));
}

/** Why a mined transaction was refused: it is run again on the state before its block, then on its own. */
async function explain(
  { call, mined }: Reverted,
  ports: RunPorts,
  context: DecodeErrorContext,
): Promise<Problem> {
  for (const block of [mined.blockNumber - 1n, mined.blockNumber]) {
    try {
      await ports.simulate(call, block);
    } catch (error) {
      return revertProblem(error, context);
    }
  }
  return revertProblem(new Error("execution reverted"), context);
}
