import { gaugeCopy } from "@/content/gauge";
import { formatHealth } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import { type HealthValue, LIQUIDATION_HEALTH, SOFT_HEALTH, zoneOf } from "@/lib/zones";
import { healthSentence } from "./health-sentence";
import { LargeGauge } from "./large-gauge";
import { SmallGauge } from "./small-gauge";

export interface GaugeProps {
  /** Health [wad]; `null` without debt, undefined while unknown. */
  readonly health: HealthValue;
  /** Health before the change that is being previewed. */
  readonly before?: HealthValue;
  /** Start of the soft zone [wad]. */
  readonly soft?: bigint;
  /** Height in pixels: 24 in rows, 104 in previews, 184 alone. */
  readonly size?: number;
  readonly stale?: boolean;
  /** The same words stand beside it: hide it from assistive technology. */
  readonly decorative?: boolean;
}

const LOWEST = (LIQUIDATION_HEALTH * 95n) / 100n;
const HIGHEST = LIQUIDATION_HEALTH * 2n;

/** Health as a level: the frame is the protocol, the ring that tilts is the account. */
export function Gauge(props: GaugeProps) {
  const { health, before, soft = SOFT_HEALTH, size = 24, stale = false, decorative = false } = props;
  const zone = zoneOf(health, soft);
  const Drawing = size < 40 ? SmallGauge : LargeGauge;
  return (
    <Drawing
      zone={zone}
      health={typeof health === "bigint" ? toPlot(health) : health}
      before={typeof before === "bigint" ? toPlot(before) : undefined}
      soft={toPlot(soft)}
      size={size}
      number={formatHealth(health)}
      softLabel={formatHealth(soft)}
      svg={{
        ...semantics(props, soft, decorative),
        className: "gauge",
        "data-slot": "gauge",
        "data-zone": zone,
        "data-stale": stale ? "" : undefined,
      }}
    />
  );
}

function semantics({ health, before, stale }: GaugeProps, soft: bigint, decorative: boolean) {
  if (decorative) return { "aria-hidden": true } as const;
  const sentence = healthSentence({ health, before, soft, stale });
  if (typeof health !== "bigint") return { role: "img", "aria-label": sentence } as const;
  const bounded = health < LOWEST ? LOWEST : health > HIGHEST ? HIGHEST : health;
  return {
    role: "meter",
    "aria-label": gaugeCopy.name,
    "aria-valuemin": 0.95,
    "aria-valuemax": 2,
    "aria-valuenow": Number(formatHealth(bounded)),
    "aria-valuetext": sentence,
  } as const;
}
