import type { Approval } from "@gimbal/sdk";
import type { Hash } from "viem";

/**
 * Steps of a run, in order: an allowance (signed, or sent, after one that stands in its way was taken back) or the
 * permission to act, the transaction, or both as one; then the new state on screen.
 */
export type StepName = "permit" | "reset" | "approve" | "operator" | "send" | "batch" | "update";

export type StepStatus =
  | "waiting"
  | "checking"
  | "wallet"
  | "pending"
  | "replaced"
  | "done"
  | "rejected"
  | "failed";

export interface Step {
  readonly name: StepName;
  readonly status: StepStatus;
  readonly hash?: Hash;
  readonly block?: bigint;
}

/** Why a run ended early. `rejected` is a person's choice and never an error. */
export interface Problem {
  readonly kind: "rejected" | "failed" | "reverted";
  readonly title: string;
  readonly detail: string;
  /** For whoever is to look into it: the error with its data. Only where the sentence alone does not say all. */
  readonly report?: string;
  /** The wallet or the token cannot sign an allowance; a transaction can give it. */
  readonly unsignable?: boolean;
}

/** `idle` before the first confirmation and after a problem; `settled` once the page shows the result. */
export interface RunState {
  readonly status: "idle" | "running" | "settled";
  readonly steps: readonly Step[];
  /** The allowance that the first step gives. */
  readonly approval: Approval | undefined;
  readonly problem: Problem | undefined;
}

export type RunEvent =
  | { readonly type: "begin"; readonly steps: readonly StepName[]; readonly approval: Approval | undefined }
  /** A step that turned out to be needed, before another. */
  | { readonly type: "inserted"; readonly step: StepName; readonly before: StepName }
  | { readonly type: "checking"; readonly step: StepName }
  | { readonly type: "wallet"; readonly step: StepName }
  | { readonly type: "sent"; readonly step: StepName; readonly hash: Hash }
  | { readonly type: "replaced"; readonly step: StepName; readonly hash: Hash }
  | { readonly type: "done"; readonly step: StepName; readonly block?: bigint }
  | { readonly type: "problem"; readonly problem: Problem }
  | { readonly type: "settled" };

export const idleRun: RunState = { status: "idle", steps: [], approval: undefined, problem: undefined };

export function reduceRun(state: RunState, event: RunEvent): RunState {
  switch (event.type) {
    case "begin":
      return {
        status: "running",
        steps: event.steps.map((name) => ({ name, status: "waiting" })),
        approval: event.approval,
        problem: undefined,
      };
    case "inserted":
      return withInserted(state, event.step, event.before);
    case "checking":
      return withStep(state, event.step, { status: "checking" });
    case "wallet":
      return withStep(state, event.step, { status: "wallet" });
    case "sent":
      return withStep(state, event.step, { status: "pending", hash: event.hash });
    case "replaced":
      return withStep(state, event.step, { status: "replaced", hash: event.hash });
    case "done":
      return withStep(state, event.step, {
        status: "done",
        ...(event.block !== undefined && { block: event.block }),
      });
    case "problem": {
      const status = event.problem.kind === "rejected" ? "rejected" : "failed";
      return {
        ...state,
        status: "idle",
        steps: state.steps.map((step) => (isUnderWay(step) ? { ...step, status } : step)),
        problem: event.problem,
      };
    }
    case "settled":
      return { ...state, status: "settled" };
  }
}

function withStep(state: RunState, name: StepName, change: Partial<Step>): RunState {
  if (state.status !== "running") return state;
  return { ...state, steps: state.steps.map((step) => (step.name === name ? { ...step, ...change } : step)) };
}

function withInserted(state: RunState, name: StepName, before: StepName): RunState {
  if (state.status !== "running" || state.steps.some((step) => step.name === name)) return state;
  const steps = state.steps.flatMap((step): Step[] =>
    step.name === before
      ? [
          { name, status: "waiting" },
          { name: before, status: "waiting" },
        ]
      : [step],
  );
  return { ...state, steps };
}

/** True for the step that something is waited for. */
export function isUnderWay({ status }: Step): boolean {
  return status === "checking" || status === "wallet" || status === "pending" || status === "replaced";
}

/** True for a step that only lets something act: the order itself comes after it. */
export function isGrant(name: StepName): boolean {
  return name === "approve" || name === "reset" || name === "operator";
}

/** What was given by a transaction of its own, and stays, whatever becomes of the rest. */
export function keptOf({ steps }: RunState): "approve" | "operator" | undefined {
  const given = steps.find(
    ({ name, status }) => (name === "approve" || name === "operator") && status === "done",
  );
  return given?.name as "approve" | "operator" | undefined;
}

/** The step that something is waited for, if any. */
export function activeStep(state: RunState): Step | undefined {
  return state.steps.find(isUnderWay);
}
