import { type AssetState, LiquidationMath, type Position, WAD } from "@gimbal/sdk";

/** Where an account stands: by its health before rounding. */
export type Zone = "safe" | "soft" | "auction" | "none" | "unknown";

/** Health of an account [wad]: `null` without debt, undefined while unknown. */
export type HealthValue = bigint | null | undefined;

/** Health at which liquidation begins [wad]. */
export const LIQUIDATION_HEALTH = WAD;

/** Health below which the interface warns where nothing is known of the account [wad]. */
export const SOFT_HEALTH = (WAD * 104n) / 100n;

/** Where the soft zone of an account begins that holds this asset. */
export function softHealthOf({ risk }: Pick<AssetState, "risk">): bigint {
  return WAD + LiquidationMath.softBuffer(risk.maintenanceMargin);
}

/** Where the soft zone of a position begins. */
export function softOf({ side, base, quote }: Pick<Position, "side" | "base" | "quote">): bigint {
  return softHealthOf(side === "short" ? quote : base);
}

export function zoneOf(health: HealthValue, soft: bigint = SOFT_HEALTH): Zone {
  if (health === undefined) return "unknown";
  if (health === null) return "none";
  if (health < LIQUIDATION_HEALTH) return "auction";
  return health < soft ? "soft" : "safe";
}
