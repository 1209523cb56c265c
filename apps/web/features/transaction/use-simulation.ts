"use client";

import { explainError, GimbalError, type Snapshot } from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { queryKeys } from "@/features/data/query-keys";
import { type AnyPlan, asksOperator } from "./plan-of";
import { useRunPorts } from "./use-run-ports";

export type Simulation =
  /** An allowance is missing, so the chain cannot run the call yet. */
  | { readonly status: "later" }
  | { readonly status: "checking" }
  | { readonly status: "passed"; readonly block: bigint }
  | { readonly status: "failed"; readonly error: GimbalError; readonly again: () => void };

/** Runs the calls of a plan on the chain without sending them: once per review, and again before they are sent. */
export function useSimulation(
  reviewId: string,
  plan: AnyPlan | undefined,
  snapshot: Snapshot | undefined,
  owner: Address,
): Simulation {
  const ports = useRunPorts(owner);
  const possible = plan !== undefined && plan.approvals.length === 0 && ports !== undefined;
  const query = useQuery({
    queryKey: queryKeys.of("simulation", reviewId),
    enabled: possible && snapshot !== undefined,
    gcTime: 0,
    queryFn: async () => {
      try {
        // a call that needs the one before it passes only after it
        if (plan !== undefined && asksOperator(plan)) await ports?.batch?.simulate(plan.calls);
        else for (const call of plan?.calls ?? []) await ports?.simulate(call);
      } catch (error) {
        throw await explainError(error, { snapshot, plan });
      }
      return snapshot?.blockNumber ?? 0n;
    },
  });
  if (plan !== undefined && !possible) return { status: "later" };
  if (query.data !== undefined) return { status: "passed", block: query.data };
  if (query.error instanceof GimbalError && !query.isFetching) {
    return { status: "failed", error: query.error, again: () => void query.refetch() };
  }
  return { status: "checking" };
}
