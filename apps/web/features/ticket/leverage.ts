import {
  type AssetState,
  BASIS_POINTS,
  type MarketState,
  type Position,
  type Side,
  type TokenAmount,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";

/** One step of the leverage slider. */
export const TENTH: Wad = WAD / 10n;

/** Leverage as a whole number of tenths. */
export function toTenths(leverage: Wad, rounding: "down" | "nearest"): number {
  return Number(rounding === "down" ? leverage / TENTH : (leverage + TENTH / 2n) / TENTH);
}

export function fromTenths(tenths: number): Wad {
  return BigInt(tenths) * TENTH;
}

/** A position to be opened or added to, in dollars. */
export interface LeverageBasis {
  readonly side: Side;
  readonly quote: AssetState;
  readonly base: AssetState;
  /** Value and equity of the position there is; 0 without one. */
  readonly size: Usd;
  readonly equity: Usd;
  /** Value of the equity paid in. */
  readonly paid: Usd;
}

/** The basis at mid prices, for the asset that the position is about; undefined while a price is down. */
export function leverageBasis(
  market: MarketState,
  side: Side,
  position: Position | undefined,
  paid: TokenAmount,
  index = 1,
): LeverageBasis | undefined {
  const [quote, base] = [market.assets[0], market.assets[index]];
  const paidValue = usdOf(paid, quote);
  if (quote === undefined || base === undefined || paidValue === undefined || base.price.mid === 0n) {
    return undefined;
  }
  if (position === undefined) return { side, quote, base, size: 0n, equity: 0n, paid: paidValue };
  const { sizeValue, equity } = position;
  if (sizeValue === undefined || equity === undefined) return undefined;
  // what stands the other way in the same account is in its way, not a part of the size
  const size = position.side === side ? sizeValue : 0n;
  return { side, quote, base, size, equity, paid: paidValue };
}

/** Debt that brings the whole position to a leverage, rounded down; negative where the position is already above it. */
export function borrowForTarget(basis: LeverageBasis, target: Wad): TokenAmount {
  const { side, quote, base, size, equity, paid } = basis;
  const trade = (target * (equity + paid)) / WAD - size;
  // A long buys with equity and debt, a short sells what it borrows.
  const [value, asset] = side === "long" ? [trade - paid, quote] : [trade, base];
  return (value * 10n ** BigInt(asset.decimals)) / asset.price.mid;
}

/** Leverage of the whole position once `borrow` is taken, rounded down; 0 without equity. */
export function leverageWith(basis: LeverageBasis, borrow: TokenAmount): Wad {
  const { side, quote, base, size, equity, paid } = basis;
  const total = equity + paid;
  if (total <= 0n) return 0n;
  const taken = usdOf(borrow, side === "long" ? quote : base) ?? 0n;
  const trade = side === "long" ? paid + taken : taken;
  return ((size + trade) * WAD) / total;
}

/** Scales of the slider, in tenths. */
const SCALES = [30, 50, 80, 120, 160, 200, 300, 500, 1000] as const;
/** Part of the scale that a small position reaches: the rest is hatched, so that a person sees that there is an end. */
const REACH = { numerator: 11n, denominator: 10n } as const;

/** End of the slider's scale for a market, from the margin of a small position. It does not follow the size typed. */
export function scaleOf({ assets, initialRatio }: MarketState, index = 1): number {
  const base = assets[index];
  if (base === undefined) return SCALES[0];
  const margin = ((base.risk.maintenanceMargin + base.risk.penalty) * initialRatio) / BASIS_POINTS;
  if (margin === 0n) return SCALES.at(-1) as number;
  const best = toTenths((WAD * WAD * REACH.numerator) / (margin * REACH.denominator), "down");
  return SCALES.find((scale) => scale >= best) ?? (SCALES.at(-1) as number);
}
