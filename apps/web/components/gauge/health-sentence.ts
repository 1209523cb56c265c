import { gaugeCopy } from "@/content/gauge";
import { formatHealth } from "@/lib/format";
import { type HealthValue, zoneOf } from "@/lib/zones";

interface HealthReading {
  readonly health: HealthValue;
  readonly before?: HealthValue;
  readonly soft: bigint;
  readonly stale?: boolean | undefined;
}

/** The gauge in words. */
export function healthSentence({ health, before, soft, stale }: HealthReading): string {
  if (health === undefined) return gaugeCopy.unknown;
  if (health === null) return gaugeCopy.noDebt;
  const zone = gaugeCopy.words[zoneOf(health, soft)].toLowerCase();
  return [
    gaugeCopy.reading(formatHealth(health), zone, formatHealth(soft)),
    typeof before === "bigint" ? gaugeCopy.was(formatHealth(before)) : "",
    stale ? gaugeCopy.stale : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}
