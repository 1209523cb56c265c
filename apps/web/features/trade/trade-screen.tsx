"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";
import { tradeCopy } from "@/content/trade";
import { ChartPanel } from "@/features/chart/chart-panel";
import { MarketBar } from "@/features/market/market-bar";
import { PositionsPanel } from "@/features/positions/positions-panel";
import { Ticket } from "@/features/ticket/ticket";
import type { TradeParams } from "./trade-params";
import { useTradeStore } from "./trade-store";
import { useIsPhone } from "./use-is-phone";

const PhoneTicket = dynamic(() => import("./phone-ticket").then((module) => module.PhoneTicket), {
  ssr: false,
});

interface TradeScreenProps {
  readonly slug: string;
  readonly params: TradeParams;
}

/** Market, chart and positions on the left, the ticket on the right; one column on a phone. */
export function TradeScreen({ slug, params }: TradeScreenProps) {
  const isPhone = useIsPhone();
  const { side, leverage, margin } = params;

  useEffect(() => {
    const { margin: kept, setMargin } = useTradeStore.getState();
    useTradeStore.setState({
      side: side ?? "long",
      margin: margin ?? kept,
      requestedLeverage: leverage,
    });
    // who went on to another market trades there as before, and the address says so
    if (margin === undefined && kept === "cross") setMargin(kept);
  }, [side, leverage, margin]);

  return (
    <div className="flex min-h-0 flex-1 flex-col max-tablet:pb-[76px]">
      <MarketBar slug={slug} />
      <div className="grid min-h-0 flex-1 tablet:grid-cols-[minmax(0,1fr)_344px] desktop:grid-cols-[minmax(0,1fr)_384px]">
        <div className="flex min-h-0 min-w-0 flex-col border-line tablet:border-r">
          <ChartPanel slug={slug} />
          <section aria-label={tradeCopy.positions} className="shrink-0 border-line border-t bg-panel">
            <PositionsPanel slug={slug} />
          </section>
        </div>
        <section
          aria-label={tradeCopy.ticket}
          className="flex min-h-0 flex-col overflow-y-auto bg-panel max-tablet:hidden"
        >
          {isPhone === false && <Ticket slug={slug} placement="column" />}
        </section>
      </div>
      {isPhone === true && <PhoneTicket slug={slug} />}
    </div>
  );
}
