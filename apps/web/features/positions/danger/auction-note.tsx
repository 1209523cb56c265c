"use client";

import { EngineLiquidation, MAX_UINT256, type Position } from "@gimbal/sdk";
import { dangerCopy } from "@/content/danger";
import { bonusAfter, curveOf, discountOf, elapsedOf, LONG } from "@/features/liquidations/curve";
import { useChainNow } from "@/features/liquidations/use-chain-now";
import { Value } from "@/features/transaction/value";
import { formatShare } from "@/lib/format";
import { useAuctionRecord } from "./use-auction-record";

/** Where the auction of a position stands: what a taker saves at this moment. */
export function AuctionNote({ position }: { readonly position: Position }) {
  const discount = useDiscount(position);
  return (
    <span className="block text-12 text-auction">
      <Value name="auctionDiscount" raw={discount}>
        {discount === undefined
          ? ""
          : discount === null
            ? dangerCopy.notStarted
            : dangerCopy.at(formatShare(discount))}
      </Value>
    </span>
  );
}

/** Discount of the running auction; `null` without a clock, undefined while it is not known. */
export function useDiscount(position: Position): bigint | null | undefined {
  const record = useAuctionRecord(position.account);
  const now = useChainNow();
  const collateral = position.side === "short" ? position.quote : position.base;
  if (record === undefined) return undefined;
  if (record.startedAt === 0n) return null;
  const { risk } = collateral;
  const curve = curveOf(collateral, record, boundOf(position) ?? risk.penalty);
  return discountOf(bonusAfter(curve, elapsedOf(curve, now)));
}

/** The bonus that the account can bear. */
function boundOf({ market, legs, side, base, quote }: Position): bigint | undefined {
  const [collateral, debt] = side === "short" ? [quote, base] : [base, quote];
  const of = (name: "collateral" | "debt") =>
    market.assets.map(({ index }) => legs.find(({ asset }) => asset.index === index)?.[name] ?? 0n);
  const result = EngineLiquidation.liquidation({
    market,
    amounts: { collateral: of("collateral"), debt: of("debt") },
    collateralAsset: collateral.index,
    debtAsset: debt.index,
    minDebt: debt.reserve.limits.minDebt,
    maxRepaid: MAX_UINT256,
    // any age at which the whole penalty is offered
    age: LONG,
  });
  return result.type === "close" ? result.bonus : undefined;
}
