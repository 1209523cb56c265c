import { NOW_TAG, type PlacedMark } from "./map-plot";

interface Place {
  readonly viewBox?: { readonly x?: number; readonly y?: number };
}

interface MarkLabelProps extends Place {
  readonly mark: PlacedMark;
  readonly value: string;
}

const TAG_HEIGHT = 18;

/** A move and the debt it reaches, above its line. */
export function MarkLabel({ viewBox, mark: { name, side }, value }: MarkLabelProps) {
  const x = viewBox?.x ?? 0;
  const y = viewBox?.y ?? 0;
  const at =
    side === "left"
      ? ({ x: x - 5, textAnchor: "end" } as const)
      : ({ x: x + 5, textAnchor: "start" } as const);
  return (
    <>
      <text {...at} y={y - 18} className="chart-text" style={{ fill: "var(--text-2)" }}>
        {name}
      </text>
      <text {...at} y={y - 4} className="chart-text" style={{ fill: "var(--text)" }}>
        {value}
      </text>
    </>
  );
}

/** The price now, as a tag at the head of its line. */
export function NowLabel({
  viewBox,
  width,
  text,
}: Place & { readonly width: number; readonly text: string }) {
  const x = viewBox?.x ?? 0;
  const y = (viewBox?.y ?? 0) - TAG_HEIGHT;
  const left = Math.min(x, width - NOW_TAG);
  return (
    <>
      <rect x={left} y={y} width={NOW_TAG} height={TAG_HEIGHT} rx={3} fill="var(--text)" />
      <text x={left + NOW_TAG / 2} y={y + 13} textAnchor="middle" className="chart-tag">
        {text}
      </text>
    </>
  );
}
