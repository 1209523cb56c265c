import { type Approval, permitTypedData } from "@gimbal/sdk";
import { type Address, type Hash, isAddressEqual } from "viem";
import { transactionCopy } from "@/content/transaction";
import { formatToken } from "@/lib/format";
import { approveCall, callsWithApprovals } from "./approve-call";
import { type AnyPlan, asksOperator, isPermittable } from "./plan-of";
import type { BatchPorts, Call, Mined, RunPorts } from "./ports";
import { isUnsupportedMethod, stop } from "./problem";
import type { RunEvent, StepName } from "./run-state";
import type { ApprovalMethod } from "./settings-store";
import { type Attendance, walletAnswer } from "./wallet-answer";

const copy = transactionCopy.notices;

export interface RunParameters {
  readonly plan: AnyPlan;
  readonly owner: Address;
  readonly chainId: number;
  readonly chainName: string;
  readonly method: ApprovalMethod;
  /** The wallet carries out several calls as one. */
  readonly canBatch?: boolean;
  /** Last valid time of the order and of a signed allowance [unix seconds]. */
  readonly deadline: bigint;
  readonly ports: RunPorts;
  /** Wallet with which the review was opened. */
  readonly connector?: string | undefined;
  readonly emit: (event: RunEvent) => void;
  readonly attendance: Attendance;
  /** Told of what the wallet sent although its person had stopped waiting. */
  readonly late?: (step: StepName, hash: Hash) => void;
}

/** A wallet that shows no signature in this time will not show it [ms]. */
const SIGNATURE_PATIENCE_MS = 180_000;

/** Steps of a plan when its allowances are given this way; a person who chose a transaction of its own gets one. */
export function stepsOf(plan: AnyPlan, method: ApprovalMethod, canBatch = false): readonly StepName[] {
  if (asksOperator(plan)) {
    return canBatch && method === "signature" ? ["batch", "update"] : ["operator", "send", "update"];
  }
  if (plan.approvals.length === 0) return ["send", "update"];
  if (canBatch && method === "signature") return ["batch", "update"];
  return [isPermittable(plan) && method === "signature" ? "permit" : "approve", "send", "update"];
}

/**
 * Carries out exactly the calls that were reviewed: allowances first, then each call simulated, sent and waited for.
 * Nothing is priced again on the way, so that a price that moved too far ends the run instead of the limit.
 *
 * @returns The last transaction.
 * @throws {RunStop} or the error of the wallet or the chain.
 */
export async function runPlan(parameters: RunParameters): Promise<Mined> {
  const { plan, method, ports, emit } = parameters;
  const [first, ...others] = plan.approvals;
  let mined: Mined | undefined;
  let ready = plan;
  if (isBatched(parameters) && ports.batch !== undefined) {
    mined = await sendBatch(plan, ports.batch, parameters);
    ready = { ...plan, calls: [] };
  } else if (first !== undefined && method === "signature" && isPermittable(plan) && others.length === 0) {
    ready = await signAllowance(plan, first, parameters);
  } else {
    for (const approval of plan.approvals) await sendApproval(approval, parameters);
  }

  for (const [i, call] of ready.calls.entries()) {
    const step = i === 0 && asksOperator(ready) ? "operator" : "send";
    mined = await sendCall(step, call, parameters);
  }
  if (mined === undefined) throw stop(copy.gone);

  emit({ type: "checking", step: "update" });
  await ports.refresh(mined.blockNumber);
  emit({ type: "done", step: "update" });
  return mined;
}

function isBatched({ plan, method, canBatch = false }: RunParameters): boolean {
  return stepsOf(plan, method, canBatch)[0] === "batch";
}

async function signAllowance(plan: AnyPlan, approval: Approval, parameters: RunParameters): Promise<AnyPlan> {
  if (!isPermittable(plan)) return plan;
  const { ports, emit, deadline, attendance } = parameters;
  emit({ type: "checking", step: "permit" });
  const domain = await ports.permitDomain(approval.token);
  if (domain === undefined) throw stop(copy.noPermit, copy.notSent, { unsignable: true });

  requireSameWallet(parameters);
  emit({ type: "wallet", step: "permit" });
  try {
    const asked = ports.sign(permitTypedData({ approval, domain, deadline }));
    const error = () => stop(copy.noSignature, copy.notSent, { unsignable: true });
    const patience = { ms: SIGNATURE_PATIENCE_MS, error };
    const signature = await walletAnswer(asked, attendance, { patience });
    emit({ type: "done", step: "permit" });
    return plan.withPermit({ deadline, value: approval.amount, signature }) as AnyPlan;
  } catch (error) {
    if (isUnsupportedMethod(error)) throw stop(copy.noPermit, copy.notSent, { unsignable: true });
    throw error;
  }
}

