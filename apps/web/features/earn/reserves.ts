import {
  type AssetState,
  type LenderState,
  type LendingVaultState,
  lenderOf,
  type MarketState,
  type Snapshot,
  type Usd,
  WAD,
  type Wad,
} from "@gimbal/sdk";
import { marketTitle } from "@/features/market/market-title";
import { usdOf } from "@/features/transaction/usd";
import { type Vaults, vaultOf } from "./vault/use-vaults";

/** One reserve with what the owner has in it. */
export interface ReserveView {
  /** `eth-usdc:USDC` */
  readonly key: string;
  readonly market: MarketState;
  readonly marketName: string;
  readonly asset: AssetState;
  readonly lender: LenderState | undefined;
  /** The loan as a token; undefined where there is none, or it is not known yet. */
  readonly vault: LendingVaultState | undefined;
  readonly suppliedValue: Usd | undefined;
  readonly cashValue: Usd | undefined;
  /** Lent directly. */
  readonly yoursValue: Usd | undefined;
  /** Lent as a token; undefined while the vault is not known. */
  readonly tokenValue: Usd | undefined;
}

/** No reserve has a vault. */
const NO_VAULTS: Vaults = { owner: undefined, states: [] };

/** Every reserve of every market, in the order of the deployment. */
export function reservesOf(
  snapshot: Snapshot,
  vaults: Vaults | "unknown" = NO_VAULTS,
): readonly ReserveView[] {
  const known = vaults === "unknown" ? undefined : vaults;
  return snapshot.markets.flatMap((market) =>
    market.assets.map((asset) => {
      const lender = snapshot.owner === undefined ? undefined : lenderOf(snapshot, market.id, asset.index);
      const vault = vaultOf(known, { market: market.id, asset: asset.index });
      const shared = known === undefined ? undefined : (vault?.stake?.assets ?? 0n);
      return {
        key: `${market.slug}:${asset.symbol}`,
        market,
        marketName: marketTitle(market.deployed),
        asset,
        lender,
        vault,
        suppliedValue: usdOf(asset.reserve.supplied, asset),
        cashValue: usdOf(asset.reserve.cash, asset),
        yoursValue: usdOf(lender?.assets, asset),
        tokenValue: shared === 0n ? 0n : usdOf(shared, asset),
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
  const held = reserves.filter(
    ({ lender, vault }) => (lender?.shares ?? 0n) > 0n || (vault?.stake?.shares ?? 0n) > 0n,
  );
  // a stake that is not known may be anything
  const counted = reserves.some(({ tokenValue }) => tokenValue === undefined) ? reserves : held;
  const worth = counted.map((reserve) => ({
    value: worthOf(reserve),
    rate: reserve.asset.reserve.supplyRate,
  }));
  const yours = sum(worth.map(({ value }) => value));
  const yearly = sum(worth.map(({ value, rate }) => value && (value * rate) / WAD));
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

/** Direct supply and vault tokens together; undefined where a part is not known. */
export function worthOf({ lender, yoursValue, tokenValue }: ReserveView): Usd | undefined {
  const direct = (lender?.shares ?? 0n) === 0n ? 0n : yoursValue;
  return direct === undefined || tokenValue === undefined ? undefined : direct + tokenValue;
}

function sum(values: readonly (bigint | undefined)[]): bigint | undefined {
  let result = 0n;
  for (const value of values) {
    if (value === undefined) return undefined;
    result += value;
  }
  return result;
}
