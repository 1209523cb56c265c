import { type Usd, WAD } from "@gimbal/sdk";
import { ScrollTable } from "@/components/ui/scroll-table";
import { riskCopy } from "@/content/risk";
import { tradeCopy } from "@/content/trade";
import { formatDistance, formatPrice, formatUsdCompact } from "@/lib/format";
import type { MapBar } from "./map";

const copy = riskCopy.map.table;

interface MapTableProps {
  readonly bars: readonly MapBar[];
  readonly price: Usd | undefined;
}

/** The same debt as the chart, highest price first. */
export function MapTable({ bars, price }: MapTableProps) {
  const { label, ...head } = copy;
  return (
    <ScrollTable name="map-table" label={label} head={Object.values(head)}>
      {bars.toReversed().map((bar) => {
        const near = bar.side === "long" ? bar.high : bar.low;
        const away = price === undefined ? undefined : ((near - price) * WAD) / price;
        return (
          <tr key={`${bar.side}:${bar.low}`} data-side={bar.side} className="border-line border-t">
            <th scope="row" className="font-normal text-fg-2">
              {formatPrice(bar.low)}–{formatPrice(bar.high)}
            </th>
            <td>{tradeCopy[bar.side]}</td>
            <td>{formatDistance(away)}</td>
            <td>{formatUsdCompact(bar.debt)}</td>
            <td>{formatUsdCompact(bar.reached)}</td>
          </tr>
        );
      })}
    </ScrollTable>
  );
}
