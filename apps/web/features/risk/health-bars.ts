import { type MarketRisk, type Usd, WAD, type Wad } from "@gimbal/sdk";
import { LIQUIDATION_HEALTH, SOFT_HEALTH } from "@/lib/zones";

/** Debt of accounts whose health is in a range. */
export interface HealthBar {
  /** Lower end; undefined below liquidation. */
  readonly from: Wad | undefined;
  readonly debt: Usd;
}

/** Lower ends of the ranges above liquidation. */
const EDGES: readonly Wad[] = [LIQUIDATION_HEALTH, SOFT_HEALTH, 110n, 125n, 150n, 200n].map((edge, i) =>
  i < 2 ? edge : (edge * WAD) / 100n,
);

/**
 * Debt by health, from the liquidation map: health is how far the price is from where an account is liquidated, a long
 * at `price / liquidation price`, a short at the inverse. Each bucket counts at its nearer edge.
 */
export function healthBars(
  { longs, shorts }: Pick<MarketRisk, "longs" | "shorts">,
  price: Usd,
): readonly HealthBar[] {
  const accounts = [
    ...longs.map(({ high, debt }) => ({ health: ratio(price, high), debt })),
    ...shorts.map(({ low, debt }) => ({ health: ratio(low, price), debt })),
  ];
  const bars = [undefined, ...EDGES];
  return bars.map((from, i) => {
    const to = bars[i + 1];
    const debt = accounts
      .filter(({ health }) => (from === undefined || health >= from) && (to === undefined || health < to))
      .reduce((sum, account) => sum + account.debt, 0n);
    return { from, debt };
  });
}

function ratio(numerator: Usd, denominator: Usd): Wad {
  return denominator === 0n ? 0n : (numerator * WAD) / denominator;
}
