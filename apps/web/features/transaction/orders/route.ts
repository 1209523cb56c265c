import type { PoolState, Snapshot, TokenAmount } from "@gimbal/sdk";
import { type Address, isAddressEqual } from "viem";
import { type AnyPlan, isSwap } from "../plan-of";

/** One pool of a route, and what goes into it. */
export interface Hop {
  readonly pool: PoolState;
  readonly tokenIn: Address;
}

/** A trade through one pool or several, of which exactly one end is given. */
export interface RouteParameters {
  /** From what is sold to what is bought. */
  readonly hops: readonly Hop[];
  /** Which end `amount` is: what goes into the first pool, or comes out of the last. */
  readonly kind: "exactInput" | "exactOutput";
  readonly amount: TokenAmount;
}

/** The trade that must be quoted on the chain for a swap to be exact; undefined for a plan that swaps nothing. */
export function routeOf(plan: AnyPlan, snapshot: Snapshot): RouteParameters | undefined {
  if (!isSwap(plan)) return undefined;
  const { quotes, amountIn, amountOut } = plan.preview;
  const [first] = quotes;
  if (first === undefined) return undefined;
  const hops = quotes.flatMap(({ tokenIn, tokenOut, poolFee }) => {
    const pool = snapshot.pools.find(
      ({ token0, token1, fee }) =>
        fee === poolFee && [token0, token1].every((token) => isOneOf(token, tokenIn, tokenOut)),
    );
    return pool === undefined ? [] : [{ pool, tokenIn }];
  });
  const { kind } = first;
  return { hops, kind, amount: kind === "exactInput" ? amountIn : amountOut };
}

function isOneOf(token: Address, ...others: readonly Address[]): boolean {
  return others.some((other) => isAddressEqual(token, other));
}
