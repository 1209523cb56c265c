import type { MarketState, Position } from "@gimbal/sdk";
import type { MarginMode } from "@/features/trade/trade-store";

/** Where a ticket trades: a market, and which of its assets. */
export interface Venue {
  readonly margin: MarginMode;
  readonly market: MarketState;
  /** Index of the base asset. */
  readonly base: number;
  /** The base asset is also in the market for cross margin. */
  readonly hasCross: boolean;
}

/** Where the ticket of a page trades: the market of the page, or the one for cross margin that has its base asset. */
export function venueOf(
  markets: readonly MarketState[],
  slug: string,
  margin: MarginMode,
): Venue | undefined {
  const own = markets.find((market) => market.slug === slug);
  if (own === undefined) return undefined;
  const token = own.assets[1]?.token;
  const shared = markets.find(
    ({ deployed, assets }) =>
      deployed.kind === "cross" && assets.some((asset) => asset.index > 0 && asset.token === token),
  );
  const base = shared?.assets.find((asset) => asset.token === token)?.index;
  if (shared === undefined || base === undefined)
    return { margin: "isolated", market: own, base: 1, hasCross: false };
  return margin === "cross"
    ? { margin, market: shared, base, hasCross: true }
    : { margin, market: own, base: 1, hasCross: true };
}

/** Lowest leverage on the scale [tenths]: beside other positions of its account one may be smaller than the equity. */
export function lowestOf(position: Position | undefined): number {
  return position?.market.deployed.kind === "cross" ? 1 : 10;
}
