import type { AssetState, PriceStatus, Snapshot } from "@gimbal/sdk";
import type { DotState } from "@/components/ui/dot";

export interface OracleView {
  readonly timestamp: bigint;
  readonly assets: readonly AssetState[];
}

/** Shape of a price's state. */
export const oracleDots = { ok: "ok", guarded: "warning", down: "bad" } as const satisfies Record<
  PriceStatus,
  DotState
>;

/** Every asset once, in the order of the markets. */
export function oracleViewOf(snapshot: Snapshot): OracleView {
  const bySymbol = new Map<string, AssetState>();
  for (const asset of snapshot.markets.flatMap((market) => market.assets)) {
    if (!bySymbol.has(asset.symbol)) bySymbol.set(asset.symbol, asset);
  }
  return { timestamp: snapshot.timestamp, assets: [...bySymbol.values()] };
}

/** Age of the answer of an asset's feed [s]. */
export function oracleAge(asset: AssetState, { timestamp }: OracleView): number {
  return Number(timestamp - asset.price.updatedAt);
}

/** Whether a second source answers, so that there is a distance to show. */
export function isCompared({ price }: AssetState): boolean {
  return [price.feed, price.pyth, price.pool].filter(({ status }) => status === "ok").length > 1;
}
