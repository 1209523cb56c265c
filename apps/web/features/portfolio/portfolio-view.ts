import { type Portfolio, type Position, portfolioOf, type Snapshot, spareNumber } from "@gimbal/sdk";
import { portfolioCopy } from "@/content/portfolio";
import { marketTitle } from "@/features/market/market-title";
import { nameOf } from "@/features/positions/position-view";

/** An owner's portfolio at one snapshot. */
export interface PortfolioView {
  readonly snapshot: Snapshot;
  readonly portfolio: Portfolio;
}

export function portfolioViewOf(snapshot: Snapshot): PortfolioView {
  return { snapshot, portfolio: portfolioOf(snapshot) };
}

/** `ETH long`; a sub-account with several assets is called by its market, a further one by its number as well. */
export function accountName(position: Position): string {
  const { deployed } = position.market;
  const name = deployed.kind === "cross" ? marketTitle(deployed) : nameOf(position);
  const number = spareNumber(position.account);
  return number === undefined ? name : portfolioCopy.accounts.numbered(name, number);
}
