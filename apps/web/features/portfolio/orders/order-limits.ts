import { GimbalError, type GuardCode, type Position, type Snapshot, type TradeLimits } from "@gimbal/sdk";
import { largestAllowed } from "@/features/positions/adjust/adjust-limits";
import type { AmountOrMax, OrderIntent } from "@/features/transaction/intent";
import { planOrder } from "@/features/transaction/orders/plan";

export type SwapType = "swapCollateral" | "swapDebt";
export type SwapIntent = Extract<OrderIntent, { type: SwapType }>;
export type MoveIntent = Extract<OrderIntent, { type: "move" }>;

/** What Max types, and whether it is all there is. */
export interface OrderLimit {
  readonly max: bigint;
  readonly isAll: boolean;
}

interface Inputs {
  readonly snapshot: Snapshot;
  readonly limits: TradeLimits;
  /** What the account holds or owes of the asset. */
  readonly total: bigint;
  /** The order with this amount. */
  readonly order: (amount: AmountOrMax) => OrderIntent;
}

/** A minimum is no most: a little less debt than all of it may be refused where less is not. */
const FLOORS: ReadonlySet<GuardCode> = new Set(["debt-below-minimum", "amount-zero"]);

/** The most an order can be about now: all of it, or what the guards let through. */
export function orderLimit({ snapshot, limits, total, order }: Inputs): OrderLimit {
  const blocking = (amount: AmountOrMax): readonly GuardCode[] | undefined => {
    try {
      const { guards } = planOrder(order(amount), { snapshot, limits }, true);
      return guards.flatMap(({ code, level }) => (level === "block" ? [code] : []));
    } catch (error) {
      if (error instanceof GimbalError) return undefined;
      throw error;
    }
  };
  if (total === 0n || blocking("max")?.length === 0) return { max: total, isAll: total > 0n };
  const max = largestAllowed(
    total - 1n,
    (amount) => amount === 0n || (blocking(amount)?.every((code) => FLOORS.has(code)) ?? false),
  );
  return { max, isAll: false };
}

/** What an account holds or owes of an asset. */
export function amountIn(position: Position, asset: number, side: "collateral" | "debt"): bigint {
  return position.legs.find((leg) => leg.asset.index === asset)?.[side] ?? 0n;
}
