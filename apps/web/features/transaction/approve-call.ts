import type { Approval } from "@gimbal/sdk";
import { encodeFunctionData, erc20Abi } from "viem";
import type { Call } from "./ports";

/** Lets the spender of an approval take this much. */
export function approveCall({ token, spender }: Approval, amount: bigint): Call {
  const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, amount] });
  return { to: token, data, value: 0n };
}

/** Everything of a plan as one list: its allowances, then its calls. */
export function callsWithApprovals(plan: {
  readonly approvals: readonly Approval[];
  readonly calls: readonly Call[];
}): readonly Call[] {
  return [...plan.approvals.map((approval) => approveCall(approval, approval.amount)), ...plan.calls];
}
