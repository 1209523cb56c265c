import { formatPrice } from "@/lib/format";
import { toPlot } from "@/lib/plot";
import type { Level, LevelKind } from "./levels";
import { type Domain, GUTTER, spreadTags, TAG_PITCH, ticksOf, yOf } from "./scale";

interface LevelTagsProps {
  readonly levels: readonly Level[];
  readonly domain: Domain;
  readonly width: number;
  readonly height: number;
  /** Short labels, for a phone. */
  readonly short: boolean;
}

const colours: Readonly<Record<LevelKind, string>> = {
  now: "var(--text)",
  entry: "var(--text-2)",
  warning: "var(--soft)",
  liquidation: "var(--auction)",
  liquidationNow: "var(--text-2)",
};

const TAG_HEIGHT = 18;
const TAG_INSET = 2;

/** Price tags on the axis, words on the lines, and arrows for lines beyond the frame. */
export function LevelTags({ levels, domain, width, height, short }: LevelTagsProps) {
  const top = GUTTER.top;
  const bottom = height - GUTTER.bottom;
  const right = width - GUTTER.right;
  const at = (price: number) => yOf(price, domain, height);
  const placed = levels.map((level) => ({ level, price: toPlot(level.price) }));
  const inside = placed.filter(({ price }) => price >= domain.low && price <= domain.high);
  const outside = placed.filter((item) => !inside.includes(item));
  const tagYs = spreadTags(
    inside.map(({ price }) => at(price)),
    top + TAG_HEIGHT / 2,
    bottom - TAG_HEIGHT / 2,
  );
  const named = namedLevels(inside.map(({ level, price }) => ({ kind: level.kind, y: at(price) })));
  const isFree = (y: number) => tagYs.every((tagY) => Math.abs(tagY - y) >= TAG_PITCH - 2);

  return (
    <g data-slot="level-tags">
      {ticksOf(domain)
        .map((price) => ({ price, y: at(price) }))
        .filter(({ y }) => isFree(y))
        .map(({ price, y }) => (
          <text key={price} className="chart-text" x={right + 8} y={y + 4}>
            {tickText(price)}
          </text>
        ))}
      {inside.map(({ level, price }, index) => (
        <g key={level.kind} data-level={level.kind}>
          <rect
            x={right + TAG_INSET}
            y={(tagYs[index] ?? 0) - TAG_HEIGHT / 2}
            width={GUTTER.right - 2 * TAG_INSET}
            height={TAG_HEIGHT}
            rx={3}
            fill={colours[level.kind]}
          />
          <text className="chart-tag" x={right + 8} y={(tagYs[index] ?? 0) + 4}>
            {level.tag}
          </text>
          {named.has(level.kind) && (
            <text className="chart-text" style={{ fill: colours[level.kind] }} x={12} y={at(price) - 6}>
              {short ? level.shortLabel : level.label}
            </text>
          )}
        </g>
      ))}
      {outside.map(({ level, price }, index) => (
        <text
          key={level.kind}
          data-level={level.kind}
          className="chart-text"
          style={{ fill: colours[level.kind] }}
          x={12}
          y={price < domain.low ? bottom - 10 - index * TAG_PITCH : top + 14 + index * TAG_PITCH}
        >
          {price < domain.low ? "↓" : "↑"} {short ? level.shortLabel : level.label} {level.tag}
        </text>
      ))}
    </g>
  );
}

/** Which lines keep their words where two lie close: the one that matters more. */
const importance: readonly LevelKind[] = ["liquidation", "warning", "entry", "liquidationNow"];
const LABEL_PITCH = 14;

function namedLevels(
  lines: readonly { readonly kind: LevelKind; readonly y: number }[],
): ReadonlySet<LevelKind> {
  const kept: { kind: LevelKind; y: number }[] = [];
  for (const kind of importance) {
    const line = lines.find((candidate) => candidate.kind === kind);
    if (line === undefined || kept.some(({ y }) => Math.abs(y - line.y) < LABEL_PITCH)) continue;
    kept.push(line);
  }
  return new Set(kept.map(({ kind }) => kind));
}

/** Ticks are floats of the axis; as text they are prices again. */
function tickText(price: number): string {
  const text = formatPrice(BigInt(Math.round(price * 1e6)) * 10n ** 12n);
  return price >= 100 ? text.replace(/\.00$/, "") : text;
}
