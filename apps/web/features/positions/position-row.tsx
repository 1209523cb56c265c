"use client";

import type { Position } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { memo } from "react";
import { Coin } from "@/components/coin";
import { Health } from "@/components/gauge/health";
import { Cell, CellSub, Row } from "@/components/ui/table";
import { useVolatility } from "@/features/risk/use-risk";
import { Value } from "@/features/transaction/value";
import { softOf } from "@/lib/zones";
import type { AdjustMode } from "./adjust/adjust-intent";
import { AuctionNote } from "./danger/lazy";
import { Direction } from "./direction";
import { keyOf } from "./order";
import { PositionActions } from "./position-actions";
import { viewOf } from "./position-view";
import { resultColours } from "./result-colours";
import { useEntryOnChart, useTrades } from "./use-trades";
import { useZoneVoice } from "./use-zone-voice";

export interface PositionProps {
  readonly position: Position;
  readonly isStale: boolean;
  readonly onAdjust: (position: Position, mode: AdjustMode) => void;
}

/** One position in the table; a block in which it did not change does not render it. */
export const PositionRow = memo(function PositionRow({ position, isStale, onAdjust }: PositionProps) {
  const view = viewOf(position, useTrades(position), useVolatility(position.base.token));
  useEntryOnChart(keyOf(position), view.entry.raw ?? undefined);
  useZoneVoice(view.name, position.health, view.zone);
  const { base } = position;
  const isPassed = view.zone === "auction";
  return (
    <Row
      zone={view.zone}
      data-position={view.key}
      data-account={position.account}
      className={cx(isStale && "text-fg-2")}
    >
      <Cell>
        <span className="flex items-center gap-2">
          <Coin symbol={base.symbol} />
          <span>
            <span className="block font-medium">
              {base.symbol}{" "}
              <Value name="leverage" raw={view.leverage.raw}>
                {view.leverage.text}
              </Value>
            </span>
            <CellSub>
              <Direction position={position} />
            </CellSub>
          </span>
        </span>
      </Cell>
      <Cell>
        <Health health={position.health} soft={softOf(position)} stale={isStale} />
        {isPassed && <AuctionNote position={position} />}
      </Cell>
      <Pair first={["size", view.size]} second={["value", view.value]} />
      <Pair first={["entry", view.entry]} second={["index", view.index]} className="max-desktop:hidden" />
      <Pair
        first={["liquidation", view.liquidation]}
        second={["distance", view.distance]}
        tone={isPassed ? "text-auction" : undefined}
      />
      <Pair
        first={["chanceDay", view.chanceDay]}
        second={["chanceWeek", view.chanceWeek]}
        className="max-desktop:hidden"
      />
      <Pair
        first={["pnl", view.result]}
        second={["pnlPercent", view.share]}
        tone={resultColours[view.direction]}
      />
      <Cell className="text-right">
        <PositionActions
          position={position}
          name={view.name}
          isUrgent={isPassed}
          onAdjust={(mode) => onAdjust(position, mode)}
          size="sm"
        />
      </Cell>
    </Row>
  );
});

type Named = readonly [
  name: string,
  shown: { readonly text: string; readonly raw: bigint | null | undefined },
];

interface PairProps {
  readonly first: Named;
  readonly second: Named;
  readonly tone?: string | undefined;
  readonly className?: string;
}

function Pair({ first: [firstName, first], second: [secondName, second], tone, className }: PairProps) {
  return (
    <Cell numeric className={className}>
      <Value name={firstName} raw={first.raw} className={tone}>
        {first.text}
      </Value>
      <CellSub>
        <Value name={secondName} raw={second.raw}>
          {second.text}
        </Value>
      </CellSub>
    </Cell>
  );
}
