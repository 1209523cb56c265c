import { WAD } from "@gimbal/sdk";

/** Where an account stands: by its health before rounding. */
export type Zone = "safe" | "soft" | "auction" | "none" | "unknown";

/** Health of an account [wad]: `null` without debt, undefined while unknown. */
export type HealthValue = bigint | null | undefined;

/** Health at which liquidation begins [wad]. */
export const LIQUIDATION_HEALTH = WAD;

/** Health below which the interface warns [wad]. */
export const SOFT_HEALTH = (WAD * 104n) / 100n;

export function zoneOf(health: HealthValue, soft: bigint = SOFT_HEALTH): Zone {
  if (health === undefined) return "unknown";
  if (health === null) return "none";
  if (health < LIQUIDATION_HEALTH) return "auction";
  return health < soft ? "soft" : "safe";
}
