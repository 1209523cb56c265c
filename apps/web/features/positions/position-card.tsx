"use client";

import { cx } from "class-variance-authority";
import { memo } from "react";
import { Coin } from "@/components/coin";
import { Health } from "@/components/gauge/health";
import { positionsCopy } from "@/content/positions";
import { useVolatility } from "@/features/risk/use-risk";
import { Value } from "@/features/transaction/value";
import { softOf } from "@/lib/zones";
import { AuctionNote } from "./danger/lazy";
import { Direction } from "./direction";
import { keyOf } from "./order";
import { PositionActions } from "./position-actions";
import type { PositionProps } from "./position-row";
import { viewOf } from "./position-view";
import { resultColours } from "./result-colours";
import { useEntryOnChart, useTrades } from "./use-trades";
import { useZoneVoice } from "./use-zone-voice";

/** One position on a phone; a block in which it did not change does not render it. */
export const PositionCard = memo(function PositionCard({ position, isStale, onAdjust }: PositionProps) {
  const view = viewOf(position, useTrades(position), useVolatility(position.base.token));
  useEntryOnChart(keyOf(position), view.entry.raw ?? undefined);
  useZoneVoice(view.name, position.health, view.zone);
  const { base } = position;
  return (
    <li
      data-position={view.key}
      data-account={position.account}
      data-zone={view.zone}
      className={cx(
        "border-line border-b px-4 py-3 last:border-b-0",
        "data-[zone=soft]:shadow-[inset_3px_0_0_var(--soft)] data-[zone=auction]:shadow-[inset_3px_0_0_var(--auction)]",
        isStale && "text-fg-2",
      )}
    >
      <div className="mb-2 flex items-center justify-between">
        <span className="flex items-center gap-2">
          <Coin symbol={base.symbol} />
          <span className="font-medium">
            {base.symbol}{" "}
            <Value name="leverage" raw={view.leverage.raw}>
              {view.leverage.text}
            </Value>
          </span>
          <span className="text-12 text-fg-3">
            <Direction position={position} />
          </span>
        </span>
        <Health health={position.health} soft={softOf(position)} stale={isStale} />
      </div>
      {view.zone === "auction" && <AuctionNote position={position} />}
      <dl className="mb-3 grid grid-cols-3">
        <Term name="value" label={positionsCopy.card.size} shown={view.value} />
        <Term
          name="liquidation"
          label={positionsCopy.card.liquidation}
          shown={view.liquidation}
          tone={view.zone === "auction" ? "text-auction" : undefined}
        />
        <Term
          name="pnl"
          label={positionsCopy.card.result}
          shown={view.result}
          tone={resultColours[view.direction]}
        />
      </dl>
      <PositionActions
        position={position}
        name={view.name}
        isUrgent={view.zone === "auction"}
        onAdjust={(mode) => onAdjust(position, mode)}
        size="md"
      />
    </li>
  );
});

interface TermProps {
  readonly name: string;
  readonly label: string;
  readonly shown: { readonly text: string; readonly raw: bigint | null | undefined };
  readonly tone?: string | undefined;
}

function Term({ name, label, shown, tone }: TermProps) {
  return (
    <div>
      <dt className="text-11 text-fg-3">{label}</dt>
      <dd>
        <Value name={name} raw={shown.raw} className={tone}>
          {shown.text}
        </Value>
      </dd>
    </div>
  );
}
