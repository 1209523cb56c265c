"use client";

import type { PastLiquidation, PastLoss, Seconds, Snapshot } from "@gimbal/sdk";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Skeleton } from "@/components/ui/skeleton";
import { HeadCell, Table } from "@/components/ui/table";
import { common } from "@/content/common";
import { liquidationsCopy } from "@/content/liquidations";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { assetOf, type CloseRow } from "./history";
import { CloseLine, LossLine } from "./history-lines";
import type { Borrowers } from "./watched";

const copy = liquidationsCopy.history;
const SHOWN = 12;

interface HistoryPanelProps {
  readonly borrowers: Loadable<Borrowers>;
  readonly rows: readonly CloseRow[];
  readonly losses: readonly PastLoss[];
  readonly snapshot: Snapshot;
  readonly timeOf: (blockNumber: bigint, timestamp: Seconds | undefined) => Seconds | undefined;
}

/** What was closed, how, for how much, and what was lost. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { borrowers, rows, losses } = props;
  return (
    <Panel title={copy.title} aside={copy.about} data-panel="history">
      {borrowers.status === "error" ? (
        <ErrorState title={copy.failed.title} onRetry={borrowers.retry} retryLabel={common.retry}>
          {copy.failed.body}
        </ErrorState>
      ) : dataOf(borrowers) === undefined ? (
        <div className="p-4">
          <Skeleton className="h-24 rounded-2" />
        </div>
      ) : rows.length + losses.length === 0 ? (
        <EmptyState title={copy.empty.title}>{copy.empty.body}</EmptyState>
      ) : (
        <History {...props} />
      )}
    </Panel>
  );
}

type Line =
  | { readonly type: "close"; readonly row: CloseRow; readonly order: bigint; readonly key: string }
  | { readonly type: "loss"; readonly loss: PastLoss; readonly order: bigint; readonly key: string };

function linesOf({ rows, losses }: HistoryPanelProps): readonly Line[] {
  const orderOf = (entry: { readonly blockNumber: bigint; readonly logIndex: number }) =>
    entry.blockNumber * 100_000n + BigInt(entry.logIndex);
  const lines: Line[] = [
    ...rows.map((row) => ({
      type: "close" as const,
      row,
      order: orderOf(row.close),
      key: `${row.close.transactionHash}:${row.close.logIndex}`,
    })),
    ...losses.map((loss) => ({
      type: "loss" as const,
      loss,
      order: orderOf(loss),
      key: `${loss.transactionHash}:${loss.logIndex}:${loss.step}`,
    })),
  ];
  return lines.sort((a, b) => (a.order > b.order ? -1 : a.order < b.order ? 1 : 0));
}

function History(props: HistoryPanelProps) {
  const [shown, setShown] = useState(SHOWN);
  const lines = linesOf(props);
  const hidden = lines.length - shown;
  const timeOf = ({ blockNumber, timestamp }: PastLiquidation) => props.timeOf(blockNumber, timestamp);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key. */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={copy.label}>
        <Table aria-label={copy.label} data-slot="history">
          <thead>
            <tr>
              <HeadCell>{copy.head.time}</HeadCell>
              <HeadCell>{copy.head.account}</HeadCell>
              <HeadCell>{copy.head.position}</HeadCell>
              <HeadCell>{copy.head.path}</HeadCell>
              <HeadCell numeric>{copy.head.repaid}</HeadCell>
              <HeadCell numeric>{copy.head.bonus}</HeadCell>
              <HeadCell numeric>{copy.head.profit}</HeadCell>
              <HeadCell>{copy.head.taker}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {lines
              .slice(0, shown)
              .map((line) =>
                line.type === "close" ? (
                  <CloseLine key={line.key} row={line.row} time={timeOf(line.row.close)} />
                ) : (
                  <LossLine
                    key={line.key}
                    loss={line.loss}
                    asset={assetOf(line.loss, props.snapshot)}
                    time={timeOf(line.loss)}
                  />
                ),
              )}
          </tbody>
        </Table>
      </section>
      {hidden > 0 && (
        <div className="border-line border-t p-2 text-center">
          <Button variant="ghost" size="sm" onClick={() => setShown(shown + 4 * SHOWN)}>
            {copy.more(hidden)}
          </Button>
        </div>
      )}
    </>
  );
}
