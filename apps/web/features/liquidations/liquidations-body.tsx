"use client";

import type { LiquidationReport, MarketState, Seconds, Snapshot } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { useMemo } from "react";
import { Banner } from "@/components/ui/banner";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { liquidationsCopy } from "@/content/liquidations";
import { dataOf } from "@/features/data/loadable";
import { useShared } from "@/features/data/use-shared";
import { useBlockTimes } from "@/features/positions/history/use-block-times";
import { formatAge } from "@/lib/format";
import { AuctionCard } from "./auction-card";
import { closesOf, dayTotals, lossesOf } from "./history";
import { HistoryPanel } from "./history-panel";
import { LiquidationKpis } from "./liquidation-kpis";
import { liquidationsViewOf, lossesIn } from "./liquidations-view";
import { NearPanel } from "./near-panel";
import { QueuePanel } from "./queue-panel";
import { useBorrowers } from "./use-borrowers";
import { WaterfallPanel } from "./waterfall/waterfall-panel";

const copy = liquidationsCopy;
/** Blocks whose time is asked for where the node does not say it with its logs. */
const TIMED = 24;
/** Cards side by side on a desktop. */
const COLUMNS = 3;
/** On a tablet. */
const TABLET_COLUMNS = 2;

interface LiquidationsBodyProps {
  readonly snapshot: Snapshot;
  readonly report: LiquidationReport;
  /** The market on screen; undefined for all. */
  readonly market: MarketState | undefined;
  readonly isStale: boolean;
  /** How far the report is behind the rest of the page [s]; undefined while it is not. */
  readonly behind: number | undefined;
}

/** Figures, auctions, queue and history. */
export function LiquidationsBody({ snapshot, report, market, isStale, behind }: LiquidationsBodyProps) {
  const borrowers = useBorrowers();
  const view = useShared(
    useMemo(() => liquidationsViewOf(report, snapshot, market), [report, snapshot, market]),
  );
  const known = dataOf(borrowers);
  const past = known?.journal.past;
  const rows = useShared(
    useMemo(
      () =>
        closesOf(past ?? [], snapshot).filter((row) => market === undefined || row.market.id === market.id),
      [past, snapshot, market],
    ),
  );
  const losses = lossesIn(known, market);
  const untimed = [...rows.map(({ close }) => close), ...losses]
    .filter(({ timestamp }) => timestamp === undefined)
    .slice(0, TIMED)
    .map(({ blockNumber }) => blockNumber);
  const times = useBlockTimes(untimed);
  const timeOf = (block: bigint, timestamp: Seconds | undefined) => timestamp ?? times.get(block);
  const lost = known && lossesOf(losses, snapshot);
  const day =
    known && dayTotals(rows, ({ close }) => timeOf(close.blockNumber, close.timestamp), snapshot.timestamp);

  // One or two cards leave room beside them.
  const count = view.auctions.length;
  const isBeside = count > 0 && count % COLUMNS !== 0;
  const queue = (
    <QueuePanel
      snapshot={snapshot}
      market={market}
      auctions={view.auctions}
      views={view.views}
      backstops={report.backstops}
      insurance={view.insurance}
      losses={lost}
      className={cx(
        isBeside && count % COLUMNS === 1 && "desktop:col-span-2",
        isBeside && count % TABLET_COLUMNS === 0 && "tablet:max-desktop:col-span-2",
      )}
    />
  );
  const near = <NearPanel views={view.near} isStale={isStale} />;

  return (
    <div className={cx("grid grid-cols-1 gap-3", isStale && "opacity-60")}>
      {behind !== undefined && <Banner tone="warning" title={copy.old(formatAge(behind))} />}
      <LiquidationKpis
        auctions={view.auctions}
        soft={view.soft}
        throttle={view.throttle}
        day={day}
        losses={lost}
      />
      {past !== undefined && <WaterfallPanel past={past} snapshot={snapshot} market={market} />}
      <section
        aria-label={copy.auctions.title}
        data-panel="auction-cards"
        className="grid grid-cols-1 gap-3 empty:hidden tablet:grid-cols-2 desktop:grid-cols-3"
      >
        {view.auctions.map((auction) => (
          <AuctionCard key={auction.key} view={auction} snapshot={snapshot} />
        ))}
        {isBeside && queue}
      </section>
      {isBeside ? (
        near
      ) : (
        <div className="grid grid-cols-1 items-start gap-3 desktop:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="grid grid-cols-1 gap-3">
            {count === 0 && (
              <Panel title={copy.auctions.title} data-panel="auctions">
                <EmptyState title={copy.auctions.empty.title}>{copy.auctions.empty.body}</EmptyState>
              </Panel>
            )}
            {near}
          </div>
          {queue}
        </div>
      )}
      <HistoryPanel borrowers={borrowers} rows={rows} losses={losses} snapshot={snapshot} timeOf={timeOf} />
    </div>
  );
}
