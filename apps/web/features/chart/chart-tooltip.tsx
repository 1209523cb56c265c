import { tradeCopy } from "@/content/trade";
import { formatMoment, formatPrice } from "@/lib/format";
import type { Candle } from "./candles";

const copy = tradeCopy.chart.table;
const fields = ["open", "high", "low", "close"] as const;

interface ChartTooltipProps {
  readonly candle: Candle;
}

/** Prices of the candle under the pointer or the arrow keys. */
export function ChartTooltip({ candle }: ChartTooltipProps) {
  return (
    <div
      data-slot="chart-tooltip"
      className="rounded-2 border border-line-strong bg-panel px-2.5 py-2 text-12 text-fg shadow-float"
    >
      <p className="mb-1 text-fg-3">{formatMoment(candle.time)}</p>
      <dl className="grid grid-cols-[auto_auto] gap-x-4">
        {fields.map((field) => (
          <div key={field} className="contents">
            <dt className="text-fg-2">{copy[field]}</dt>
            <dd className="text-right">{formatPrice(candle[field])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
