"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { LimitSlider } from "@/components/ui/limit-slider";
import { flipCopy } from "@/content/flip";
import { useDeployment } from "@/features/data/runtime-context";
import { fromTenths, scaleOf, toTenths } from "@/features/ticket/leverage";
import { oppositeOf } from "@/features/transaction/flip/describe";
import { planFlip } from "@/features/transaction/flip/plan";
import { openReview } from "@/features/transaction/transaction-store";
import { usePlan, useTradeLimits } from "@/features/transaction/use-plan";
import { useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { formatLeverage } from "@/lib/format";
import { AdjustPreview } from "./adjust-preview";
import { flipButton } from "./flip-button";
import { FlipRows, SideRow } from "./flip-rows";
import { flipCeiling, flipIntent } from "./flip-target";

/** Lowest leverage that is offered, in tenths. */
const LOWEST = 10;
const text = (tenths: number) => formatLeverage(fromTenths(tenths), "nearest");

interface FlipBodyProps {
  readonly snapshot: Snapshot;
  readonly position: Position;
  readonly onClose: () => void;
  readonly onReopen: () => void;
}

/** Turns a position round: what it is, what it becomes, and at which leverage. */
export function FlipBody({ snapshot, position, onClose, onReopen }: FlipBodyProps) {
  const side = position.side ?? "long";
  const other = oppositeOf(side);
  const now = position.leverage === undefined ? LOWEST : toTenths(position.leverage, "nearest");
  const most = Math.max(scaleOf(position.market), now);
  const limits = useTradeLimits(snapshot);
  const ceiling = useMemo(
    () => limits && flipCeiling(snapshot, limits, position, { least: LOWEST, most }),
    [snapshot, limits, position, most],
  );
  const [chosen, setChosen] = useState<number>();
  // what was not chosen by hand stays below what is possible
  const value = chosen ?? Math.max(LOWEST, Math.min(now, ceiling ?? now));
  const intent = useMemo(() => flipIntent(position, fromTenths(value)), [position, value]);
  const plan = usePlan(intent, snapshot, planFlip);
  const canSign = useCanSign();
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const button = flipButton({ plan, canSign, position, leverage: text(value) });

  const review = () => {
    if (intent === undefined || owner === undefined) return;
    onClose();
    openReview(intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <div data-slot="flip" data-now={now} data-value={value} className="grid grid-cols-1 gap-3.5">
      <p className="text-13 text-fg-2">{flipCopy.explain(side, other)}</p>
      <LimitSlider
        label={flipCopy.leverage(other)}
        min={LOWEST}
        max={most}
        limit={ceiling}
        now={now}
        value={value}
        onChange={setChosen}
        format={text}
        valueText={text(value)}
      />
      <AdjustPreview
        plan={plan}
        position={position}
        lead={<SideRow before={side} after={other} />}
        tail={<FlipRows plan={plan} position={position} />}
      />
      <p data-slot="flip-permission" className="text-12 text-fg-3">
        {flipCopy.permission}
      </p>
      <Button
        variant={button.state === "risky" ? "danger" : "primary"}
        size="lg"
        data-slot="adjust-action"
        data-state={button.state}
        disabled={button.state === "off"}
        pending={button.state === "checking"}
        onClick={review}
      >
        {button.label}
      </Button>
    </div>
  );
}
