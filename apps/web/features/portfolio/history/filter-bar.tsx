"use client";

import { Select } from "@/components/ui/select";
import { portfolioCopy } from "@/content/portfolio";
import { useDeployment } from "@/features/data/runtime-context";
import { marketTitle } from "@/features/market/market-title";
import { ALL_MARKETS, type Filters, type Kind, type Span } from "./filters";

const copy = portfolioCopy.history;

const kinds = (): readonly { value: Kind; label: string }[] => [
  { value: "all", label: copy.everything },
  ...(["trade", "collateral", "liquidation", "loan"] as const).map((value) => ({
    value,
    label: copy.kinds[value],
  })),
];
const spans = () =>
  (["all", "day", "week", "month", "quarter"] as const).map((value) => ({ value, label: copy.times[value] }));

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** What, where and when. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { markets } = useDeployment();
  const options = [
    { value: ALL_MARKETS, label: copy.allMarkets },
    ...markets.map((market) => ({ value: market.slug, label: marketTitle(market) })),
  ];
  return (
    <div
      data-slot="filters"
      className="flex flex-wrap gap-2 max-tablet:grid max-tablet:w-full max-tablet:grid-cols-1"
    >
      <Select<Kind>
        label={copy.filters.what}
        options={kinds()}
        value={filters.kind}
        onChange={(kind) => onChange({ ...filters, kind })}
      />
      <Select
        label={copy.filters.market}
        options={options}
        value={filters.market}
        onChange={(market) => onChange({ ...filters, market })}
      />
      <Select<Span>
        label={copy.filters.time}
        options={spans()}
        value={filters.span}
        onChange={(span) => onChange({ ...filters, span })}
      />
    </div>
  );
}
