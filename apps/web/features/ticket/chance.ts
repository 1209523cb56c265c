import { type Position, touchProbability, type Wad } from "@gimbal/sdk";

const DAY = 86_400n;

export const horizons = { day: DAY, week: 7n * DAY } as const;

/**
 * Estimated chance that the price touches the liquidation price, from the forecast volatility of the base asset; `null`
 * where no price liquidates, undefined while the forecast is not known.
 */
export function chanceOf(
  position: Position | undefined,
  horizon: bigint,
  volatility: Wad | undefined,
): Wad | null | undefined {
  if (position === undefined) return undefined;
  const { liquidationPrice: target, base, liquidatable } = position;
  if (target === null) return null;
  if (target === undefined || volatility === undefined) return undefined;
  if (base.price.mid === 0n || liquidatable !== false) return undefined;
  const estimate = touchProbability({
    price: base.price.mid,
    target,
    volatility,
    horizon,
  });
  // The estimate runs out of digits before the world does: where a price liquidates, the chance is never none.
  return estimate > 0n ? estimate : 1n;
}
