import { cva } from "class-variance-authority";
import { gaugeCopy } from "@/content/gauge";
import { formatHealth } from "@/lib/format";
import { type HealthValue, SOFT_HEALTH, zoneOf } from "@/lib/zones";
import { Gauge } from "./gauge";

const word = cva("text-12", {
  variants: {
    zone: {
      safe: "text-fg-3",
      soft: "text-soft",
      auction: "font-medium text-auction",
      none: "text-fg-3",
      unknown: "text-fg-3",
    },
  },
});

interface HealthProps {
  readonly health: HealthValue;
  readonly soft?: bigint;
  readonly stale?: boolean;
  readonly size?: number;
}

/** Gauge, number and word together: the way health stands in a row. */
export function Health({ health, soft = SOFT_HEALTH, stale = false, size = 24 }: HealthProps) {
  const zone = zoneOf(health, soft);
  return (
    <span
      data-slot="health"
      data-zone={zone}
      data-value={health === undefined ? "unknown" : health === null ? "none" : health.toString()}
      className="inline-flex items-center gap-2 whitespace-nowrap align-middle"
    >
      <Gauge health={health} soft={soft} stale={stale} size={size} />
      <span className="min-w-[30px] font-semibold text-14">{formatHealth(health)}</span>
      <span className={word({ zone })}>{gaugeCopy.words[zone]}</span>
    </span>
  );
}
