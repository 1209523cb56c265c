"use client";

import type { Snapshot } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { common } from "@/content/common";
import { portfolioCopy } from "@/content/portfolio";
import { positionsCopy } from "@/content/positions";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { PositionsSkeleton } from "@/features/positions/positions-skeleton";
import { CsvButton } from "../csv/csv-button";
import type { PortfolioHistory } from "../read-history";
import { entriesOf } from "./entries";
import { FilterBar } from "./filter-bar";
import { type Filters, filtered, NO_FILTERS } from "./filters";
import { HistoryTable } from "./history-table";

const copy = portfolioCopy.history;
const { empty, failed } = positionsCopy.history;

/** Rows that are shown at first, and that one press adds. */
const STEP = 25;

interface HistoryPanelProps {
  readonly snapshot: Snapshot;
  readonly history: Loadable<PortfolioHistory>;
}

/** Everything the owner did, by what, where and when. */
export function HistoryPanel({ snapshot, history }: HistoryPanelProps) {
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [shown, setShown] = useState(STEP);
  const past = dataOf(history);
  const entries = useMemo(
    () => (past === undefined ? [] : entriesOf(past, snapshot)),
    // assets of a snapshot are renewed at each block; what an entry takes from them stays
    [past, snapshot],
  );
  const matching = useMemo(
    () => filtered(entries, filters, snapshot.timestamp),
    [entries, filters, snapshot.timestamp],
  );
  const change = (next: Filters) => {
    setFilters(next);
    setShown(STEP);
  };
  return (
    <Panel
      title={copy.title}
      data-portfolio-panel="history"
      data-status={history.status}
      data-rows={matching.length}
      aside={<CsvButton entries={matching} owner={snapshot.owner ?? ""} now={snapshot.timestamp} />}
    >
      {history.status === "error" ? (
        <ErrorState title={failed.title} onRetry={history.retry} retryLabel={common.retry}>
          {failed.body}
        </ErrorState>
      ) : past === undefined ? (
        <PositionsSkeleton />
      ) : entries.length === 0 ? (
        <EmptyState title={empty.title}>{empty.body}</EmptyState>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-3 px-4 pb-2">
            <FilterBar filters={filters} onChange={change} />
            <span role="status" className="text-12 text-fg-3">
              {copy.shown(matching.length, entries.length)}
            </span>
          </div>
          {matching.length === 0 ? (
            <p className="flex items-center gap-3 px-4 pb-4 text-fg-2">
              {copy.none}
              <Button size="sm" onClick={() => change(NO_FILTERS)}>
                {copy.clear}
              </Button>
            </p>
          ) : (
            <HistoryTable entries={matching.slice(0, shown)} />
          )}
          {matching.length > shown && (
            <div className="border-line border-t px-4 py-2 text-center">
              <Button variant="ghost" size="sm" onClick={() => setShown(shown + STEP)}>
                {copy.more(matching.length - shown)}
              </Button>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
