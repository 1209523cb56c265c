import type { EngineRisk, MarketState, ReserveState, RiskState } from "@gimbal/sdk";

/** What the keeper's arithmetic needs of a market of a snapshot. */
export interface KeptMarket extends Pick<MarketState, "id" | "initialRatio" | "hedgeless"> {
  readonly assets: readonly (EngineRisk.RiskAsset & {
    readonly risk: RiskState;
    readonly reserve: Pick<ReserveState, "index">;
  })[];
}
