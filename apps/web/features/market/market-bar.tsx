"use client";

import type { MarketState } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Icon } from "@/components/icon";
import { Button } from "@/components/ui/button";
import { Change } from "@/components/ui/change";
import { Skeleton } from "@/components/ui/skeleton";
import { marketCopy } from "@/content/market";
import { watchCopy } from "@/content/watch";
import { usePriceSeries } from "@/features/chart/use-price-series";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { useDeployment } from "@/features/data/runtime-context";
import { useMarket } from "@/features/data/use-snapshot";
import { RegimeChip } from "@/features/risk/regime-chip";
import { AppLink } from "@/features/watch/app-link";
import { share } from "@/features/watch/share";
import { formatAge, formatPrice } from "@/lib/format";
import { changeOver } from "./change-over";
import { knownPrice, MarketMenu } from "./market-menu";
import { MarketStats } from "./market-stats";
import { tradableMarkets } from "./market-title";

/** The market in one line: which, at what price, on what terms. */
export function MarketBar({ slug }: { readonly slug: string }) {
  const loadable = useMarket(slug);
  return (
    <section
      aria-label={marketCopy.region}
      data-slot="market-bar"
      data-status={loadable.status}
      className="flex h-[52px] shrink-0 items-center gap-[22px] overflow-hidden border-line border-b bg-panel px-4 max-tablet:h-auto max-tablet:flex-wrap max-tablet:gap-x-2.5 max-tablet:gap-y-0 max-tablet:px-3"
    >
      <MarketMenu slug={slug} />
      <IndexPrice market={loadable} slug={slug} />
      <RegimeChip market={dataOf(loadable)?.id} slug={slug} />
      <MarketStats market={loadable} />
      <Button
        variant="ghost"
        size="icon"
        data-slot="share"
        aria-label={watchCopy.shareMarket}
        title={watchCopy.shareMarket}
        className="-mx-2 max-tablet:hidden"
        onClick={() => void share(window.location.href)}
      >
        <Icon name="copy" size={14} />
      </Button>
      <OtherMarkets slug={slug} />
    </section>
  );
}

interface IndexPriceProps {
  readonly slug: string;
  readonly market: Loadable<MarketState>;
}

function IndexPrice({ slug, market }: IndexPriceProps) {
  const price = knownPrice(dataOf(market)?.assets[1]);
  const series = dataOf(usePriceSeries(slug));
  const change = series && price !== undefined ? changeOver(series, price) : undefined;
  return (
    <span
      className={cx("flex items-baseline gap-2.5", market.status === "stale" && "opacity-60")}
      aria-busy={market.status === "loading"}
    >
      {market.status === "loading" ? (
        <Skeleton className="h-5 w-24" />
      ) : (
        <span
          data-slot="index-price"
          data-value={price?.toString()}
          className="font-semibold text-20 leading-none tracking-figure"
        >
          {formatPrice(price)}
        </span>
      )}
      {change !== undefined && (
        <span title={marketCopy.change(formatAge(change.seconds))}>
          <Change value={change.share} />
        </span>
      )}
    </span>
  );
}

function OtherMarkets({ slug }: { readonly slug: string }) {
  const { markets } = useDeployment();
  const others = tradableMarkets(markets).filter((market) => market.slug !== slug);
  return (
    <div className="-mr-2 ml-auto flex h-7 items-center gap-1 border-line border-l pl-3.5 max-desktop:hidden">
      {others.map((market) => (
        <AppLink
          key={market.id}
          href={`/trade/${market.slug}`}
          className="flex gap-1.5 rounded-2 px-2 py-1 text-fg-2 hover:bg-hover"
        >
          <span>{market.assets[1]?.symbol}</span>
          <OtherPrice slug={market.slug} />
        </AppLink>
      ))}
    </div>
  );
}

function OtherPrice({ slug }: { readonly slug: string }) {
  const market = dataOf(useMarket(slug));
  return <span className="text-fg">{formatPrice(knownPrice(market?.assets[1]))}</span>;
}
