import { type Position, type Trade, type TradeHistory, type Usd, WAD, type Wad } from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";

/** Result of an open position. */
export interface PositionResult {
  readonly value: Usd;
  /** Part of what was paid in. */
  readonly share: Wad | undefined;
}

/**
 * Equity less what was paid in and not taken out: after fees, price impact and interest. Where base came or went in kind,
 * nobody knows what was paid for it, and where positions share an account not what belongs to which: then the exposure
 * against its average entry, without interest.
 */
export function resultOf(position: Position, history: TradeHistory | undefined): PositionResult | undefined {
  if (history === undefined) return undefined;
  if (position.market.deployed.kind === "cross") {
    const value = againstEntry(position, history);
    return value === undefined ? undefined : { value, share: undefined };
  }
  const paid = usdOf(paidInSinceFlat(history.trades), position.quote);
  const value = history.state.inKind ? againstEntry(position, history) : againstPaid(position, history);
  if (value === undefined) return undefined;
  return { value, share: paid === undefined || paid === 0n ? undefined : (value * WAD) / paid };
}

/** What closing for `proceeds` leaves; undefined where base came or went in kind [units of quote]. */
export function closeResult(
  { quote }: Position,
  history: TradeHistory | undefined,
  proceeds: bigint,
): PositionResult | undefined {
  if (history === undefined || history.state.inKind) return undefined;
  const value = usdOf(proceeds - history.invested, quote);
  const paid = usdOf(paidInSinceFlat(history.trades), quote);
  if (value === undefined) return undefined;
  return { value, share: paid === undefined || paid === 0n ? undefined : (value * WAD) / paid };
}

function againstPaid({ equity, quote }: Position, { invested }: TradeHistory): Usd | undefined {
  const paid = usdOf(invested, quote);
  return equity === undefined || paid === undefined ? undefined : equity - paid;
}

function againstEntry(position: Position, history: TradeHistory): Usd | undefined {
  const entry = entryOf(position, history);
  const { base, side, size } = position;
  if (entry === undefined || side === undefined || base.price.mid === 0n) return undefined;
  const gain = side === "long" ? base.price.mid - entry : entry - base.price.mid;
  return (size * gain) / 10n ** BigInt(base.decimals);
}

/** All that came from the wallet since the position was last flat [units of quote]. */
export function paidInSinceFlat(trades: readonly Trade[]): bigint {
  let paid = 0n;
  for (const { type, paidIn, result } of trades) {
    // what moved to another account was not taken out: it is paid for there
    if (paidIn > 0n || type === "transfer") paid += paidIn;
    if (paid < 0n) paid = 0n;
    if (result !== undefined || type === "close") paid = 0n;
  }
  return paid;
}

/** Average entry in dollars per whole base token. */
export function entryOf(position: Position, history: TradeHistory | undefined): Usd | undefined {
  return usdOf(history?.entry, position.quote);
}
