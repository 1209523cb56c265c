"use client";

import type { Position } from "@gimbal/sdk";
import { Action, ActionGroup } from "@/components/ui/segmented";
import { positionsCopy } from "@/content/positions";
import { exactAmount } from "@/lib/format";

const parts = [10n, 25n, 50n, 75n] as const;
/** More would only be noise in a part of a position. */
const DIGITS = 6;

interface PartChoiceProps {
  readonly position: Position;
  readonly max: bigint | undefined;
  readonly onChoose: (text: string) => void;
}

/** Round parts of a position, typed into the field. */
export function PartChoice({ position, max, onChoose }: PartChoiceProps) {
  const { decimals } = position.base;
  const step = decimals > DIGITS ? 10n ** BigInt(decimals - DIGITS) : 1n;
  return (
    <ActionGroup label={positionsCopy.dialog.parts}>
      {parts.map((part) => {
        const amount = ((position.size * part) / 100n / step) * step;
        return (
          <Action
            key={part}
            disabled={max !== undefined && amount > max}
            onClick={() => onChoose(exactAmount(amount, decimals))}
          >
            {`${part}\u00a0%`}
          </Action>
        );
      })}
    </ActionGroup>
  );
}
