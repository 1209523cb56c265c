"use client";

import {
  type Deployment,
  GimbalError,
  quoteSwap,
  type Snapshot,
  type SwapParameters,
  type SwapQuote,
  type TradeLimits,
} from "@gimbal/sdk";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Client } from "viem";
import { useClient } from "wagmi";
import { queryKeys } from "@/features/data/query-keys";
import { useDeployment, useRuntime } from "@/features/data/runtime-context";
import { useDataStatus } from "@/features/data/use-data-status";
import type { Intent } from "./intent";
import { writeIntent } from "./intent-text";
import { type RouteParameters, routeOf } from "./orders/route";
import { type AnyPlan, isSwap, isTrade, type Planner, swapOf } from "./plan-of";
import { deadlineAfter, effectiveSettings, useSettings } from "./settings-store";
import { useDebounced } from "./use-debounced";

const QUOTE_DELAY_MS = 250;

/** A plan as good as it is known: at once from the snapshot, then from the chain's own quoter. */
export type PlanState =
  | { readonly status: "none" }
  | { readonly status: "failed"; readonly error: GimbalError }
  | {
      readonly status: "planned";
      readonly plan: AnyPlan;
      /** The amounts come from the quoter, or the plan trades nothing. */
      readonly exact: boolean;
      /** The quoter has answered for this intent, maybe some blocks ago. */
      readonly checked: boolean;
      /** Why the quoter did not answer. */
      readonly quoteError: Error | undefined;
    };

/** Slippage and deadline of the person, counted from now: a chain without traffic brings no snapshot that would move it. */
export function useTradeLimits(snapshot: Snapshot | undefined): TradeLimits | undefined {
  const clock = useClock();
  const slippageText = useSettings((state) => state.slippage);
  const deadlineText = useSettings((state) => state.deadline);
  return useMemo(() => {
    if (snapshot === undefined) return undefined;
    const { slippage, minutes } = effectiveSettings({ slippage: slippageText, deadline: deadlineText });
    return { slippage, deadline: deadlineAfter(snapshot.timestamp, clock, minutes) };
  }, [snapshot, clock, slippageText, deadlineText]);
}

/** Much less than the shortest deadline [ms]. */
const CLOCK_MS = 15_000;

/** Time of day, a few seconds old at most [unix seconds]. */
function useClock(): bigint {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MS);
    return () => clearInterval(timer);
  }, []);
  return BigInt(Math.floor(now / 1_000));
}

/** The plan of an intent on the snapshot, made exact by the quoter as soon as the intent rests. */
export function usePlan<intent extends Intent>(
  intent: intent | undefined,
  snapshot: Snapshot | undefined,
  planner: Planner<intent>,
): PlanState {
  const { chainId } = useRuntime();
  const deployment = useDeployment();
  const client = useClient({ chainId });
  const limits = useTradeLimits(snapshot);

  const draft = useMemo(
    () => attempt(planner, intent, snapshot, limits),
    [planner, intent, snapshot, limits],
  );
  const swap = useMemo(() => {
    if (draft?.status !== "planned" || snapshot === undefined || intent === undefined) return undefined;
    return "base" in intent ? swapOf(draft.plan, snapshot, intent) : routeOf(draft.plan, snapshot);
  }, [draft, snapshot, intent]);

  const key = swap && keyOfSwap(swap);
  const settled = useDebounced(key, QUOTE_DELAY_MS);
  const isSettled = key !== undefined && key === settled;
  const query = useQuery({
    queryKey: queryKeys.of("quote", chainId, settled ?? "none"),
    enabled: isSettled,
    gcTime: 60_000,
    queryFn: async () => {
      if (client === undefined || swap === undefined) {
        throw new ReferenceError(`No client for chain ${chainId}`);
      }
      return "hops" in swap ? askRoute(client, swap, deployment) : quoteSwap(client, { ...swap, deployment });
    },
  });
  const answer = isSettled ? query.data : undefined;

  // A quote that failed with the connection is asked for again when the connection is back.
  const isFresh = useDataStatus().status === "ok";
  const { refetch } = query;
  const hasFailed = useRef(false);
  hasFailed.current = isSettled && query.error !== null;
  useEffect(() => {
    if (isFresh && hasFailed.current) void refetch();
  }, [isFresh, refetch]);

  const exact = useMemo(() => {
    if (answer === undefined || draft?.status !== "planned") return undefined;
    if (!isTrade(draft.plan) && !isSwap(draft.plan)) return undefined;
    return attempt(planner, intent, snapshot, limits, answer);
  }, [answer, draft, planner, intent, snapshot, limits]);

  const wanted = intent === undefined ? undefined : writeIntent(intent);
  const isExact = exact?.status === "planned";
  const [checkedFor, setCheckedFor] = useState<string>();
  useEffect(() => {
    if (isExact) setCheckedFor(wanted);
  }, [isExact, wanted]);

  if (draft === undefined) return { status: "none" };
  if (draft.status === "failed") return draft;
  const shown = exact ?? draft;
  if (shown.status === "failed") return shown;
  const needsQuote = swap !== undefined;
  return {
    status: "planned",
    plan: shown.plan,
    exact: !needsQuote || isExact,
    checked: !needsQuote || isExact || checkedFor === wanted,
    quoteError: isSettled && query.error !== null ? query.error : undefined,
  };
}

type Attempt =
  | { readonly status: "planned"; readonly plan: AnyPlan }
  | { readonly status: "failed"; readonly error: GimbalError };

function attempt<intent extends Intent>(
  planner: Planner<intent>,
  intent: intent | undefined,
  snapshot: Snapshot | undefined,
  limits: TradeLimits | undefined,
  answer?: SwapQuote | readonly SwapQuote[],
): Attempt | undefined {
  // Without its owner a snapshot says nothing about accounts and balances.
  if (intent === undefined || limits === undefined || snapshot?.owner === undefined) return undefined;
  try {
    const quoted = isRoute(answer) ? { quotes: answer } : { quote: answer };
    const plan = planner(intent, { snapshot, limits, ...quoted });
    return { status: "planned", plan };
  } catch (error) {
    if (error instanceof GimbalError) return { status: "failed", error };
    throw error;
  }
}

function isRoute(answer: SwapQuote | readonly SwapQuote[] | undefined): answer is readonly SwapQuote[] {
  return Array.isArray(answer);
}

/** Only pages with such orders ask for routes. */
async function askRoute(client: Client, route: RouteParameters, deployment: Deployment) {
  const { quoteRoute } = await import("./orders/quote-route");
  return quoteRoute(client, route, deployment);
}

function keyOfSwap(swap: SwapParameters | RouteParameters): string {
  if ("hops" in swap) {
    const { hops, kind, amount } = swap;
    return [
      kind,
      amount,
      ...hops.map(({ pool, tokenIn }) => keyOfSwap({ pool, tokenIn, amountIn: 0n })),
    ].join("|");
  }
  const { pool, tokenIn, amountIn, amountOut } = swap;
  return [pool.address, pool.sqrtPriceX96, pool.liquidity, tokenIn, amountIn ?? "", amountOut ?? ""].join(
    ":",
  );
}
