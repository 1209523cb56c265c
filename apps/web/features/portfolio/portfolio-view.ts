import { type Portfolio, portfolioOf, type Snapshot } from "@gimbal/sdk";

/** An owner's portfolio at one snapshot. */
export interface PortfolioView {
  readonly snapshot: Snapshot;
  readonly portfolio: Portfolio;
}

export function portfolioViewOf(snapshot: Snapshot): PortfolioView {
  return { snapshot, portfolio: portfolioOf(snapshot) };
}
