"use client";

import { memo, type ReactNode } from "react";
import { Coin } from "@/components/coin";
import { Cell, CellSub, Row } from "@/components/ui/table";
import { earnCopy } from "@/content/earn";
import { Value } from "@/features/transaction/value";
import {
  formatAmount,
  formatBorrowRate,
  formatSupplyRate,
  formatUsd,
  formatUsdCompact,
  formatUtilisation,
} from "@/lib/format";
import type { EarnMode } from "./dialog/earn-form";
import { ReserveActions } from "./reserve-actions";
import { type ReserveView, worthOf } from "./reserves";
import { TokenPart } from "./token-part";

export interface ReserveRowProps {
  readonly reserve: ReserveView;
  readonly isSelected: boolean;
  readonly onSelect: (key: string) => void;
  readonly onEdit: (key: string, mode: EarnMode) => void;
}

/** One reserve in the table; a block in which it did not change does not render it. */
export const ReserveRow = memo(function ReserveRow({
  reserve,
  isSelected,
  onSelect,
  onEdit,
}: ReserveRowProps) {
  const { key, asset, marketName, lender } = reserve;
  const { supplied, utilisation, borrowRate, supplyRate, cash } = asset.reserve;
  return (
    <Row data-reserve={key} data-selected={isSelected} className="data-[selected=true]:bg-hover">
      <Cell>
        <button
          type="button"
          aria-pressed={isSelected}
          className="flex items-center gap-2 text-left"
          onClick={() => onSelect(key)}
        >
          <Coin symbol={asset.symbol} />
          <span>
            <span className="block font-medium">{asset.symbol}</span>
            <CellSub>{earnCopy.table.inMarket(marketName)}</CellSub>
            <span className="sr-only">{earnCopy.table.curve}</span>
          </span>
        </button>
      </Cell>
      <Figure name="supplied" raw={supplied} sub={formatUsdCompact(reserve.suppliedValue)}>
        {formatAmount(supplied, asset)}
      </Figure>
      <Figure name="utilisation" raw={utilisation}>
        {formatUtilisation(utilisation)}
      </Figure>
      <Figure name="borrowRate" raw={borrowRate} className="max-desktop:hidden">
        {formatBorrowRate(borrowRate)}
      </Figure>
      <Figure name="supplyRate" raw={supplyRate} valueClassName="font-medium">
        {formatSupplyRate(supplyRate)}
      </Figure>
      <Figure name="cash" raw={cash} sub={formatUsdCompact(reserve.cashValue)} className="max-desktop:hidden">
        {formatAmount(cash, asset)}
      </Figure>
      <Figure name="yours" raw={lender?.assets} sub={formatUsd(yoursOf(reserve))}>
        {formatAmount(lender?.assets, asset, "nearest")}
        <TokenPart reserve={reserve} />
      </Figure>
      <Cell className="text-right">
        <ReserveActions reserve={reserve} onEdit={onEdit} size="sm" />
      </Cell>
    </Row>
  );
});

/** Value of the supply, with the vault tokens where there are some. */
function yoursOf(reserve: ReserveView): bigint | undefined {
  return (reserve.vault?.stake?.shares ?? 0n) > 0n ? worthOf(reserve) : reserve.yoursValue;
}

interface FigureProps {
  readonly name: string;
  readonly raw: bigint | undefined;
  readonly sub?: string;
  readonly className?: string;
  readonly valueClassName?: string;
  readonly children: ReactNode;
}

function Figure({ name, raw, sub, className, valueClassName, children }: FigureProps) {
  return (
    <Cell numeric className={className}>
      <Value name={name} raw={raw} className={valueClassName}>
        {children}
      </Value>
      {sub !== undefined && <CellSub>{sub}</CellSub>}
    </Cell>
  );
}
