"use client";

import { positionsCopy } from "@/content/positions";
import { keyOf } from "./order";
import { PositionCard } from "./position-card";
import type { PositionListProps } from "./positions-table";
import { useOrdered } from "./use-ordered";

/** Open positions on a phone, the riskiest first. */
export function PositionCards({ positions, isStale, onAdjust }: PositionListProps) {
  const { rows, hold } = useOrdered(positions);
  return (
    <ul aria-label={positionsCopy.tabs.positions} {...hold}>
      {rows.map((position) => (
        <PositionCard key={keyOf(position)} position={position} isStale={isStale} onAdjust={onAdjust} />
      ))}
    </ul>
  );
}
