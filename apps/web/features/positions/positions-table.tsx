"use client";

import type { Position } from "@gimbal/sdk";
import { Explain } from "@/components/ui/explain";
import { HeadCell, Table } from "@/components/ui/table";
import { positionsCopy } from "@/content/positions";
import type { AdjustMode } from "./adjust/adjust-intent";
import { keyOf } from "./order";
import { PositionRow } from "./position-row";
import { useOrdered } from "./use-ordered";

export interface PositionListProps {
  readonly positions: readonly Position[];
  readonly isStale: boolean;
  readonly onAdjust: (position: Position, mode: AdjustMode) => void;
}

const { head } = positionsCopy;

/** Open positions, the riskiest first. */
export function PositionsTable({ positions, isStale, onAdjust }: PositionListProps) {
  const { rows, hold } = useOrdered(positions);
  const quote = positions[0]?.quote.symbol ?? "";
  return (
    <Table aria-label={positionsCopy.tabs.positions} {...hold}>
      <thead>
        <tr>
          <HeadCell>{head.market}</HeadCell>
          <HeadCell>{head.health}</HeadCell>
          <HeadCell numeric>{head.size}</HeadCell>
          <HeadCell numeric className="max-desktop:hidden">
            {head.entry}
          </HeadCell>
          <HeadCell numeric>{head.liquidation}</HeadCell>
          <HeadCell numeric className="max-desktop:hidden">
            {head.chance}
          </HeadCell>
          <HeadCell numeric>
            <Explain term={head.result(quote)}>{positionsCopy.explain.result}</Explain>
          </HeadCell>
          <HeadCell>
            <span className="sr-only">{head.actions}</span>
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map((position) => (
          <PositionRow key={keyOf(position)} position={position} isStale={isStale} onAdjust={onAdjust} />
        ))}
      </tbody>
    </Table>
  );
}
