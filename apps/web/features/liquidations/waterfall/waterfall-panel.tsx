"use client";

import type { MarketState, PastLiquidation, Snapshot } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { useMemo } from "react";
import { Icon } from "@/components/icon";
import { Kpi, KpiList } from "@/components/ui/kpi";
import { Panel } from "@/components/ui/panel";
import { waterfallCopy } from "@/content/waterfall";
import { Value } from "@/features/transaction/value";
import { formatUsd, formatUsdCompact } from "@/lib/format";
import { PAYERS, waterfallOf } from "./waterfall";

const copy = waterfallCopy;

interface WaterfallPanelProps {
  readonly past: readonly PastLiquidation[];
  readonly snapshot: Snapshot;
  /** The market on screen; undefined for all. */
  readonly market?: MarketState | undefined;
}

/** Whether lenders are whole, and who paid the debt of liquidated accounts. */
export function WaterfallPanel({ past, snapshot, market }: WaterfallPanelProps) {
  const { paid, isWhole, isCalm, owed } = useMemo(
    () => waterfallOf(past, snapshot, market),
    [past, snapshot, market],
  );
  return (
    <Panel
      data-panel="waterfall"
      data-whole={isWhole}
      title={
        <span className={cx("flex items-center gap-2 max-tablet:pt-1.5", isWhole ? "text-fg" : "text-loss")}>
          <Icon name={isWhole ? "check" : "alert"} className={isWhole ? "text-gain" : undefined} />
          {isWhole ? copy.whole : copy.lost(formatUsd(paid.lenders))}
        </span>
      }
      aside={
        <Value name="owed" raw={owed}>
          {copy.owed(formatUsdCompact(owed), formatUsd(paid.lenders))}
        </Value>
      }
    >
      {isCalm ? (
        <p className="px-4 pb-3 text-12 text-fg-3">{copy.calm}</p>
      ) : (
        <>
          <p className="px-4 pb-2 text-12 text-fg-3">{copy.about}</p>
          <KpiList
            name="waterfall"
            label={copy.label}
            className="grid-cols-2 rounded-t-none border-x-0 border-b-0 tablet:grid-cols-3 desktop:grid-cols-6"
          >
            {PAYERS.map((payer) => (
              <Kpi key={payer} label={copy.steps[payer].label} note={copy.steps[payer].note}>
                <Value name={payer} raw={paid[payer]}>
                  {formatUsd(paid[payer])}
                </Value>
              </Kpi>
            ))}
          </KpiList>
        </>
      )}
    </Panel>
  );
}
