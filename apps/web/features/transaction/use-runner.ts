"use client";

import type { Snapshot } from "@gimbal/sdk";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useAccount } from "wagmi";
import { transactionCopy } from "@/content/transaction";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment } from "@/features/data/runtime-context";
import { writeIntent } from "./intent-text";
import { lookAgain, onLookAgain } from "./look-again";
import { outcomeOf } from "./outcome";
import { useOwnBlock } from "./own-block-store";
import type { AnyPlan } from "./plan-of";
import { problemFrom, stop } from "./problem";
import { reporterOf } from "./reporter";
import { revertReason } from "./revert-reason";
import { Reverted, runPlan, stepsOf } from "./run-plan";
import { activeStep, keptOf, type Problem, type RunEvent, type RunState } from "./run-state";
import type { ApprovalMethod } from "./settings-store";
import { withTabLock } from "./tab-lock";
import {
  closeReview,
  emitRun,
  openReview,
  type Review,
  runOfReview,
  stopRun,
  tryBegin,
  useTransactions,
} from "./transaction-store";
import { useCanBatch } from "./use-can-batch";
import { useFollow } from "./use-follow";
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
  const follow = useFollow();
  const canBatch = useCanBatch(by.owner);
  // The wallet that was there when the review opened: another one may hold the same account.
  const connector = useRef(useAccount().connector?.uid).current;
  const run = useTransactions((state) => runOfReview(state, review.id));
  const busy = useTransactions((state) => state.run.status === "running" && state.runOf !== review.id);

  const confirm = useCallback<Runner["confirm"]>(
    (plan, title, method, deadline) => {
      if (ports === undefined) return;
      const stopped = tryBegin(review.id, stepsOf(plan, method, canBatch), plan.approvals[0]);
      if (stopped === undefined) return;
      const snapshot = () => queryClient.getQueryData<Snapshot>(queryKeys.snapshot(by.chainId, by.owner));
      const reported = { id: review.id, ...by, title, intent: writeIntent(intent) };
      const reporter = reporterOf({ ...reported, retry: () => openReview(intent, by, review.form) });
      const emit = (event: RunEvent) => {
        if (event.type === "sent" || event.type === "replaced") {
          reporter.sent(event.hash, event.step);
          review.form.sent?.(event.step);
        }
        emitRun(stopped, event);
      };
      const fail = (cause: Problem) => {
        // Whoever stopped waiting knows why the run ended.
        if (stopped.aborted) return;
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
            connector,
            emit,
            attendance: { stopped, onLook: onLookAgain },
            late: (step, hash) => void follow?.({ ...reported, id: `${review.id}.late`, step, hash }),
          });
          reporter.done(outcomeOf(intent, title, snapshot(), mined.received));
          review.form.done?.();
          useOwnBlock.getState().mined(mined.blockNumber);
          void queryClient.invalidateQueries({ queryKey: queryKeys.of("trades") });
          if (useTransactions.getState().review?.id === review.id) closeReview();
          emit({ type: "settled" });
        } catch (error) {
          const context = { snapshot: snapshot(), plan };
          fail(
            error instanceof Reverted
              ? await revertReason(error.call, error.mined.blockNumber, ports.simulate, context)
              : await problemFrom(error, context),
          );
        }
      };

      void withTabLock(`gimbal.${by.chainId}.${by.owner}`, task).then((ran) => {
        if (!ran) fail(stop(transactionCopy.notices.otherTab).problem);
      });
    },
    [ports, follow, canBatch, connector, review, intent, by, chainName, queryClient],
  );

  // Back from the wallet's own app its answer may have got lost on the way.
  const asking = activeStep(run)?.status === "wallet";
  useEffect(() => {
    if (!asking) return;
    const look = () => void (document.hidden || lookAgain());
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [asking]);

  // Only a wallet can keep a person waiting; what was sent is followed to its end.
  const stopWaiting = useCallback(() => {
    if (asking) stopRun();
  }, [asking]);

  return { run, busy, confirm, stop: stopWaiting };
}
