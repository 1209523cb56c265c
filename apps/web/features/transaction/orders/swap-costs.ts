import type { MarketState } from "@gimbal/sdk";
import { type SwapQuote, type Usd, WAD, type Wad } from "@gimbal/sdk";
import { type Address, isAddressEqual } from "viem";
import { usdOf } from "../usd";

/** How much worse a route is than its pools' prices before, without their fees: what one pool leaves the next one gets. */
export function impactOf(quotes: readonly SwapQuote[]): Wad {
  const kept = quotes.reduce((part, { priceImpact }) => (part * (WAD - priceImpact)) / WAD, WAD);
  return WAD - kept;
}

/** What the pools of a route keep, in dollars; undefined while a price is down. */
export function feesOf(quotes: readonly SwapQuote[], { assets }: MarketState): Usd | undefined {
  let sum = 0n;
  for (const { fee, tokenIn } of quotes) {
    const value = usdOf(
      fee,
      assets.find(({ token }) => isAddressEqual(token, tokenIn)),
    );
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}

/** `ETH → USDC → BTC` */
export function routeText(tokens: readonly Address[], { assets }: MarketState): string {
  return tokens
    .map((token) => assets.find((asset) => isAddressEqual(asset.token, token))?.symbol ?? "?")
    .join(" → ");
}

/** Tokens of a route, from what is sold to what is bought. */
export function tokensOf(quotes: readonly SwapQuote[]): readonly Address[] {
  const [first] = quotes;
  return first === undefined ? [] : [first.tokenIn, ...quotes.map(({ tokenOut }) => tokenOut)];
}
