import type { OwnerHistory, Usd } from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";
import type { PortfolioView } from "../portfolio-view";

/** Realised profit after one trade. */
export interface CoursePoint {
  /** Block and place of its event. */
  readonly id: string;
  /** Unix seconds. */
  readonly time: number;
  /** What this trade realised. */
  readonly realised: Usd;
  /** All until then, with this trade. */
  readonly sum: Usd;
}

/**
 * Realised profit of all accounts over time, trade by trade, in dollars at the present price of what was earned.
 *
 * @returns Oldest first; undefined while the price of a quote asset is down.
 */
export function courseOf(
  { snapshot }: PortfolioView,
  { histories, times }: OwnerHistory,
): readonly CoursePoint[] | undefined {
  const steps: (Omit<CoursePoint, "sum"> & { readonly place: number })[] = [];
  for (const { market, trades } of histories) {
    const quote = snapshot.markets.find(({ id }) => id === market)?.assets[0];
    for (const { blockNumber, logIndex, realised } of trades) {
      const time = times.get(blockNumber);
      if (realised === undefined || time === undefined) continue;
      const value = usdOf(realised, quote);
      if (value === undefined) return undefined;
      steps.push({ id: `${blockNumber}.${logIndex}`, time: Number(time), realised: value, place: logIndex });
    }
  }
  steps.sort((a, b) => a.time - b.time || a.place - b.place);
  let sum = 0n;
  return steps.map(({ id, time, realised }) => {
    sum += realised;
    return { id, time, realised, sum };
  });
}
