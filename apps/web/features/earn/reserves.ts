import {
  type AssetState,
  type LenderState,
  lenderOf,
  type MarketState,
  type Snapshot,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { marketTitle } from "@/features/market/market-title";
import { usdOf } from "@/features/transaction/usd";

/** One reserve with what the owner has in it. */
export interface ReserveView {
  /** `eth-usdc:USDC` */
  readonly key: string;
  readonly market: MarketState;
  readonly marketName: string;
  readonly asset: AssetState;
  readonly lender: LenderState | undefined;
  readonly suppliedValue: Usd | undefined;
  readonly cashValue: Usd | undefined;
  readonly yoursValue: Usd | undefined;
}

/** Every reserve of every market, in the order of the deployment. */
export function reservesOf(snapshot: Snapshot): readonly ReserveView[] {
  return snapshot.markets.flatMap((market) =>
    market.assets.map((asset) => {
      const lender = snapshot.owner === undefined ? undefined : lenderOf(snapshot, market.id, asset.index);
      return {
        key: `${market.slug}:${asset.symbol}`,
        market,
        marketName: marketTitle(market.deployed),
        asset,
        lender,
        suppliedValue: usdOf(asset.reserve.supplied, asset),
        cashValue: usdOf(asset.reserve.cash, asset),
        yoursValue: usdOf(lender?.assets, asset),
      };
    }),
  );
}

/** What the owner lends and earns in all, and what everybody lends. Undefined as soon as a part is unknown. */
export interface EarnTotals {
  readonly yours: Usd | undefined;
  readonly reserves: number;
  readonly rate: Wad | undefined;
  readonly yearly: Usd | undefined;
  readonly total: Usd | undefined;
  readonly lent: Wad | undefined;
}

export function totalsOf(reserves: readonly ReserveView[]): EarnTotals {
  const held = reserves.filter(({ lender }) => (lender?.shares ?? 0n) > 0n);
  const yours = sum(held.map(({ yoursValue }) => yoursValue));
  const yearly = sum(
    held.map(({ yoursValue, asset }) => yoursValue && (yoursValue * asset.reserve.supplyRate) / WAD),
  );
  const total = sum(reserves.map(({ suppliedValue }) => suppliedValue));
  const lent = sum(reserves.map(({ asset }) => usdOf(asset.reserve.debt, asset)));
  return {
    yours,
    reserves: held.length,
    rate: yours === undefined || yearly === undefined || yours === 0n ? undefined : (yearly * WAD) / yours,
    yearly,
    total,
    lent: total === undefined || lent === undefined || total === 0n ? undefined : (lent * WAD) / total,
  };
}

function sum(values: readonly (bigint | undefined)[]): bigint | undefined {
  let result = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    result += value;
  }
  return result;
}
