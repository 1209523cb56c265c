import type { TransactionReceipt } from "viem";
import type { Deployment } from "../deployments/types";
import { AssetUnknownError, MarketUnknownError } from "../errors/input";
import { applyEvent, FLAT, type TradeHistory } from "../math/tradeHistory";
import type { AccountId } from "../types";
import { accountEvents, type EventShape } from "./accountEvents";

/** History of an account from its logs; logs of other accounts among them change nothing. */
export function historyOf(
  logs: TransactionReceipt["logs"],
  shape: EventShape,
  decimals: number,
  toBlock: bigint,
): TradeHistory {
  const empty: TradeHistory = {
    account: shape.account,
    market: shape.market,
    base: { index: shape.base.index, decimals },
    toBlock,
    trades: [],
    entry: undefined,
    realised: 0n,
    invested: 0n,
    state: FLAT,
  };
  return accountEvents(logs, shape, FLAT).reduce(applyEvent, empty);
}

/** Addresses and indices of one market and base asset. */
export function shapeOf(
  deployment: Deployment,
  account: AccountId,
  id: number,
  baseIndex: number,
): { readonly shape: EventShape; readonly decimals: number } {
  const market = deployment.markets.find((m) => m.id === id);
  if (market === undefined) throw new MarketUnknownError(id);
  const [quote] = market.assets;
  const base = market.assets[baseIndex];
  if (base === undefined || quote === undefined) throw new AssetUnknownError(market.slug, baseIndex);
  const shape = {
    account,
    engine: deployment.contracts.marginEngine,
    router: deployment.contracts.tradeRouter,
    market: id,
    base: { index: baseIndex, token: base.address },
    quoteToken: quote.address,
    pool: base.pool ?? undefined,
  };
  return { shape, decimals: base.decimals };
}
