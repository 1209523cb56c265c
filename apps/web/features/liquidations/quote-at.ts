import {
  auctionAge,
  EngineLiquidation,
  type LiquidatableAccount,
  type LiquidationQuote,
  MAX_UINT256,
  type MarketState,
  type Seconds,
} from "@gimbal/sdk";

/**
 * What a take would do at a time of the chain: between two blocks the clock goes on, and with the bonus grows what has to
 * be repaid. The chain's own quote where no clock runs, or where the sums say that nothing can be taken.
 */
export function quoteAt(
  { state, auction, quote }: LiquidatableAccount,
  market: MarketState,
  now: Seconds,
): LiquidationQuote | undefined {
  if (quote?.zone !== "auction" || quote.seized === 0n || auction.startedAt === 0n) return quote;
  const { collateralAsset, debtAsset, room } = quote;
  const result = EngineLiquidation.liquidation({
    market,
    amounts: state,
    collateralAsset,
    debtAsset,
    minDebt: market.assets[debtAsset]?.reserve.limits.minDebt ?? 0n,
    maxRepaid: MAX_UINT256,
    age: auctionAge(auction, now),
    room,
  });
  if (result.type !== "close" || result.bonus < quote.bonus) return quote;
  const { bonus, repaid, fee, seized } = result;
  return { ...quote, bonus, repaid, fee, seized };
}
