import { cx } from "class-variance-authority";
import { tradeCopy } from "@/content/trade";
import type { Level } from "./levels";

const items = [
  { kind: "entry", style: "border-dashed border-fg-2" },
  { kind: "warning", style: "border-dashed border-soft" },
  { kind: "liquidation", style: "border-auction" },
] as const;

/** Names the lines that are drawn. */
export function ChartLegend({ levels }: { readonly levels: readonly Level[] }) {
  const drawn = items.filter((item) => levels.some((level) => level.kind === item.kind));
  return (
    <ul className="flex gap-3.5 text-12 text-fg-2 max-desktop:hidden">
      {drawn.map(({ kind, style }) => (
        <li key={kind} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={cx("w-3.5 border-t-2", style)} />
          {tradeCopy.chart.legend[kind]}
        </li>
      ))}
    </ul>
  );
}
