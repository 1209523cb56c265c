import {
  type AccountId,
  assetPrice,
  borrowForLiquidationPrice,
  borrowForSize,
  GimbalError,
  type MarketState,
  type Position,
  parseAmount,
  type Side,
  type Snapshot,
  type TokenAmount,
} from "@gimbal/sdk";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { formatPrice, formatToken } from "@/lib/format";
import { legsAfter } from "./composition";

const copy = ticketCopy.aim;

/** What a person fixes instead of leverage. */
export type AimBy = "size" | "liquidation";

/** As typed. */
export interface AimText {
  readonly by: AimBy;
  readonly text: string;
}

/** The debt that an aim asks for; nothing while its field is empty. */
export type Aim =
  | { readonly type: "borrow"; readonly borrow: TokenAmount }
  | { readonly type: "empty" }
  | { readonly type: "error"; readonly by: AimBy; readonly text: string };

export interface AimInputs {
  readonly snapshot: Snapshot;
  readonly market: MarketState;
  readonly side: Side;
  /** Index of the base asset; 1 when left out. */
  readonly base?: number;
  readonly account: AccountId;
  readonly position: Position | undefined;
  readonly equity: TokenAmount;
  readonly aim: AimText;
}

/** Decimals of a price in USD. */
const PRICE_DECIMALS = 18;

/** Debt for the size or the liquidation price that was typed, or why there is none. */
export function aimOf(inputs: AimInputs): Aim {
  const { market, aim, equity, position } = inputs;
  const base = market.assets[inputs.base ?? 1];
  if (base === undefined) return { type: "empty" };
  const bySize = aim.by === "size";
  const parsed = bySize
    ? parseAmount(aim.text, base.decimals, base.symbol)
    : parseAmount(aim.text, PRICE_DECIMALS, copy.aPrice);
  if (parsed.type === "empty") return { type: "empty" };
  if (parsed.type === "error") return { type: "error", by: aim.by, text: said(parsed.error.message) };
  // without anything to stand on, no debt holds: the button asks for an amount first
  if (equity === 0n && position === undefined) return { type: "empty" };
  try {
    return bySize ? bySizeOf(inputs, parsed.amount) : byPriceOf(inputs, parsed.amount);
  } catch (error) {
    if (error instanceof GimbalError) return { type: "error", by: aim.by, text: said(error.shortMessage) };
    throw error;
  }
}

function bySizeOf(inputs: AimInputs, size: TokenAmount): Aim {
  const { snapshot, market, side, account, equity, position, base: index = 1 } = inputs;
  const base = market.assets[index];
  if (base === undefined) return { type: "empty" };
  const borrow = borrowForSize({ snapshot, market: market.id, side, base: index, account, equity, size });
  if (borrow === undefined) return { type: "error", by: "size", text: copy.tooLarge };
  if (borrow > 0n) return { type: "borrow", borrow };
  const legs = legsAfter({ snapshot, market, side, base: index, account, equity, borrow: 0n });
  const least = (side === "long" ? legs.collateral : legs.debt)[index] ?? 0n;
  if (size === least) return { type: "borrow", borrow };
  const text =
    position === undefined || position.size === 0n
      ? copy.tooSmall(formatToken(least, base, "up"))
      : copy.reduction;
  return { type: "error", by: "size", text };
}

function byPriceOf(inputs: AimInputs, price: bigint): Aim {
  const { snapshot, market, side, account, equity, base = 1 } = inputs;
  const asset = market.assets[base];
  const now = asset?.price.mid;
  if (asset === undefined || now === undefined || now === 0n) return { type: "empty" };
  const isBeyond = side === "long" ? price >= now : price <= now;
  if (isBeyond) return { type: "error", by: "liquidation", text: copy.wrongSide(formatPrice(now), side) };
  const of = { snapshot, market: market.id, side, base, account, equity };
  const borrow = borrowForLiquidationPrice({ ...of, price: assetPrice(price, asset.decimals) });
  if (borrow === undefined) return { type: "error", by: "liquidation", text: copy.closer };
  return { type: "borrow", borrow };
}
