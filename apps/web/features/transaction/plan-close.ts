import {
  accountOf,
  BASIS_POINTS,
  type ClosePositionReturnType,
  closePosition,
  type DecreasePositionReturnType,
  decreasePosition,
  marketOf,
} from "@gimbal/sdk";
import type { TradeIntent } from "./intent";
import type { PlanContext } from "./plan-of";

type CloseIntent = Extract<TradeIntent, { type: "close" }>;

/**
 * Closes one position. Where its proceeds pay all that the account owes, the rest is paid out; beside other positions it
 * is sold or bought back whole, and what it was worth beyond its debt stays in the account.
 */
export function planClose(
  { market, side, base, account }: CloseIntent,
  { snapshot, limits, quote }: PlanContext,
): ClosePositionReturnType | DecreasePositionReturnType {
  const of = { snapshot, ...limits, market, side, base, account };
  const { collateral, debt } = accountOf(snapshot, account);
  const isIsolated = marketOf(snapshot, market).deployed.kind === "isolated";
  const paysWith = side === "long" ? 0 : base;
  const owesMore = debt.some((amount, index) => index !== paysWith && amount > 0n);
  const size = side === "long" ? (collateral[base] ?? 0n) : atLimit(debt[base] ?? 0n, limits.slippage);

  if (isIsolated || size === 0n) return closePosition({ ...of, ...given(quote) });
  if (!owesMore) {
    if (side === "short") return closePosition({ ...of, ...given(quote) });
    const close = closePosition({ ...of, ...given(quote) });
    if (!close.guards.some(({ code }) => code === "proceeds-below-debt")) return close;
  }
  return decreasePosition({ ...of, size, ...given(quote) });
}

/** So much that all of a debt is bought even at the worst price that the limit allows; what is too much is paid out. */
function atLimit(owed: bigint, slippage: bigint): bigint {
  const rest = BASIS_POINTS - slippage;
  return rest <= 0n ? owed : (owed * BASIS_POINTS + rest - 1n) / rest;
}

function given(quote: PlanContext["quote"]) {
  return quote === undefined ? {} : { quote };
}
