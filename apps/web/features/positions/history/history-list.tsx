"use client";

import type { Snapshot } from "@gimbal/sdk";
import type { Address } from "viem";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { HeadCell, Table } from "@/components/ui/table";
import { common } from "@/content/common";
import { positionsCopy } from "@/content/positions";
import { dataOf } from "@/features/data/loadable";
import { useSnapshot } from "@/features/data/use-snapshot";
import { IndexerNote } from "@/features/indexer/indexer-note";
import { useOwner } from "@/features/wallet/use-owner";
import { PositionsSkeleton } from "../positions-skeleton";
import { TradeRow } from "./trade-row";
import { useBlockTimes } from "./use-block-times";
import { useHistory } from "./use-history";

const copy = positionsCopy.history;
const { head, empty, failed } = copy;

/** What happened to the accounts of the owner on screen. */
export function HistoryList() {
  const { owner } = useOwner();
  const snapshot = dataOf(useSnapshot());
  if (owner === undefined) return <EmptyState title={empty.title}>{empty.body}</EmptyState>;
  return (
    <>
      <IndexerNote />
      <OwnedHistory owner={owner} snapshot={snapshot} />
    </>
  );
}

interface OwnedHistoryProps {
  readonly owner: Address;
  readonly snapshot: Snapshot | undefined;
}

function OwnedHistory({ owner, snapshot }: OwnedHistoryProps) {
  const history = useHistory(snapshot, owner);
  const trades = dataOf(history) ?? [];
  const times = useBlockTimes(trades.map(({ blockNumber }) => blockNumber));
  if (history.status === "error") {
    return (
      <ErrorState title={failed.title} onRetry={history.retry} retryLabel={common.retry}>
        {failed.body}
      </ErrorState>
    );
  }
  if (history.status === "loading" || snapshot === undefined) return <PositionsSkeleton />;
  if (trades.length === 0) return <EmptyState title={empty.title}>{empty.body}</EmptyState>;
  return (
    <Table aria-label={copy.table}>
      <thead>
        <tr>
          <HeadCell>{head.time}</HeadCell>
          <HeadCell>{head.market}</HeadCell>
          <HeadCell>{head.type}</HeadCell>
          <HeadCell numeric>{head.size}</HeadCell>
          <HeadCell numeric className="max-tablet:hidden">
            {head.price}
          </HeadCell>
          <HeadCell numeric className="max-tablet:hidden">
            {head.result}
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {trades.map((trade) => (
          <TradeRow
            key={`${trade.transactionHash}:${trade.logIndex}`}
            trade={trade}
            snapshot={snapshot}
            time={times.get(trade.blockNumber)}
          />
        ))}
      </tbody>
    </Table>
  );
}
