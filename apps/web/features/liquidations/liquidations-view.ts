import type { LiquidationReport, MarketState, PastLoss, Snapshot, ThrottleState, Usd } from "@gimbal/sdk";
import { usdOf } from "@/features/transaction/usd";
import { type AccountView, type AuctionView, accountViewOf, auctionViewOf } from "./auction-view";
import { byHealth, isInSoftZone, nearOf } from "./near";
import type { Borrowers } from "./watched";

/** What the page shows of one market, or of all. */
export interface LiquidationsView {
  readonly views: readonly AccountView[];
  readonly auctions: readonly AuctionView[];
  readonly near: readonly AccountView[];
  readonly soft: readonly AccountView[];
  readonly throttle: (ThrottleState & { readonly symbol: string }) | undefined;
  /** Fees that bear losses first, of all reserves in view; undefined while a price is down. */
  readonly insurance: Usd | undefined;
}

export function liquidationsViewOf(
  report: LiquidationReport,
  snapshot: Snapshot,
  market: MarketState | undefined,
): LiquidationsView {
  const views = report.accounts
    .flatMap((account) => accountViewOf(account, snapshot) ?? [])
    .filter((view) => market === undefined || view.market.id === market.id);
  const markets = market === undefined ? snapshot.markets : [market];
  return {
    views,
    auctions: views.flatMap((view) => auctionViewOf(view) ?? []).sort(byHealth),
    near: nearOf(views),
    soft: views.filter(isInSoftZone),
    throttle: throttleOf(report, markets),
    insurance: markets
      .flatMap(({ assets }) => assets)
      .reduce<Usd | undefined>((sum, asset) => {
        const value = usdOf(asset.reserve.fees, asset);
        return sum === undefined || value === undefined ? undefined : sum + value;
      }, 0n),
  };
}

/** The base asset whose throttle has the least room left: that of the market on screen, if there is one. */
function throttleOf({ throttles }: LiquidationReport, markets: readonly MarketState[]) {
  const named = throttles.flatMap((throttle) => {
    const asset = markets.find(({ id }) => id === throttle.market)?.assets[throttle.asset];
    return asset === undefined || asset.index === 0 ? [] : [{ ...throttle, symbol: asset.symbol }];
  });
  const share = ({ room, capacity }: ThrottleState) =>
    capacity === 0n ? 0n : (room * 1_000_000n) / capacity;
  return named.reduce<(typeof named)[number] | undefined>(
    (least, one) => (least === undefined || share(one) < share(least) ? one : least),
    undefined,
  );
}

/** Past losses of the markets in view. */
export function lossesIn(
  borrowers: Borrowers | undefined,
  market: MarketState | undefined,
): readonly PastLoss[] {
  return (borrowers?.journal.past ?? []).filter(
    (entry): entry is PastLoss =>
      entry.type === "loss" && (market === undefined || entry.market === market.id),
  );
}
