"use client";

import { explainError, GimbalError, type Snapshot } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import type { Address, Client } from "viem";
import { estimateGas, call as execute, getGasPrice } from "viem/actions";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useRuntime } from "@/features/data/runtime-context";
import { callsWithApprovals } from "./approve-call";
import { type AnyPlan, asksOperator } from "./plan-of";
import { CallFailed, simulateAll } from "./simulate-all";

export type Simulation =
  /** An allowance is missing, and the node cannot suppose it. */
  | { readonly status: "later" }
  | { readonly status: "checking" }
  | {
      readonly status: "passed";
      readonly block: bigint;
      /** When the chain said so [ms]. */
      readonly at: number;
      /** What the network takes for it at the price of that moment [wei]; undefined while unknown. */
      readonly fee: bigint | undefined;
    }
  | { readonly status: "failed"; readonly error: GimbalError; readonly again: () => void };

/** A price does not keep longer while somebody reads [ms]. */
const FRESH_MS = 30_000;

/**
 * Runs a plan on the chain without sending it, its missing allowances supposed: when the review opens, again while it is
 * read, and once more before it is sent.
 */
export function useSimulation(
  reviewId: string,
  plan: AnyPlan | undefined,
  snapshot: Snapshot | undefined,
  { owner, paused }: { readonly owner: Address; readonly paused: boolean },
): Simulation {
  const { chainId } = useRuntime();
  const client = useClient({ chainId });
  const isSupposed = plan !== undefined && plan.approvals.length > 0;
  const query = useQuery({
    queryKey: queryKeys.of("simulation", reviewId, isSupposed ? "supposed" : "given"),
    enabled: plan !== undefined && snapshot !== undefined && client !== undefined && !paused,
    refetchInterval: FRESH_MS,
    gcTime: 0,
    queryFn: async () => {
      if (plan === undefined || client === undefined) throw new ReferenceError("Nothing to simulate");
      try {
        const gas = await gasOf(client, owner, plan);
        if (gas === undefined) return { type: "later" } as const;
        const price = await getGasPrice(client).catch(() => undefined);
        const fee = price === undefined ? undefined : gas * price;
        return { type: "passed", block: snapshot?.blockNumber ?? 0n, fee } as const;
      } catch (error) {
        throw await explainError(error, { snapshot, plan });
      }
    },
  });
  const { data, error, dataUpdatedAt: at } = query;
  if (error instanceof GimbalError && !query.isFetching) {
    return { status: "failed", error, again: () => void query.refetch() };
  }
  if (data?.type === "later") return { status: "later" };
  if (data?.type === "passed") return { status: "passed", block: data.block, at, fee: data.fee };
  return { status: "checking" };
}

/** What the calls of a plan use; undefined where an allowance is missing that cannot be supposed. */
async function gasOf(client: Client, owner: Address, plan: AnyPlan): Promise<bigint | undefined> {
  if (plan.approvals.length === 0 && !asksOperator(plan)) return gasOfCalls(client, owner, plan);
  try {
    return (await simulateAll(client, owner, callsWithApprovals(plan)))?.gas;
  } catch (error) {
    // A token that refuses the allowance as it is says nothing about the order; the run takes it back first.
    if (error instanceof CallFailed && error.index < plan.approvals.length) return undefined;
    throw error;
  }
}

async function gasOfCalls(client: Client, account: Address, { calls }: AnyPlan): Promise<bigint> {
  let sum = 0n;
  for (const { to, data, value } of calls) {
    await execute(client, { account, to, data, value });
    sum += await estimateGas(client, { account, to, data, value });
  }
  return sum;
}
