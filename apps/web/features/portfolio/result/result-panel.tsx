import type { OwnerHistory, Performance } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { Cell, HeadCell, Row, Table } from "@/components/ui/table";
import { portfolioCopy } from "@/content/portfolio";
import type { Loadable } from "@/features/data/loadable";
import { resultColours } from "@/features/positions/result-colours";
import { Value } from "@/features/transaction/value";
import { formatResult } from "@/lib/format";
import { directionOf, type ResultRow, type Results } from "./results";

const copy = portfolioCopy.result;
const { head } = copy;

interface ResultPanelProps {
  readonly results: Results | undefined;
  readonly history: Loadable<OwnerHistory>;
}

/** What each account brought, by its causes. */
export function ResultPanel({ results, history }: ResultPanelProps) {
  return (
    <Panel
      title={copy.title}
      aside={copy.note("USD")}
      data-portfolio-panel="result"
      data-status={history.status}
    >
      {history.status === "error" ? (
        <p className="px-4 pb-3 text-fg-2">{copy.failed}</p>
      ) : results === undefined ? (
        <div aria-busy="true" className="px-4 pb-4">
          <Skeleton className="h-16" />
        </div>
      ) : results.rows.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2">{copy.empty}</p>
      ) : (
        <ResultTable results={results} />
      )}
    </Panel>
  );
}

function ResultTable({ results: { rows, total } }: { readonly results: Results }) {
  const explained = (name: keyof typeof copy.explain) => (
    <Explain term={head[name]}>{copy.explain[name]}</Explain>
  );
  return (
    <>
      <Table aria-label={copy.title}>
        <thead>
          <tr>
            <HeadCell>{head.account}</HeadCell>
            <HeadCell numeric className="max-tablet:hidden">
              {explained("price")}
            </HeadCell>
            <HeadCell numeric>{explained("interest")}</HeadCell>
            <HeadCell numeric>{explained("fees")}</HeadCell>
            <HeadCell numeric>{head.net}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} />
          ))}
          {rows.length > 1 && (
            <Line row={{ key: "all", name: copy.all, performance: total, isLoan: false }} isTotal />
          )}
        </tbody>
      </Table>
      {total.isPart && <p className="border-line border-t px-4 py-2 text-12 text-fg-3">{copy.unknown}</p>}
    </>
  );
}

interface LineProps {
  readonly row: ResultRow;
  readonly isTotal?: boolean;
}

function Line({ row: { key, name, performance, isLoan }, isTotal = false }: LineProps) {
  const parts = signed(performance);
  return (
    <Row data-result={key} className={cx(isTotal && "font-medium")}>
      <Cell className="h-10 whitespace-normal">{name}</Cell>
      <Amount
        name="price"
        value={isLoan ? undefined : parts?.price}
        isColoured
        className="max-tablet:hidden"
      />
      <Amount name="interest" value={parts?.interest} />
      <Amount name="fees" value={isLoan ? undefined : parts?.fees} />
      <Amount name="net" value={parts?.net} isColoured />
    </Row>
  );
}

/** Costs count against the result. */
function signed(performance: Performance | undefined): Performance | undefined {
  return performance && { ...performance, interest: -performance.interest, fees: -performance.fees };
}

interface AmountProps {
  readonly name: string;
  readonly value: bigint | undefined;
  readonly isColoured?: boolean;
  readonly className?: string;
}

function Amount({ name, value, isColoured = false, className }: AmountProps) {
  return (
    <Cell numeric className={cx("h-10", !isColoured && "text-fg-2", className)}>
      <Value name={name} raw={value} className={isColoured ? resultColours[directionOf(value)] : undefined}>
        {formatResult(value)}
      </Value>
    </Cell>
  );
}
