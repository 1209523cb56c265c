import { HeadCell, Table } from "@/components/ui/table";
import { earnCopy } from "@/content/earn";
import { formatBorrowRate, formatSupplyRate, formatUtilisation } from "@/lib/format";
import type { CurvePoint } from "./curve";

const EVERY = 5;
const cell = "h-7 px-3 text-right first:pl-0 first:text-left last:pr-0";

/** The curve in figures. */
export function CurveTable({ points }: { readonly points: readonly CurvePoint[] }) {
  const { utilisation, borrow, supply } = earnCopy.curve;
  return (
    <Table>
      <thead>
        <tr>
          <HeadCell className="first:pl-0">{utilisation}</HeadCell>
          <HeadCell numeric>{borrow}</HeadCell>
          <HeadCell numeric className="last:pr-0">
            {supply}
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {points
          .filter((_, index) => index % EVERY === 0)
          .map((point) => (
            <tr key={point.utilisation.toString()}>
              <td className={cell}>{formatUtilisation(point.utilisation)}</td>
              <td className={cell}>{formatBorrowRate(point.borrow)}</td>
              <td className={cell}>{formatSupplyRate(point.supply)}</td>
            </tr>
          ))}
      </tbody>
    </Table>
  );
}
