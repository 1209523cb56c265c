import { Gauge } from "@/components/gauge/gauge";
import { Icon } from "@/components/icon";
import { Chip } from "@/components/ui/chip";
import { gaugeCopy } from "@/content/gauge";
import { transactionCopy } from "@/content/transaction";
import { formatHealth } from "@/lib/format";
import { type HealthValue, LIQUIDATION_HEALTH, SOFT_HEALTH, type Zone, zoneOf } from "@/lib/zones";
import { rawText } from "./value";

const copy = transactionCopy.health;

const tones = {
  safe: "neutral",
  soft: "soft",
  auction: "auction",
  none: "neutral",
  unknown: "neutral",
} as const satisfies Record<Zone, string>;

interface HealthChangeProps {
  /** Health now; left out where there is no position yet. */
  readonly before?: HealthValue;
  readonly hasBefore: boolean;
  readonly after: HealthValue;
  /** Where the soft zone begins. */
  readonly soft?: bigint | undefined;
  readonly stale?: boolean;
}

/** Health before and after an action: the dashed beam is now, the solid one is after. */
export function HealthChange(props: HealthChangeProps) {
  const { before, hasBefore, after, soft = SOFT_HEALTH, stale = false } = props;
  const zone = zoneOf(after, soft);
  return (
    <div
      data-slot="health-change"
      data-before={hasBefore ? rawText(before) : "absent"}
      data-after={rawText(after)}
      data-zone={zone}
      className="flex items-center gap-3.5"
    >
      <Gauge health={after} {...(hasBefore && { before })} soft={soft} size={104} stale={stale} />
      <div className="min-w-0">
        <div className="text-12 text-fg-3">{copy.factor}</div>
        <div className="flex flex-wrap items-center gap-1.5 font-semibold text-16 tracking-[-0.01em]">
          {hasBefore && (
            <>
              <span className="font-medium text-fg-2">{formatHealth(before)}</span>
              <Icon name="arrowRight" size={14} className="text-fg-3" />
              <span className="sr-only">{copy.becomes}</span>
            </>
          )}
          <span>{formatHealth(after)}</span>
          <span className="font-normal">
            <Chip tone={tones[zone]}>{gaugeCopy.words[zone]}</Chip>
          </span>
        </div>
        <div className="text-12 text-fg-3">
          {copy.zones(formatHealth(soft), formatHealth(LIQUIDATION_HEALTH))}
        </div>
      </div>
    </div>
  );
}
