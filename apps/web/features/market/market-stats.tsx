"use client";

import { type MarketState, WAD, type Wad } from "@gimbal/sdk";
import { cx } from "class-variance-authority";
import { Explain } from "@/components/ui/explain";
import { Skeleton } from "@/components/ui/skeleton";
import { marketCopy } from "@/content/market";
import { dataOf, type Loadable } from "@/features/data/loadable";
import { useVolatility } from "@/features/risk/use-risk";
import {
  formatBorrowRate,
  formatUsd,
  formatUsdCompact,
  formatUtilisation,
  formatVolatility,
  UNKNOWN,
} from "@/lib/format";

type StatName = keyof typeof marketCopy.stats;

/** Stats that give way on narrower screens. */
const secondary: ReadonlySet<StatName> = new Set(["utilisation", "borrowable"]);

interface Stat {
  readonly text: string;
  /** Every digit, where the text has fewer. */
  readonly exact?: string;
}

const compact = (value: bigint | undefined): Stat => ({
  text: formatUsdCompact(value),
  ...(value !== undefined && { exact: formatUsd(value) }),
});

function valuesOf(
  { assets: [quote, base] }: MarketState,
  volatility: Wad | undefined,
): Readonly<Record<StatName, Stat>> {
  const cash = quote && (quote.reserve.cash * WAD) / 10n ** BigInt(quote.decimals);
  return {
    volatility: { text: formatVolatility(volatility) },
    depth: compact(base && base.risk.depth * WAD),
    borrowRate: { text: formatBorrowRate(quote?.reserve.borrowRate) },
    utilisation: { text: formatUtilisation(quote?.reserve.utilisation) },
    borrowable: compact(cash),
  };
}

/** What decides the terms of a new position. */
export function MarketStats({ market }: { readonly market: Loadable<MarketState> }) {
  const data = dataOf(market);
  const volatility = useVolatility(data?.assets[1]?.token);
  const values = data && valuesOf(data, volatility);
  return (
    <dl
      className={cx(
        "flex gap-[22px] max-tablet:w-full max-tablet:overflow-x-auto max-tablet:pb-2 max-tablet:[scrollbar-width:none]",
        market.status === "stale" && "opacity-60",
      )}
    >
      {(Object.keys(marketCopy.stats) as StatName[]).map((name) => (
        <div
          key={name}
          data-slot="market-stat"
          data-name={name}
          className={secondary.has(name) ? "max-desktop:hidden" : undefined}
        >
          <dt className="whitespace-nowrap text-11 text-fg-3 leading-[1.3] max-tablet:[&_button]:py-[5px]">
            <Explain term={marketCopy.stats[name]}>{marketCopy.explain[name]}</Explain>
          </dt>
          <dd className="whitespace-nowrap leading-[1.35]">
            {market.status === "loading" ? (
              <Skeleton className="my-1 w-14" />
            ) : (
              <span title={values?.[name].exact}>{values?.[name].text ?? UNKNOWN}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
