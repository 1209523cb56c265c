import type { CorrelationPair } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Panel } from "@/components/ui/panel";
import { riskCopy } from "@/content/risk";
import { formatRatio, UNKNOWN } from "@/lib/format";
import { type MatrixCell, matrixOf, tintOf } from "./matrix";

const copy = riskCopy.correlation;
const cell = "h-10 min-w-12 text-center";

interface CorrelationPanelProps {
  readonly pairs: readonly CorrelationPair[];
  /** The market gives new positions no hedge credit. */
  readonly hedgeless: boolean;
}

/** Every asset against every other: what is estimated, and what counts. */
export function CorrelationPanel({ pairs, hedgeless }: CorrelationPanelProps) {
  const rows = useMemo(() => matrixOf(pairs), [pairs]);
  const doParts = pairs.some(({ parts }) => parts);
  return (
    <Panel title={copy.title} data-risk-panel="correlation">
      {rows.length === 0 ? (
        <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
      ) : (
        <div className="grid gap-2.5 px-4 pb-4">
          <div className="overflow-x-auto">
            <table
              aria-label={copy.label}
              className="w-full table-fixed border-separate border-spacing-[2px]"
            >
              <thead className="text-12 text-fg-3">
                <tr>
                  <td className={cell} />
                  {rows.map(({ symbol }) => (
                    <th key={symbol} scope="col" className={cx(cell, "font-normal")}>
                      {symbol}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ symbol, cells }) => (
                  <tr key={symbol}>
                    <th scope="row" className={cx(cell, "font-normal text-12 text-fg-3")}>
                      {symbol}
                    </th>
                    {cells.map((entry, column) => {
                      const other = rows[column]?.symbol ?? "";
                      return <Cell key={other} entry={entry} pair={[symbol, other]} />;
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="text-12 text-fg-3 leading-[1.45]">
            {copy.note} {doParts && copy.parts} {hedgeless && copy.hedgeless}{" "}
            <span className="text-fg-2">
              <Explain term={copy.explainTerm}>{copy.explain}</Explain>
            </span>
          </p>
        </div>
      )}
    </Panel>
  );
}

interface CellProps {
  readonly entry: MatrixCell;
  readonly pair: readonly [string, string];
}

function Cell({ entry, pair: [a, b] }: CellProps) {
  if (entry.kind === "self") return <td className={cx(cell, "text-fg-3")}>·</td>;
  if (entry.kind === "unknown") return <td className={cx(cell, "text-fg-3")}>{UNKNOWN}</td>;
  const colour = entry.kind === "raw" ? "var(--accent)" : "var(--text)";
  return (
    <td
      data-kind={entry.kind}
      data-value={entry.value.toString()}
      title={copy[entry.kind](a, b)}
      className={cx(cell, "rounded-[2px]", entry.parts && "outline outline-line-control")}
      style={{ background: `color-mix(in srgb, ${colour} ${tintOf(entry)}%, transparent)` }}
    >
      {formatRatio(entry.value)}
      <span className="sr-only">{`, ${copy[entry.kind](a, b)}${entry.parts ? copy.disagree : ""}`}</span>
    </td>
  );
}
