import type { Position } from "@gimbal/sdk";
import type { TradeIntent } from "@/features/transaction/intent";
import { isShared } from "./position-view";

/**
 * What closes a position; undefined for one without a direction. Beside others a long may owe nothing and a short may
 * have nothing to buy with: then its asset is taken out, or paid back from the wallet.
 */
export function closeIntent(position: Position): TradeIntent | undefined {
  const { account, market, side, base, quote, legs } = position;
  if (side === undefined) return undefined;
  const of = { account, market: market.id } as const;
  const quoteLeg = legs.find(({ asset }) => asset.index === quote.index);
  if (isShared(position)) {
    const asset = base.index;
    if (side === "long" && (quoteLeg?.debt ?? 0n) === 0n)
      return { ...of, type: "removeCollateral", asset, amount: "max" };
    if (side === "short" && (quoteLeg?.collateral ?? 0n) === 0n)
      return { ...of, type: "repay", asset, amount: "max" };
  }
  return { ...of, type: "close", side, base: base.index };
}
