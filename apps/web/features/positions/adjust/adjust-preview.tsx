"use client";

import { type Position, positionIn, type Wad } from "@gimbal/sdk";
import type { ReactNode } from "react";
import { ValueTable, ValueTransition } from "@/components/ui/value-table";
import { positionsCopy } from "@/content/positions";
import { useVolatility } from "@/features/risk/use-risk";
import { chanceOf, horizons } from "@/features/ticket/chance";
import { GuardList } from "@/features/transaction/guard-list";
import { HealthChange } from "@/features/transaction/health-change";
import { isLending } from "@/features/transaction/plan-of";
import type { PlanState } from "@/features/transaction/use-plan";
import { Value } from "@/features/transaction/value";
import {
  formatBorrowRate,
  formatChance,
  formatDistance,
  formatLeverage,
  formatLiquidationPrice,
  formatToken,
} from "@/lib/format";
import { softOf } from "@/lib/zones";

const copy = positionsCopy.dialog;

type RowName = keyof typeof copy.rows;

interface Shown {
  readonly text: string;
  readonly raw: bigint | null | undefined;
}

type Reading = (position: Position, volatility: Wad | undefined) => Shown;

const readings: Readonly<Record<RowName, Reading>> = {
  size: ({ size, base }) => ({ text: formatToken(size, base), raw: size }),
  leverage: ({ leverage: raw }) => ({ text: formatLeverage(raw, "nearest"), raw }),
  liquidation: ({ liquidationPrice: raw, side }) => ({ text: formatLiquidationPrice(raw, side), raw }),
  distance: ({ liquidationDistance: raw }) => ({ text: formatDistance(raw), raw }),
  chanceDay: (position, volatility) => {
    const raw = chanceOf(position, horizons.day, volatility);
    return { text: raw === null ? positionsCopy.none : formatChance(raw), raw };
  },
  borrowRate: ({ borrowRate: raw }) => ({ text: formatBorrowRate(raw), raw }),
};

interface AdjustPreviewProps {
  readonly plan: PlanState;
  readonly position: Position;
  /** Rows before the common ones, and after them. */
  readonly lead?: ReactNode;
  readonly tail?: ReactNode;
}

/** The position before and after the change; before alone while nothing is typed. */
export function AdjustPreview({ plan, position, lead, tail }: AdjustPreviewProps) {
  const planned = plan.status === "planned" && !isLending(plan.plan) ? plan.plan : undefined;
  const whole = planned?.preview.after;
  const after = whole && positionIn(whole, position.base.index);
  const volatility = useVolatility(position.base.token);
  return (
    <div className="grid gap-2">
      <HealthChange
        hasBefore={planned !== undefined}
        before={position.health}
        after={planned === undefined ? position.health : after === undefined ? null : after.health}
        soft={softOf(after ?? position)}
      />
      <ValueTable label={copy.preview}>
        {lead}
        {(Object.keys(copy.rows) as RowName[]).map((name) => (
          <ValueTransition
            key={name}
            name={name}
            label={copy.rows[name]}
            before={<Cell shown={readings[name](position, volatility)} />}
            after={after === undefined ? "" : <Cell shown={readings[name](after, volatility)} />}
          />
        ))}
        {tail}
      </ValueTable>
      {planned !== undefined && <GuardList guards={planned.guards} />}
    </div>
  );
}

function Cell({ shown: { text, raw } }: { readonly shown: Shown }) {
  return <Value raw={raw}>{text}</Value>;
}
