import type { Zone } from "@/lib/zones";
import { translated } from "./translated";

export const gaugeCopy = /* @__PURE__ */ translated("gauge", {
  name: "Health",
  words: {
    safe: "Safe",
    soft: "Soft",
    auction: "Auction",
    none: "No debt",
    unknown: "No price",
  } satisfies Record<Zone, string>,
  unknown: "Health unknown",
  noDebt: "No debt, cannot be liquidated",
  reading: (health: string, zone: string, soft: string) =>
    `Health ${health}, ${zone}. Soft zone below ${soft}, liquidation below 1.00.`,
  was: (health: string) => `Was ${health}.`,
  stale: "Data is stale.",
  entered: (name: string, zone: string, health: string) => `${name}: ${zone}, health ${health}.`,
} as const);
