"use client";

import { useEffect } from "react";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { tradeCopy } from "@/content/trade";
import { dataOf } from "@/features/data/loadable";
import { useMarket } from "@/features/data/use-snapshot";
import { knownPrice } from "@/features/market/market-menu";
import { marketTitle } from "@/features/market/market-title";
import { Ticket } from "@/features/ticket/ticket";
import { formatPrice } from "@/lib/format";
import { useTradeStore } from "./trade-store";

/** Long and Short at the bottom edge; the ticket rises from there. */
export function PhoneTicket({ slug }: { readonly slug: string }) {
  const { setSide, sheetOpen, setSheetOpen } = useTradeStore();
  const market = dataOf(useMarket(slug));
  const open = (side: "long" | "short") => () => {
    setSide(side);
    setSheetOpen(true);
  };
  useEffect(() => () => setSheetOpen(false), [setSheetOpen]);

  return (
    <>
      <div
        data-slot="phone-trade-bar"
        className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-2 gap-2 border-line border-t bg-panel px-3 pt-2.5 pb-[max(14px,env(safe-area-inset-bottom))]"
      >
        <Button size="lg" onClick={open("short")}>
          <Icon name="arrowDownRight" size={14} className="text-loss" />
          {tradeCopy.short}
        </Button>
        <Button size="lg" variant="primary" onClick={open("long")}>
          <Icon name="arrowUpRight" size={14} />
          {tradeCopy.long}
        </Button>
      </div>
      <Sheet
        open={sheetOpen}
        onOpenChange={setSheetOpen}
        label={tradeCopy.ticket}
        heading={
          <>
            <span className="font-medium">{market && marketTitle(market.deployed)}</span>
            <span className="text-fg-2">{formatPrice(knownPrice(market?.assets[1]))}</span>
          </>
        }
      >
        <Ticket slug={slug} placement="sheet" />
      </Sheet>
    </>
  );
}
