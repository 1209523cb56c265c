import type { Deployment } from "../deployments/types";
import { AssetUnknownError, MarketUnknownError } from "../errors/input";
import type { EventShape } from "./accountEvents";

/** Addresses and indices of one market and base asset. */
export function shapeOf(
  deployment: Deployment,
  id: number,
  baseIndex: number,
): { readonly shape: EventShape; readonly decimals: number } {
  const market = deployment.markets.find((m) => m.id === id);
  if (market === undefined) throw new MarketUnknownError(id);
  const [quote] = market.assets;
  const base = market.assets[baseIndex];
  if (base === undefined || quote === undefined) throw new AssetUnknownError(market.slug, baseIndex);
  const { marginEngine, tradeRouter, positionRouter, accountMover } = deployment.contracts;
  const shape = {
    engine: marginEngine,
    router: tradeRouter,
    positionRouter,
    accountMover,
    market: id,
    base: { index: baseIndex, token: base.address },
    quoteToken: quote.address,
    pool: base.pool ?? undefined,
  };
  return { shape, decimals: base.decimals };
}
