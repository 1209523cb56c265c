import {
  type AssetState,
  type MarketRisk,
  type MarketState,
  type MaxLeverage,
  maxLeverage,
  type RiskReport,
  type Snapshot,
  type TokenRisk,
  type Usd,
} from "@gimbal/sdk";
import { isAddressEqual } from "viem";
import { usdOf } from "@/features/transaction/usd";
import { tokenRiskOf } from "./use-risk";

/** Equity for which the maximum leverage is told [whole quote tokens]. */
const NOMINAL_EQUITY = 1_000n;

/** One market, as it stands and as it is measured. */
export interface RiskView {
  readonly report: RiskReport;
  readonly snapshot: Snapshot;
  readonly market: MarketState;
  readonly risk: MarketRisk;
  readonly base: AssetState;
  /** What is forecast of the base asset; undefined where it is not measured. */
  readonly token: TokenRisk | undefined;
  /** Price of the base asset now; undefined while it is down. */
  readonly price: Usd | undefined;
}

/** Markets that are in both, in the order of the report. */
export function viewsOf(snapshot: Snapshot, report: RiskReport): readonly RiskView[] {
  return report.markets.flatMap((risk) => {
    const market = snapshot.markets.find(({ id }) => id === risk.id);
    const base = market?.assets[1];
    if (market === undefined || base === undefined) return [];
    return { report, snapshot, market, risk, ...seenFrom(base, report) };
  });
}

/** The same market seen from another of its base assets; unchanged where it has no such asset. */
export function withBase(view: RiskView, symbol: string | undefined): RiskView {
  const base = view.market.assets.slice(1).find((asset) => asset.symbol === symbol);
  return base === undefined || base === view.base ? view : { ...view, ...seenFrom(base, view.report) };
}

function seenFrom(base: AssetState, report: RiskReport): Pick<RiskView, "base" | "token" | "price"> {
  const price = base.price.status === "down" ? undefined : base.price.mid;
  return { base, token: tokenRiskOf(report, base.token), price };
}

/** Highest leverage of a small new long; undefined while a price or the pool is missing. */
export function leverageOf({ snapshot, market, base }: RiskView): MaxLeverage | undefined {
  const { pool } = base.deployed;
  const quote = market.assets[0];
  const isRead = pool !== null && snapshot.pools.some(({ address }) => isAddressEqual(address, pool));
  if (!isRead || quote === undefined) return undefined;
  const equity = NOMINAL_EQUITY * 10n ** BigInt(quote.decimals);
  return maxLeverage({ snapshot, market: market.id, side: "long", base: base.index, equity });
}

/** Debt of all reserves of a market; undefined while a price is down. */
export function debtOf({ assets }: MarketState): Usd | undefined {
  let sum = 0n;
  for (const asset of assets) {
    const value = usdOf(asset.reserve.debt, asset);
    if (value === undefined) return undefined;
    sum += value;
  }
  return sum;
}
