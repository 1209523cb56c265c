import { ScrollTable } from "@/components/ui/scroll-table";
import { portfolioCopy } from "@/content/portfolio";
import { formatMoment, formatResult } from "@/lib/format";
import type { CoursePoint } from "./course";

const copy = portfolioCopy.course;

/** The same steps as the chart, newest first. */
export function CourseTable({ points }: { readonly points: readonly CoursePoint[] }) {
  const { time, realised, sum } = copy.head;
  return (
    <ScrollTable name="course-table" label={copy.title} head={[time, realised, sum]}>
      {points.toReversed().map((point) => (
        <tr key={point.id} className="border-line border-t">
          <th scope="row" className="font-normal text-fg-2">
            {formatMoment(point.time)}
          </th>
          <td>{formatResult(point.realised)}</td>
          <td>{formatResult(point.sum)}</td>
        </tr>
      ))}
    </ScrollTable>
  );
}
