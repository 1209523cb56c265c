import { WAD } from "@gimbal/sdk";
import { transactionCopy } from "@/content/transaction";
import type { CanSign } from "@/features/wallet/use-can-sign";
import { formatHealth } from "@/lib/format";
import { isLending } from "./plan-of";
import { activeStep, type RunState } from "./run-state";
import type { PlanState } from "./use-plan";
import type { Simulation } from "./use-simulation";

const copy = transactionCopy.button;

/** Health at or below which opening asks for a second thought [wad]. */
export const RISKY_HEALTH = (WAD * 105n) / 100n;

export interface ConfirmState {
  readonly state: "off" | "ready" | "pending";
  readonly risky: boolean;
  /** What will happen, or why it cannot. */
  readonly label: string;
}

interface ConfirmInputs {
  readonly title: string;
  readonly state: PlanState;
  readonly run: RunState;
  readonly busy: boolean;
  readonly canSign: CanSign;
  readonly simulation: Simulation;
}

/** The confirm button: it fails closed, and says why. */
export function confirmState(inputs: ConfirmInputs): ConfirmState {
  const { title, state, run, busy, canSign, simulation } = inputs;
  if (run.status === "running") {
    const status = activeStep(run)?.status;
    const label = status === "wallet" ? copy.wallet : status === "checking" ? copy.checking : copy.pending;
    return { state: "pending", risky: false, label };
  }
  if (busy) return off(copy.busy);
  if (!canSign.ok) return off(canSign.reason);
  if (state.status !== "planned") return off(title);
  if (state.plan.guards.some((guard) => guard.level === "block")) return off(title);
  if (state.quoteError !== undefined) return off(copy.noQuote);
  if (!state.checked || simulation.status === "checking") {
    return { state: "pending", risky: false, label: copy.checking };
  }
  if (simulation.status === "failed") return off(title);
  const health = isLending(state.plan) ? undefined : state.plan.preview.after?.health;
  const before = isLending(state.plan) ? undefined : state.plan.preview.before?.health;
  const lowered = typeof health === "bigint" && (typeof before !== "bigint" || health < before);
  const risky = lowered && health <= RISKY_HEALTH;
  const label = run.problem === undefined ? title : copy.retry;
  return { state: "ready", risky, label: risky ? copy.riskier(label, formatHealth(health)) : label };
}

const off = (label: string): ConfirmState => ({ state: "off", risky: false, label });
