"use client";

import type { MarketState, Snapshot } from "@gimbal/sdk";
import { Coin } from "@/components/coin";
import { Icon } from "@/components/icon";
import { menuItemStyles, Popover, PopoverClose } from "@/components/ui/popover";
import { marketCopy } from "@/content/market";
import { dataOf } from "@/features/data/loadable";
import { useDeployment } from "@/features/data/runtime-context";
import { useSnapshotSelect } from "@/features/data/use-snapshot";
import { AppLink } from "@/features/watch/app-link";
import { formatBorrowRate, formatPrice } from "@/lib/format";
import { marketTitle, tradableMarkets } from "./market-title";

const selectMarkets = (snapshot: Snapshot) => snapshot.markets;

/** The market on screen, and the way to the others. */
export function MarketMenu({ slug }: { readonly slug: string }) {
  const deployment = useDeployment();
  const states = dataOf(useSnapshotSelect(selectMarkets));
  const markets = tradableMarkets(deployment.markets);
  const current = markets.find((market) => market.slug === slug);
  if (current === undefined) return null;

  return (
    <Popover
      label={marketCopy.menu}
      className="w-80"
      trigger={
        <button
          type="button"
          data-slot="market-menu"
          className="-ml-1.5 flex h-9 items-center gap-2 rounded-2 px-1.5 hover:bg-hover max-tablet:h-11"
        >
          <Coin symbol={current.assets[1]?.symbol ?? ""} />
          <h1 className="font-semibold text-16 tracking-heading">{marketTitle(current)}</h1>
          <Icon name="chevronDown" size={14} className="text-fg-3" />
        </button>
      }
    >
      <div className="flex justify-between px-2.5 pt-1.5 pb-1 text-11 text-fg-3">
        <span className="flex-1">{marketCopy.columns.market}</span>
        <span className="w-24 text-right">{marketCopy.columns.price}</span>
        <span className="w-20 text-right">{marketCopy.columns.rate}</span>
      </div>
      {markets.map((market) => (
        <PopoverClose key={market.id} asChild>
          <AppLink
            href={`/trade/${market.slug}`}
            aria-current={market.slug === slug ? "page" : undefined}
            className={menuItemStyles}
          >
            <Coin symbol={market.assets[1]?.symbol ?? ""} />
            <span className="flex-1 font-medium">{marketTitle(market)}</span>
            <MarketFigures state={states?.find((state) => state.id === market.id)} />
          </AppLink>
        </PopoverClose>
      ))}
    </Popover>
  );
}

function MarketFigures({ state }: { readonly state: MarketState | undefined }) {
  const base = state?.assets[1];
  return (
    <>
      <span className="w-24 text-right">{formatPrice(knownPrice(base))}</span>
      <span className="w-20 text-right text-fg-2">
        {formatBorrowRate(state?.assets[0]?.reserve.borrowRate)}
      </span>
    </>
  );
}

/** Index price, unless there is none. */
export function knownPrice(asset: MarketState["assets"][number] | undefined): bigint | undefined {
  return asset === undefined || asset.price.status === "down" ? undefined : asset.price.mid;
}
