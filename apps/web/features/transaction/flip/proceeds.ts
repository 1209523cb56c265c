import type { TradePreview } from "@gimbal/sdk";

/**
 * What the closed part of a flip leaves of its sale, at the average price of the whole sale: the equity that the new
 * position begins with [units of the quote asset]. Undefined without a position.
 */
export function flipProceeds({ before, quote: swap }: TradePreview): bigint | undefined {
  const held = before?.legs.find(({ collateral }) => collateral > 0n)?.collateral ?? 0n;
  const owed = before?.legs.find(({ debt }) => debt > 0n)?.debt ?? 0n;
  if (before?.side === undefined || swap.amountIn === 0n || swap.amountOut === 0n) return undefined;
  return before.side === "long"
    ? (swap.amountOut * held) / swap.amountIn - owed
    : held - (swap.amountIn * owed) / swap.amountOut;
}
