"use client";

import type { Position } from "@gimbal/sdk";
import { Button } from "@/components/ui/button";
import { positionsCopy } from "@/content/positions";
import { signingCopy } from "@/content/signing";
import { useDeployment } from "@/features/data/runtime-context";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import type { AdjustMode } from "./adjust/adjust-intent";
import { closeIntent } from "./close-intent";

interface PositionActionsProps {
  readonly position: Position;
  readonly name: string;
  /** In the auction zone the first press is the one that helps. */
  readonly isUrgent: boolean;
  readonly onAdjust: (mode: AdjustMode) => void;
  readonly size: "sm" | "md";
}

/** What can be done about a position. */
export function PositionActions({ position, name, isUrgent, onAdjust, size }: PositionActionsProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  if (owner === undefined) return null;
  const intent = closeIntent(position);
  const off = watching ? { disabled: true, title: signingCopy.watching } : {};

  const close = () => {
    if (intent !== undefined) openReview(intent, { owner, chainId });
  };
  return (
    <span className="inline-flex gap-1.5 max-tablet:grid max-tablet:grid-cols-2 max-tablet:gap-2">
      {isUrgent ? (
        <Button
          size={size}
          variant="primary"
          className="max-tablet:h-11"
          aria-label={positionsCopy.addLabel(name)}
          {...off}
          onClick={() => onAdjust("add")}
        >
          {positionsCopy.addCollateral}
        </Button>
      ) : (
        <Button
          size={size}
          className="max-tablet:h-11"
          aria-label={positionsCopy.adjustLabel(name)}
          {...off}
          onClick={() => onAdjust("add")}
        >
          {positionsCopy.adjust}
        </Button>
      )}
      <Button
        size={size}
        className="max-tablet:h-11"
        aria-label={positionsCopy.closeLabel(name)}
        disabled={intent === undefined}
        {...off}
        onClick={close}
      >
        {positionsCopy.close}
      </Button>
    </span>
  );
}
