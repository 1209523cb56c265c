import type { ContractFunctionReturnType } from "viem";
import type { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { AuctionRecord } from "../liquidation/report";

type Raw = ContractFunctionReturnType<typeof marginEngineLiquidationAbi, "view", "auction">;

/** A record as the engine keeps it. */
export function auctionRecord(raw: Raw): AuctionRecord {
  return {
    startedAt: BigInt(raw.startedAt),
    lastSoftAt: BigInt(raw.lastSoftAt),
    softZone: raw.softZone,
    nettable: raw.nettable,
    stopped: raw.stopped,
  };
}
