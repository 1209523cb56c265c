import { ScrollTable } from "@/components/ui/scroll-table";
import { riskCopy } from "@/content/risk";
import { formatMoment, formatVolatility } from "@/lib/format";
import type { VolatilityPoint } from "./series";

const copy = riskCopy.volatility.table;

/** The same samples as the chart, newest first. */
export function VolatilityTable({ points }: { readonly points: readonly VolatilityPoint[] }) {
  const { label, ...head } = copy;
  return (
    <ScrollTable name="volatility-table" label={label} head={Object.values(head)}>
      {points.toReversed().map((point) => (
        <tr key={point.time} className="border-line border-t">
          <th scope="row" className="font-normal text-fg-2">
            {formatMoment(point.time)}
          </th>
          <td>{formatVolatility(point.forecast)}</td>
          <td>{formatVolatility(point.realised)}</td>
          <td>{formatVolatility(point.baseline)}</td>
          <td>{formatVolatility(point.learned)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
