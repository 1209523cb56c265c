"use client";

import type { ThrottleState, Usd } from "@gimbal/sdk";
import type { ReactNode } from "react";
import { Explain } from "@/components/ui/explain";
import { Kpi, KpiList } from "@/components/ui/kpi";
import { liquidationsCopy } from "@/content/liquidations";
import { Value } from "@/features/transaction/value";
import { formatUsdCompact, formatUsdWhole } from "@/lib/format";
import type { AccountView, AuctionView } from "./auction-view";
import type { DayTotals, LossTotals } from "./history";

const copy = liquidationsCopy.kpis;

interface LiquidationKpisProps {
  readonly auctions: readonly AuctionView[];
  readonly soft: readonly AccountView[];
  /** Of the asset on screen, with its name. */
  readonly throttle: (ThrottleState & { readonly symbol: string }) | undefined;
  readonly day: DayTotals | undefined;
  readonly losses: LossTotals | undefined;
}

/** The figures of the page that a taker reads first. */
export function LiquidationKpis({ auctions, soft, throttle, day, losses }: LiquidationKpisProps) {
  return (
    <KpiList
      name="liquidation-kpis"
      label={copy.label}
      className="grid-cols-2 tablet:grid-cols-3 desktop:grid-cols-6"
    >
      <Figure
        name="live"
        label={copy.live}
        raw={BigInt(auctions.length)}
        text={auctions.length.toString()}
        note={copy.liveNote(formatUsdWhole(debtOf(auctions)))}
      />
      <Figure
        name="soft"
        label={<Explain term={copy.soft}>{copy.explain.soft}</Explain>}
        raw={BigInt(soft.length)}
        text={soft.length.toString()}
        note={copy.liveNote(formatUsdWhole(debtOf(soft)))}
      />
      <Figure
        name="throttle"
        label={<Explain term={copy.throttle(throttle?.symbol ?? "")}>{copy.explain.throttle}</Explain>}
        raw={throttle?.room}
        text={formatUsdCompact(throttle?.room)}
        note={copy.throttleNote(formatUsdCompact(throttle?.capacity))}
      />
      <Figure
        name="day"
        label={copy.day}
        raw={day?.repaid}
        text={formatUsdWhole(day?.repaid)}
        note={copy.dayNote(day?.count ?? 0)}
      />
      <Figure
        name="paid"
        label={copy.paid}
        raw={day?.profit}
        text={formatUsdWhole(day?.profit)}
        note={copy.paidNote}
      />
      <Figure
        name="losses"
        label={<Explain term={copy.losses}>{copy.explain.losses}</Explain>}
        raw={losses?.total}
        text={formatUsdWhole(losses?.total)}
        note={copy.lossesNote}
      />
    </KpiList>
  );
}

function debtOf(views: readonly AccountView[]): Usd | undefined {
  let sum = 0n;
  for (const { debtValue } of views) {
    if (debtValue === undefined) return undefined;
    sum += debtValue;
  }
  return sum;
}

interface FigureProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly raw: bigint | undefined;
  readonly text: string;
  readonly note: string;
}

function Figure({ name, label, raw, text, note }: FigureProps) {
  return (
    <Kpi label={label} note={note}>
      <Value name={name} raw={raw}>
        {text}
      </Value>
    </Kpi>
  );
}
