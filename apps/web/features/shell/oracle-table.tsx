import { cx } from "class-variance-authority";
import { Dot } from "@/components/ui/dot";
import { shellCopy } from "@/content/shell";
import { formatAge, formatPrice, formatShare } from "@/lib/format";
import { isCompared, type OracleView, oracleAge, oracleDots } from "./oracle-view";

const copy = shellCopy.oracle;

interface OracleTableProps {
  readonly view: OracleView;
  readonly label: string;
  /** Rows of a page; narrow ones, as in a popover, when left out. */
  readonly isRoomy?: boolean;
}

/** Price, agreement and age of every asset. */
export function OracleTable({ view, label, isRoomy = false }: OracleTableProps) {
  const cell = cx(
    "pl-3 text-right first:pl-0 first:text-left last:text-left",
    isRoomy ? "h-9 max-tablet:pl-2" : "h-7",
  );
  return (
    <table aria-label={label} className="w-full whitespace-nowrap">
      <thead className="text-12 text-fg-3">
        <tr>
          {Object.values(copy.head).map((head) => (
            <th key={head} scope="col" className={`${cell} font-normal`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.assets.map((asset) => (
          <tr
            key={asset.symbol}
            data-oracle={asset.symbol}
            data-state={asset.price.status}
            className="border-line border-t"
          >
            <th scope="row" className={`${cell} font-medium`}>
              {asset.symbol}
            </th>
            <td className={cell}>
              {formatPrice(asset.price.status === "down" ? undefined : asset.price.mid)}
            </td>
            <td className={cell}>{formatShare(isCompared(asset) ? asset.price.deviation : undefined)}</td>
            <td className={cell}>{formatAge(oracleAge(asset, view))}</td>
            <td className={cell}>
              <span className="inline-flex items-center gap-1.5">
                <Dot state={oracleDots[asset.price.status]} />
                {copy.states[asset.price.status]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
