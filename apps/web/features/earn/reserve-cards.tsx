"use client";

import { memo, type ReactNode } from "react";
import { Coin } from "@/components/coin";
import { earnCopy } from "@/content/earn";
import { Value } from "@/features/transaction/value";
import { formatSupplyRate, formatToken, formatUsdCompact, formatUtilisation } from "@/lib/format";
import { ReserveActions } from "./reserve-actions";
import type { ReserveRowProps } from "./reserve-row";
import type { ReserveListProps } from "./reserve-table";
import { TokenPart } from "./token-part";

const copy = earnCopy.table;
const { head } = copy;

/** All reserves on a phone. */
export function ReserveCards({ reserves, selected, onSelect, onEdit }: ReserveListProps) {
  return (
    <ul aria-label={copy.label}>
      {reserves.map((reserve) => (
        <ReserveCard
          key={reserve.key}
          reserve={reserve}
          isSelected={reserve.key === selected}
          onSelect={onSelect}
          onEdit={onEdit}
        />
      ))}
    </ul>
  );
}

const ReserveCard = memo(function ReserveCard({ reserve, isSelected, onSelect, onEdit }: ReserveRowProps) {
  const { key, asset, marketName, lender } = reserve;
  const { supplyRate, utilisation } = asset.reserve;
  return (
    <li data-reserve={key} className="border-line border-t px-4 py-3">
      <div className="mb-2 flex items-center justify-between">
        <button
          type="button"
          aria-pressed={isSelected}
          className="flex min-h-11 items-center gap-2"
          onClick={() => onSelect(key)}
        >
          <Coin symbol={asset.symbol} />
          <span className="font-medium">{asset.symbol}</span>
          <span className="text-12 text-fg-3">{copy.inMarket(marketName)}</span>
          <span className="sr-only">{copy.curve}</span>
        </button>
        <Value name="supplyRate" raw={supplyRate} className="font-semibold text-16">
          {formatSupplyRate(supplyRate)}
        </Value>
      </div>
      <dl className="mb-3 grid grid-cols-3">
        <Term label={head.supplied}>
          <Value name="supplied" raw={asset.reserve.supplied}>
            {formatUsdCompact(reserve.suppliedValue)}
          </Value>
        </Term>
        <Term label={head.utilisation}>
          <Value name="utilisation" raw={utilisation}>
            {formatUtilisation(utilisation)}
          </Value>
        </Term>
        <Term label={head.yours}>
          <Value name="yours" raw={lender?.assets}>
            {formatToken(lender?.assets, asset, "nearest")}
          </Value>
          <TokenPart reserve={reserve} />
        </Term>
      </dl>
      <ReserveActions reserve={reserve} onEdit={onEdit} size="md" />
    </li>
  );
});

function Term({ label: term, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-11 text-fg-3">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
