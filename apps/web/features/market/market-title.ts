import type { DeployedMarket } from "@gimbal/sdk";
import { marketCopy } from "@/content/market";

/** `ETH/USDC` */
export function marketTitle(market: DeployedMarket): string {
  const [quote, base] = market.assets;
  return market.kind === "isolated" ? `${base?.symbol}/${quote?.symbol}` : marketCopy.cross;
}

/** Markets that have a trade page: those with one base asset. */
export function tradableMarkets(markets: readonly DeployedMarket[]): readonly DeployedMarket[] {
  return markets.filter((market) => market.kind === "isolated");
}
