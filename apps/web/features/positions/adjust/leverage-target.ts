import { GimbalError, maxLeverage, type Position, type Snapshot, WAD, type Wad } from "@gimbal/sdk";
import { borrowForTarget, leverageBasis, leverageWith } from "@/features/ticket/leverage";
import type { TradeIntent } from "@/features/transaction/intent";

/** True for positions whose leverage one trade can change. */
export function hasTarget({ side, equity }: Position): boolean {
  return side !== undefined && equity !== undefined && equity > 0n;
}

/**
 * What brings a position to a leverage in one transaction: above the present one the debt grows and is traded, below it a
 * part is sold and the debt paid back. Undefined at the present leverage, or without a price.
 */
export function leverageIntent(position: Position, target: Wad): TradeIntent | undefined {
  const { account, market, side, base } = position;
  if (side === undefined || !hasTarget(position)) return undefined;
  const basis = leverageBasis(market, side, position, 0n, base.index);
  if (basis === undefined) return undefined;
  const of = { account, market: market.id, side, base: base.index };
  const wanted = (target * basis.equity) / WAD;
  if (wanted > basis.size) {
    const borrow = borrowForTarget(basis, target);
    return borrow > 0n ? { type: "open", ...of, equity: 0n, borrow } : undefined;
  }
  const size = ((basis.size - wanted) * 10n ** BigInt(base.decimals)) / base.price.mid;
  return size > 0n ? { type: "reduce", ...of, size } : undefined;
}

/** Highest leverage the position can be brought to now; undefined while a price is down. */
export function leverageCeiling(snapshot: Snapshot, position: Position): Wad | undefined {
  const { account, market, side, base, leverage } = position;
  if (side === undefined) return undefined;
  const basis = leverageBasis(market, side, position, 0n, base.index);
  if (basis === undefined) return undefined;
  try {
    const most = maxLeverage({ snapshot, market: market.id, side, base: base.index, equity: 0n, account });
    if (most === undefined) return leverage;
    const reached = leverageWith(basis, most.borrow);
    // what stands already can stay, although nothing may be added
    return leverage !== undefined && leverage > reached ? leverage : reached;
  } catch (error) {
    if (error instanceof GimbalError) return undefined;
    throw error;
  }
}
