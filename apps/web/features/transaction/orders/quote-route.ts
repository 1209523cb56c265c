import { type Deployment, quoteSwap, type SwapQuote } from "@gimbal/sdk";
import type { Client } from "viem";
import type { RouteParameters } from "./route";

/** Quotes of a route, pool by pool: each is asked with what the one before it answered. */
export async function quoteRoute(
  client: Client,
  { hops, kind, amount }: RouteParameters,
  deployment: Deployment,
): Promise<readonly SwapQuote[]> {
  const quotes: SwapQuote[] = [];
  let next = amount;
  if (kind === "exactInput") {
    for (const hop of hops) {
      const quote = await quoteSwap(client, { deployment, ...hop, amountIn: next });
      quotes.push(quote);
      next = quote.amountOut;
    }
    return quotes;
  }
  // what is bought is given: the last pool says what the one before it must give
  for (const hop of hops.toReversed()) {
    const quote = await quoteSwap(client, { deployment, ...hop, amountOut: next });
    quotes.unshift(quote);
    next = quote.amountIn;
  }
  return quotes;
}
