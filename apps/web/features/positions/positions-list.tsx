"use client";

import type { Position } from "@gimbal/sdk";
import { Button } from "@/components/ui/button";
import { EmptyState, ErrorState } from "@/components/ui/empty-state";
import { common } from "@/content/common";
import { positionsCopy } from "@/content/positions";
import { walletCopy } from "@/content/wallet";
import type { Loadable } from "@/features/data/loadable";
import { useIsPhone } from "@/features/trade/use-is-phone";
import { useOwner } from "@/features/wallet/use-owner";
import { useWallet } from "@/features/wallet/use-wallet";
import type { AdjustMode } from "./adjust/adjust-intent";
import { PositionCards } from "./position-cards";
import { PositionsSkeleton } from "./positions-skeleton";
import { PositionsTable } from "./positions-table";

interface PositionsListProps {
  readonly positions: Loadable<readonly Position[]>;
  readonly onAdjust: (position: Position, mode: AdjustMode) => void;
}

/** Open positions, or why there are none to see. */
export function PositionsList({ positions, onAdjust }: PositionsListProps) {
  const isPhone = useIsPhone();
  const { owner, watching } = useOwner();
  const wallet = useWallet();
  if (owner === undefined) {
    return (
      <EmptyState
        title={positionsCopy.empty.title}
        action={
          <Button size="sm" onClick={wallet.connect}>
            {walletCopy.connect}
          </Button>
        }
      >
        {positionsCopy.empty.disconnected}
      </EmptyState>
    );
  }
  if (positions.status === "loading" || isPhone === undefined) return <PositionsSkeleton />;
  if (positions.status === "error") {
    return (
      <ErrorState title={positionsCopy.failed.title} onRetry={positions.retry} retryLabel={common.retry}>
        {positionsCopy.failed.body}
      </ErrorState>
    );
  }
  if (positions.data.length === 0) {
    return (
      <EmptyState title={positionsCopy.empty.title}>
        {watching ? positionsCopy.empty.watching : positionsCopy.empty.body}
      </EmptyState>
    );
  }
  const List = isPhone ? PositionCards : PositionsTable;
  return <List positions={positions.data} isStale={positions.status === "stale"} onAdjust={onAdjust} />;
}
