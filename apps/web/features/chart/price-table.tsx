import { tradeCopy } from "@/content/trade";
import { formatMoment, formatPrice } from "@/lib/format";
import type { Candle } from "./candles";

const copy = tradeCopy.chart.table;
const cell = "h-7 px-4 text-right first:text-left";

/** The same prices as the chart, newest first. */
export function PriceTable({ candles }: { readonly candles: readonly Candle[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key.
    <section className="absolute inset-0 overflow-auto" tabIndex={0} aria-label={tradeCopy.chart.region}>
      <table className="w-full" data-slot="price-table">
        <thead className="sticky top-0 bg-canvas text-12 text-fg-3">
          <tr>
            {Object.values(copy).map((label) => (
              <th key={label} scope="col" className={`${cell} font-normal`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candles.toReversed().map((candle) => (
            <tr key={candle.time} className="border-line border-t">
              <th scope="row" className={`${cell} font-normal text-fg-2`}>
                {formatMoment(candle.time)}
              </th>
              <td className={cell}>{formatPrice(candle.open)}</td>
              <td className={cell}>{formatPrice(candle.high)}</td>
              <td className={cell}>{formatPrice(candle.low)}</td>
              <td className={cell}>{formatPrice(candle.close)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
