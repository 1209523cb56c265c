import { ScrollTable } from "@/components/ui/scroll-table";
import { portfolioCopy } from "@/content/portfolio";
import { formatMoment, formatUsd } from "@/lib/format";
import type { WorthPoint } from "./worth";

const copy = portfolioCopy.worth;

/** The same points as the chart, newest first. */
export function WorthTable({ points }: { readonly points: readonly WorthPoint[] }) {
  return (
    <ScrollTable name="worth-table" label={copy.title} head={[copy.head.time, copy.head.worth]}>
      {points.toReversed().map(({ block, time, worth }) => (
        <tr key={block.toString()} className="border-line border-t">
          <th scope="row" className="font-normal text-fg-2">
            {formatMoment(time)}
          </th>
          <td>{formatUsd(worth)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