async function sendApproval(approval: Approval, parameters: RunParameters): Promise<void> {
  const { token, spender, amount } = approval;
  const { ports, emit } = parameters;
  const allowanceNow = () => ports.allowance(token, spender);
  const before = await allowanceNow();
  if (before >= amount) {
    emit({ type: "done", step: "approve" });
    return;
  }
  const approve = approveCall(approval, amount);
  if (before > 0n && !(await passes(approve, ports))) {
    emit({ type: "inserted", step: "reset", before: "approve" });
    await sendCall("reset", approveCall(approval, 0n), parameters);
    if ((await allowanceNow()) !== 0n) throw stop(copy.resetShort);
  }
  await sendCall("approve", approve, parameters);
  // The wallet lets people lower the amount, so what counts is what the token says now.
  const given = await allowanceNow();
  if (given < amount) {
    throw stop(copy.approvalShort(formatToken(given, approval), formatToken(amount, approval, "up")));
  }
}

/** Some tokens, USDT among them, change an allowance only from or to nothing. */
async function passes(call: Call, ports: RunPorts): Promise<boolean> {
  return ports.simulate(call).then(
    () => true,
    () => false,
  );
}

/** Allowance and action as one: the wallet sends all of it or nothing. */
async function sendBatch(plan: AnyPlan, batch: BatchPorts, parameters: RunParameters): Promise<Mined> {
  const { ports, emit, attendance, late } = parameters;
  const calls = callsWithApprovals(plan);
  emit({ type: "checking", step: "batch" });
  requireSameWallet(parameters);
  await batch.simulate(calls);
  requireSameWallet(parameters);
  emit({ type: "wallet", step: "batch" });
  const asked = batch.send(calls).then(batch.hashOf, (error: unknown) => {
    throw isUnsupportedMethod(error) ? stop(copy.noBatch, copy.notSent, { unsignable: true }) : error;
  });
  const hash = await walletAnswer(asked, attendance, {
    late: (answer) => answer !== undefined && late?.("batch", answer),
  });
  if (hash === undefined) throw stop(copy.batchFailed);
  emit({ type: "sent", step: "batch", hash });
  const mined = await ports.waitFor(hash, (next) => emit({ type: "replaced", step: "batch", hash: next }));
  return settled("batch", mined, parameters, () => stop(copy.reverted, "", { kind: "reverted" }));
}

/** Room for what moves between the estimate and the block: ticks a pool crosses, an index that is written first. */
const GAS_MARGIN = { numerator: 13n, denominator: 10n } as const;

async function sendCall(step: StepName, call: Call, parameters: RunParameters): Promise<Mined> {
  const { ports, emit, attendance, late } = parameters;
  emit({ type: "checking", step });
  requireSameWallet(parameters);
  await ports.simulate(call);
  const finder = ports.sentSince?.(call).catch(() => undefined);
  const [estimate, find] = await Promise.all([ports.estimateGas(call), finder]);

  requireSameWallet(parameters);
  emit({ type: "wallet", step });
  const gas = (estimate * GAS_MARGIN.numerator) / GAS_MARGIN.denominator;
  const hash = await walletAnswer(ports.send({ ...call, gas }), attendance, {
    find,
    late: (answer) => late?.(step, answer),
  });
  emit({ type: "sent", step, hash });

  const mined = await ports.waitFor(hash, (next) => emit({ type: "replaced", step, hash: next }));
  return settled(step, mined, parameters, () => new Reverted(call, mined));
}

function settled(step: StepName, mined: Mined, { emit }: RunParameters, reverted: () => Error): Mined {
  if (mined.replaced === "cancelled") throw stop(copy.cancelledOnChain, copy.notSent, { kind: "rejected" });
  if (mined.replaced === "other") throw stop(copy.replacedByOther);
  if (mined.status === "reverted") throw reverted();
  emit({ type: "done", step, block: mined.blockNumber });
  return mined;
}

/** A transaction that was mined and refused; the reason is found by running it again on the block before. */
export class Reverted extends Error {
  override name = "Reverted";
  readonly call: Call;
  readonly mined: Mined;

  constructor(call: Call, mined: Mined) {
    super(`Transaction ${mined.hash} was refused in block ${mined.blockNumber}`);
    this.call = call;
    this.mined = mined;
  }
}

function requireSameWallet(parameters: RunParameters): void {
  const { ports, owner, chainId, chainName, connector, attendance } = parameters;
  if (attendance.stopped.aborted) throw stop(transactionCopy.wait.stopped, "", { kind: "rejected" });
  const wallet = ports.wallet();
  if (wallet === undefined || !isAddressEqual(wallet.address, owner)) throw stop(copy.accountChanged);
  if (wallet.chainId !== chainId) throw stop(copy.networkChanged(chainName));
  if (connector !== undefined && wallet.connector !== connector) throw stop(copy.walletChanged);
}
