import { riskCopy } from "@/content/risk";
import { tradeCopy } from "@/content/trade";
import { formatPrice, formatUsdCompact } from "@/lib/format";
import type { MapBar } from "./map";

const copy = riskCopy.map.tooltip;

/** The bar under the pointer or the arrow keys. */
export function MapTooltip({ bar }: { readonly bar: MapBar | undefined }) {
  if (bar === undefined) return null;
  return (
    <div
      data-slot="map-tooltip"
      className="rounded-2 border border-line-strong bg-panel px-2.5 py-2 text-12 text-fg shadow-float"
    >
      <p className="mb-1 text-fg-3">{tradeCopy[bar.side]}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        <dt className="text-fg-2">{copy.price}</dt>
        <dd className="text-right">
          {formatPrice(bar.low)}–{formatPrice(bar.high)}
        </dd>
        <dt className="text-fg-2">{copy.debt}</dt>
        <dd className="text-right">{formatUsdCompact(bar.debt)}</dd>
        <dt className="text-fg-2">{copy.reached}</dt>
        <dd className="text-right">{formatUsdCompact(bar.reached)}</dd>
      </dl>
    </div>
  );
}
