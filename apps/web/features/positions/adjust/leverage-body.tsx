"use client";

import type { Position, Snapshot } from "@gimbal/sdk";
import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { LimitSlider } from "@/components/ui/limit-slider";
import { positionsCopy } from "@/content/positions";
import { said } from "@/content/said";
import { ticketCopy } from "@/content/ticket";
import { useDeployment } from "@/features/data/runtime-context";
import { fromTenths, scaleOf, toTenths } from "@/features/ticket/leverage";
import { guardLabel, tradeIn } from "@/features/ticket/ticket-action";
import { lowestOf } from "@/features/ticket/venue";
import { planOf } from "@/features/transaction/plan-trade";
import { openReview } from "@/features/transaction/transaction-store";
import { type PlanState, usePlan } from "@/features/transaction/use-plan";
import { type CanSign, useCanSign } from "@/features/wallet/use-can-sign";
import { useOwner } from "@/features/wallet/use-owner";
import { formatLeverage } from "@/lib/format";
import { AdjustPreview } from "./adjust-preview";
import { leverageCeiling, leverageIntent } from "./leverage-target";

const copy = positionsCopy.dialog;
const text = (tenths: number) => formatLeverage(fromTenths(tenths), "nearest");

interface LeverageBodyProps {
  readonly snapshot: Snapshot;
  readonly position: Position;
  readonly onClose: () => void;
  readonly onReopen: () => void;
}

/** Brings a position to another leverage, up or down, in one transaction. */
export function LeverageBody({ snapshot, position, onClose, onReopen }: LeverageBodyProps) {
  const lowest = lowestOf(position);
  const now = position.leverage === undefined ? lowest : toTenths(position.leverage, "nearest");
  const [chosen, setChosen] = useState<number>();
  const ceiling = useMemo(() => leverageCeiling(snapshot, position), [snapshot, position]);
  const limit =
    ceiling === undefined ? undefined : Math.max(toTenths(ceiling, "down"), Math.min(now, lowest));
  const value = chosen ?? now;
  const intent = useMemo(
    () => (chosen === undefined || chosen === now ? undefined : leverageIntent(position, fromTenths(chosen))),
    [position, chosen, now],
  );
  const plan = usePlan(intent, snapshot, planOf);
  const canSign = useCanSign();
  const { owner } = useOwner();
  const { chainId } = useDeployment();
  const button = buttonOf(plan, canSign, position, text(value));

  const review = () => {
    if (intent === undefined || owner === undefined) return;
    onClose();
    openReview(intent, { owner, chainId }, { back: onReopen });
  };
  return (
    <div data-slot="leverage-target" data-now={now} data-value={value} className="grid grid-cols-1 gap-3.5">
      <LimitSlider
        label={copy.target}
        min={lowest}
        max={Math.max(scaleOf(position.market, position.base.index), now)}
        limit={limit}
        now={now}
        value={value}
        onChange={setChosen}
        format={text}
        valueText={text(value)}
      />
      <AdjustPreview plan={plan} position={position} />
      <Button
        variant="primary"
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

function buttonOf(plan: PlanState, canSign: CanSign, position: Position, target: string) {
  const off = (label: string) => ({ state: "off", label }) as const;
  if (!canSign.ok) return off(canSign.reason);
  if (plan.status === "none") return off(copy.button.target);
  if (plan.status === "failed") return off(said(plan.error.shortMessage));
  const blocking = plan.plan.guards.find((guard) => guard.level === "block");
  if (blocking !== undefined) return off(guardLabel(blocking, tradeIn(position)));
  if (plan.quoteError !== undefined) return off(ticketCopy.button.noQuote);
  if (!plan.checked) return { state: "checking", label: ticketCopy.button.checking } as const;
  return { state: "ready", label: copy.button.review(copy.button.toLeverage(target)) } as const;
}
