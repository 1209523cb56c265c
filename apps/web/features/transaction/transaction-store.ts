import type { Approval } from "@gimbal/sdk";
import { create } from "zustand";
import { transactionCopy } from "@/content/transaction";
import type { Intent, IntentOwner } from "./intent";
import { idleRun, type RunEvent, type RunState, reduceRun, type StepName } from "./run-state";

/** An intent in front of a person. */
export interface Review {
  readonly id: string;
  readonly intent: Intent;
  readonly by: IntentOwner;
  readonly form: ReviewForm;
}

/** The form an intent came from. */
export interface ReviewForm {
  /** Opens it again, with what was typed. */
  readonly back?: () => void;
  /** Told of each transaction that went out. */
  readonly sent?: (step: StepName) => void;
  /** Empties it, once the chain has done what it asked. */
  readonly done?: () => void;
}

interface TransactionStore {
  readonly review: Review | undefined;
  /** State of the last run, and the review it belongs to. */
  readonly run: RunState;
  readonly runOf: string | undefined;
  /** Ends the run's wait for the wallet. */
  readonly halt: AbortController | undefined;
}

/** The one review and the one run of a tab. It outlives every component. */
export const useTransactions = create<TransactionStore>(() => ({
  review: undefined,
  run: idleRun,
  runOf: undefined,
  halt: undefined,
}));

export function openReview(intent: Intent, by: IntentOwner, form: ReviewForm = {}): void {
  useTransactions.setState({ review: { id: crypto.randomUUID(), intent, by, form } });
}

/** Hides the dialog. A run goes on and reports by notices. */
export function closeReview(): void {
  useTransactions.setState({ review: undefined });
}

/** Starts the run of a review; undefined while any run is under way, so that nothing is sent twice. */
export function tryBegin(
  reviewId: string,
  steps: readonly StepName[],
  approval: Approval | undefined,
): AbortSignal | undefined {
  const { run } = useTransactions.getState();
  if (run.status === "running") return undefined;
  const halt = new AbortController();
  const begun = reduceRun(idleRun, { type: "begin", steps, approval });
  useTransactions.setState({ runOf: reviewId, run: begun, halt });
  return halt.signal;
}

/** Reports progress of a run; what a stopped run still says is ignored. */
export function emitRun(signal: AbortSignal, event: RunEvent): void {
  const { run, halt } = useTransactions.getState();
  if (halt?.signal === signal && !signal.aborted) useTransactions.setState({ run: reduceRun(run, event) });
}

/** Stops waiting for the wallet; what it still does is followed, but no longer waited for. */
export function stopRun(): void {
  const { halt } = useTransactions.getState();
  const problem = { kind: "rejected", title: transactionCopy.wait.stopped, detail: "" } as const;
  useTransactions.setState({ run: { ...idleRun, problem }, halt: undefined });
  halt?.abort();
}

/** The run as the dialog of one review sees it. */
export function runOfReview({ run, runOf }: TransactionStore, reviewId: string): RunState {
  return runOf === reviewId ? run : idleRun;
}
