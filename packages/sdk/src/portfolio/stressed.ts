import type { Address } from "viem";
import { type Amounts, health } from "../math/EngineRisk";
import { divUp, max, min } from "../math/FixedPointMath";
import type { PriceBounds, PriceState } from "../priceState";
import type { AccountState, AssetState, MarketState, RiskState, Snapshot } from "../types";
import { WAD, type Wad } from "../units";

/** The highest volatility margin the engine accepts. */
export const MAX_VOLATILITY_MARGIN: Wad = (WAD * 55n) / 100n;

/** What is supposed to happen at once. */
export interface Shock {
  /** Move of the price by token address in lower case, above −1; a token that is not named keeps its price. */
  readonly prices: Readonly<Record<string, Wad>>;
  /** Factor of all volatility margins, 1 when left out; ends at what the engine accepts. */
  readonly volatility?: Wad | undefined;
}

/**
 * A snapshot as it would be after a shock: every price an account is valued at moves, and all that follows from it. Pools,
 * reserves and balances stay, as they do in the first block after a jump. Margins follow the volatility in proportion,
 * without the ramp that would spread a rise over hours: the severe reading.
 *
 * @param snapshot Snapshot to start from.
 * @param shock Moves of prices, and of volatility.
 * @returns Snapshot from which positions follow as from one of the chain.
 *
 * @example
 * const after = portfolioOf(stressed(snapshot, { prices: { [asset.token.toLowerCase()]: -200_000_000_000_000_000n } }));
 */
export function stressed(snapshot: Snapshot, { prices, volatility = WAD }: Shock): Snapshot {
  const moveOf = (token: Address) => prices[token.toLowerCase()] ?? 0n;
  const markets = snapshot.markets.map(
    (market): MarketState => ({
      ...market,
      assets: market.assets.map(
        (asset): AssetState => ({
          ...asset,
          price: moved(asset.price, moveOf(asset.token)),
          risk: scaled(asset.risk, volatility),
        }),
      ),
    }),
  );
  return { ...snapshot, markets, accounts: snapshot.accounts.map((account) => valued(account, markets)) };
}

function moved(price: PriceState, move: Wad): PriceState {
  if (move === 0n) return price;
  const factor = max(WAD + move, 0n);
  const down = (x: bigint) => (x === 0n ? 0n : max((x * factor) / WAD, 1n));
  const up = (x: bigint) => (x === 0n ? 0n : max(divUp(x * factor, WAD), 1n));
  const bounds = ({ low, high }: PriceBounds): PriceBounds => ({ low: down(low), high: up(high) });
  return {
    ...price,
    primary: down(price.primary),
    witness: down(price.witness),
    mid: down(price.mid),
    opening: bounds(price.opening),
    maintenance: bounds(price.maintenance),
  };
}

function scaled(risk: RiskState, factor: Wad): RiskState {
  if (factor === WAD) return risk;
  const scale = (margin: Wad) =>
    factor > WAD
      ? max(margin, min(divUp(margin * factor, WAD), MAX_VOLATILITY_MARGIN))
      : divUp(margin * factor, WAD);
  return {
    ...risk,
    maintenanceMargin: scale(risk.maintenanceMargin),
    initialMargin: scale(risk.initialMargin),
    targetMargin: scale(risk.targetMargin),
  };
}

function valued(account: AccountState, markets: readonly MarketState[]): AccountState {
  const market = markets.find(({ id }) => id === account.market);
  if (market === undefined) return account;
  const amounts: Amounts = account;
  return {
    ...account,
    maintenance: health(market, amounts, "maintenance"),
    initial: health(market, amounts, "initial"),
  };
}
