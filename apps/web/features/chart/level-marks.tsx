import { toPlot } from "@/lib/plot";
import { type Frame, yOfPrice } from "./frame";
import type { Level, LevelKind } from "./levels";
import { insideOf } from "./plot-of";
import { zonesOf } from "./zones-of";

const strokes: Readonly<
  Record<LevelKind, { stroke: string; strokeWidth: number; strokeDasharray?: string }>
> = {
  entry: { stroke: "var(--text-2)", strokeWidth: 1, strokeDasharray: "3 4" },
  warning: { stroke: "var(--soft)", strokeWidth: 1.25, strokeDasharray: "7 4" },
  liquidation: { stroke: "var(--auction)", strokeWidth: 1.75 },
  liquidationNow: { stroke: "var(--auction)", strokeWidth: 1, strokeDasharray: "2 4" },
  now: { stroke: "var(--text)", strokeWidth: 1, strokeDasharray: "1 3" },
};

const PATTERN = "auction-zone";

interface LevelMarksProps {
  readonly levels: readonly Level[];
  readonly frame: Frame;
}

/** Prices at which the position is in the soft zone and in auction. */
export function LevelZones({ levels, frame }: LevelMarksProps) {
  const zones = zonesOf(levels, frame.domain);
  const area = ({ low, high }: { readonly low: number; readonly high: number }) => {
    const top = yOfPrice(high, frame);
    return { x: 0, y: top, width: frame.right, height: yOfPrice(low, frame) - top };
  };
  return (
    <g data-slot="level-zones">
      <defs>
        <pattern
          id={PATTERN}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V6" stroke="var(--auction)" strokeWidth="1.4" opacity=".38" />
        </pattern>
      </defs>
      {zones.auction && <rect {...area(zones.auction)} fill={`url(#${PATTERN})`} />}
      {zones.soft && <rect {...area(zones.soft)} fill="var(--soft)" fillOpacity={0.09} />}
    </g>
  );
}

/** A line for each level in the frame. */
export function LevelLines({ levels, frame }: LevelMarksProps) {
  return (
    <g data-slot="level-lines" fill="none">
      {insideOf(levels, frame.domain).map(({ kind, price }) => (
        <path key={kind} d={`M0 ${yOfPrice(toPlot(price), frame)}H${frame.right}`} {...strokes[kind]} />
      ))}
    </g>
  );
}
