import { type Approval, permitTypedData } from "@gimbal/sdk";
import { type Address, encodeFunctionData, erc20Abi, isAddressEqual } from "viem";
import { transactionCopy } from "@/content/transaction";
import { formatToken } from "@/lib/format";
import { type AnyPlan, isPermittable } from "./plan-of";
import type { Call, Mined, RunPorts } from "./ports";
import { isUnsupportedMethod, stop } from "./problem";
import type { RunEvent, StepName } from "./run-state";
import type { ApprovalMethod } from "./settings-store";

const copy = transactionCopy.notices;

export interface RunParameters {
  readonly plan: AnyPlan;
  readonly owner: Address;
  readonly chainId: number;
  readonly chainName: string;
  readonly method: ApprovalMethod;
  /** Last valid time of the order and of a signed allowance [unix seconds]. */
  readonly deadline: bigint;
  readonly ports: RunPorts;
  readonly emit: (event: RunEvent) => void;
  /** True once the person stopped waiting: nothing more is asked of the wallet. */
  readonly isStopped: () => boolean;
}

/** Steps of a plan when its allowances are given this way. */
export function stepsOf(plan: AnyPlan, method: ApprovalMethod): readonly StepName[] {
  if (plan.approvals.length === 0) return ["send", "update"];
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
  let ready = plan;
  if (first !== undefined && method === "signature" && isPermittable(plan) && others.length === 0) {
    ready = await signAllowance(plan, first, parameters);
  } else {
    for (const approval of plan.approvals) await sendApproval(approval, parameters);
  }

  let mined: Mined | undefined;
  for (const call of ready.calls) mined = await sendCall("send", call, parameters);
  if (mined === undefined) throw stop(copy.gone);

  emit({ type: "checking", step: "update" });
  await ports.refresh();
  emit({ type: "done", step: "update" });
  return mined;
}

async function signAllowance(plan: AnyPlan, approval: Approval, parameters: RunParameters): Promise<AnyPlan> {
  if (!isPermittable(plan)) return plan;
  const { ports, emit, deadline } = parameters;
  emit({ type: "checking", step: "permit" });
  const domain = await ports.permitDomain(approval.token);
  if (domain === undefined) throw stop(copy.noPermit, copy.notSent, { unsignable: true });

  requireSameWallet(parameters);
  emit({ type: "wallet", step: "permit" });
  try {
    const signature = await ports.sign(permitTypedData({ approval, domain, deadline }));
    emit({ type: "done", step: "permit" });
    return plan.withPermit({ deadline, value: approval.amount, signature }) as AnyPlan;
  } catch (error) {
    if (isUnsupportedMethod(error)) throw stop(copy.noPermit, copy.notSent, { unsignable: true });
    throw error;
  }
}

async function sendApproval(approval: Approval, parameters: RunParameters): Promise<void> {
  const { token, spender, amount } = approval;
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
  await sendCall("approve", { to: token, data, value: 0n }, parameters);
  // The wallet lets people lower the amount, so what counts is what the token says now.
  const given = await parameters.ports.allowance(token, spender);
  if (given < amount) {
    throw stop(copy.approvalShort(formatToken(given, approval), formatToken(amount, approval, "up")));
  }
}

/** Room for what moves between the estimate and the block: ticks a pool crosses, an index that is written first. */
const GAS_MARGIN = { numerator: 13n, denominator: 10n } as const;

async function sendCall(step: StepName, call: Call, parameters: RunParameters): Promise<Mined> {
  const { ports, emit, isStopped } = parameters;
  emit({ type: "checking", step });
  requireSameWallet(parameters);
  await ports.simulate(call);
  const estimate = await ports.estimateGas(call);

  if (isStopped()) throw stop(transactionCopy.wait.stopped);
  requireSameWallet(parameters);
  emit({ type: "wallet", step });
  const gas = (estimate * GAS_MARGIN.numerator) / GAS_MARGIN.denominator;
  const hash = await ports.send({ ...call, gas });
  emit({ type: "sent", step, hash });

  const mined = await ports.waitFor(hash, (next) => emit({ type: "replaced", step, hash: next }));
  if (mined.replaced === "cancelled") throw stop(copy.cancelledOnChain, copy.notSent, { kind: "rejected" });
  if (mined.replaced === "other") throw stop(copy.replacedByOther);
  if (mined.status === "reverted") throw new Reverted(call, mined);
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

function requireSameWallet({ ports, owner, chainId, chainName }: RunParameters): void {
  const wallet = ports.wallet();
  if (wallet === undefined || !isAddressEqual(wallet.address, owner)) throw stop(copy.accountChanged);
  if (wallet.chainId !== chainId) throw stop(copy.networkChanged(chainName));
}
