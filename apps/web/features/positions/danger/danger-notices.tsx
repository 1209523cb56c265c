"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import { useMemo } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { dangerCopy } from "@/content/danger";
import { dataOf } from "@/features/data/loadable";
import { useDeployment } from "@/features/data/runtime-context";
import { useSnapshot } from "@/features/data/use-snapshot";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { formatHealth, formatToken } from "@/lib/format";
import type { AdjustMode } from "../adjust/adjust-intent";
import { byRisk } from "../order";
import { accountName } from "../position-view";
import { isEndangered } from "./endangered";
import { rescueOf } from "./rescue";

interface DangerNoticesProps {
  readonly positions: readonly Position[];
  readonly onAdjust: (position: Position, mode: AdjustMode) => void;
}

/** One line for each position in danger: what it is, and what stops it. */
export function DangerNotices({ positions, onAdjust }: DangerNoticesProps) {
  const snapshot = dataOf(useSnapshot());
  if (snapshot === undefined) return null;
  return positions
    .filter(isEndangered)
    .sort(byRisk)
    .map((position) => (
      <DangerNotice
        key={position.account}
        position={position}
        snapshot={snapshot}
        onAdjust={(mode) => onAdjust(position, mode)}
      />
    ));
}

interface DangerNoticeProps {
  readonly position: Position;
  readonly snapshot: Snapshot;
  readonly onAdjust: (mode: AdjustMode) => void;
}

function DangerNotice({ position, snapshot, onAdjust }: DangerNoticeProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const rescue = useMemo(() => rescueOf(position, snapshot), [position, snapshot]);
  const isAuction = position.liquidatable === true;
  const name = accountName(position);
  const { addIntent, reduceIntent, asset } = rescue;
  const amount = rescue.amount && formatToken(rescue.amount, asset, "up");
  const target = formatHealth(rescue.target);
  const canAct = !watching && owner !== undefined;

  const add = () => {
    if (owner === undefined) return;
    if (addIntent === undefined || !rescue.isAffordable) onAdjust("add");
    else openReview(addIntent, { owner, chainId });
  };
  const actions = canAct && (
    <span className="flex shrink-0 flex-wrap justify-end gap-1.5">
      <Button size="xs" variant="primary" data-slot="rescue-add" onClick={add}>
        {amount !== undefined && rescue.isAffordable ? dangerCopy.add(amount) : dangerCopy.addAny}
      </Button>
      {reduceIntent !== undefined && (
        <Button
          size="xs"
          data-slot="rescue-reduce"
          aria-label={dangerCopy.reduceLabel(name, formatToken(rescue.reduction, position.base, "up"))}
          onClick={() => owner !== undefined && openReview(reduceIntent, { owner, chainId })}
        >
          {dangerCopy.reduce}
        </Button>
      )}
    </span>
  );
  return (
    <div data-slot="danger-notice" data-account={position.account} data-zone={isAuction ? "auction" : "soft"}>
      <Banner
        tone={isAuction ? "bad" : "warning"}
        title={isAuction ? dangerCopy.auction(name) : dangerCopy.soft(name, formatHealth(position.health))}
        bleed
        action={actions}
      >
        {amount === undefined
          ? dangerCopy.close
          : isAuction
            ? dangerCopy.stops(amount, target)
            : dangerCopy.raises(amount, target)}
      </Banner>
    </div>
  );
}
