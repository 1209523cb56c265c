import {
  type AccountId,
  type AssetState,
  EngineLiquidation,
  estimateSwap,
  type LiquidatableAccount,
  type LiquidationQuote,
  MAX_UINT256,
  type MarketState,
  type Position,
  position as positionFrom,
  type Seconds,
  type Snapshot,
  type Usd,
  type Wad,
} from "@gimbal/sdk";
import { isAddressEqual } from "viem";
import { nameOf } from "@/features/positions/position-view";
import { usdOf } from "@/features/transaction/usd";
import { type AuctionCurve, curveOf, discountOf, LONG } from "./curve";
import { quoteAt } from "./quote-at";

/** An account that is, or may soon be, closed by others. */
export interface AccountView {
  readonly key: AccountId;
  readonly account: LiquidatableAccount;
  readonly market: MarketState;
  readonly position: Position;
  /** `LINK long` */
  readonly name: string;
  /** The pair that a take would move: the largest collateral against the largest debt. */
  readonly collateral: AssetState;
  readonly debt: AssetState;
  readonly debtValue: Usd | undefined;
  readonly collateralValue: Usd | undefined;
}

/** An account whose auction runs. */
export interface AuctionView extends AccountView {
  readonly quote: LiquidationQuote;
  readonly curve: AuctionCurve;
}

/** Reads an account on the markets of a snapshot; undefined for one without debt. */
export function accountViewOf(account: LiquidatableAccount, snapshot: Snapshot): AccountView | undefined {
  const { state } = account;
  const market = snapshot.markets.find(({ id }) => id === state.market);
  const position = market && positionFrom(market, state.id, state);
  if (market === undefined || position === undefined) return undefined;
  const pair = pairOf(market, state);
  if (pair === undefined) return undefined;
  const sum = (amounts: readonly bigint[]) =>
    market.assets.reduce<Usd | undefined>((total, asset) => {
      const value = usdOf(amounts[asset.index] ?? 0n, asset);
      const isHeld = (amounts[asset.index] ?? 0n) > 0n;
      if (!isHeld) return total;
      return total === undefined || value === undefined ? undefined : total + value;
    }, 0n);
  return {
    key: state.id,
    account,
    market,
    position,
    name: nameOf(position),
    ...pair,
    debtValue: sum(state.debt),
    collateralValue: sum(state.collateral),
  };
}

/** The largest collateral and the largest debt; undefined without a debt or anything to take. */
export function pairOf(
  market: MarketState,
  amounts: { readonly collateral: readonly bigint[]; readonly debt: readonly bigint[] },
): { readonly collateral: AssetState; readonly debt: AssetState } | undefined {
  const collateral = largest(market, amounts.collateral);
  const debt = largest(market, amounts.debt);
  return collateral === undefined || debt === undefined ? undefined : { collateral, debt };
}

function largest(market: MarketState, amounts: readonly bigint[]): AssetState | undefined {
  let best: { readonly asset: AssetState; readonly value: bigint } | undefined;
  for (const asset of market.assets) {
    const amount = amounts[asset.index] ?? 0n;
    if (amount === 0n) continue;
    const value = usdOf(amount, asset) ?? 0n;
    if (best === undefined || value > best.value) best = { asset, value };
  }
  return best?.asset;
}

/** The auction of an account; undefined while it has none, or a price is down. */
export function auctionViewOf(view: AccountView): AuctionView | undefined {
  const { quote, auction } = view.account;
  if (quote === undefined || quote.zone !== "auction") return undefined;
  return { ...view, quote, curve: curveOf(view.collateral, auction, boundOf(view)) };
}

/** The highest bonus that the account can bear: its penalty, its equity, and a health that does not fall. */
function boundOf({ account, market, collateral, debt }: AccountView): Wad {
  const result = EngineLiquidation.liquidation({
    market,
    amounts: account.state,
    collateralAsset: collateral.index,
    debtAsset: debt.index,
    minDebt: debt.reserve.limits.minDebt,
    maxRepaid: MAX_UINT256,
    // any age at which the whole penalty is offered
    age: LONG,
  });
  return result.type === "close" ? result.bonus : 0n;
}

/** What a bid comes to at one moment of the clock. */
export interface Bid {
  readonly bonus: Wad;
  readonly discount: Wad;
  /** Debt repaid, without the fee [units of the debt asset]. */
  readonly repaid: bigint;
  /** Debt repaid and fee [units of the debt asset]. */
  readonly paid: bigint;
  /** [units of the collateral asset] */
  readonly seized: bigint;
  /** Price of the base asset that the bidder gets [USD wad]; undefined while a price is down. */
  readonly price: Usd | undefined;
  /** Value of what is seized less what is paid. */
  readonly profit: Usd | undefined;
  /** The same when what is seized is sold in the pool to pay; undefined where there is no pool. */
  readonly flashProfit: Usd | undefined;
}

/** The bid on everything that may be taken, or on a part of it, at a time of the chain. */
export function bidAt(view: AuctionView, snapshot: Snapshot, now: Seconds, part?: bigint): Bid {
  const { collateral, debt, position, account, market } = view;
  const { bonus, repaid, fee, seized } = partOf(quoteAt(account, market, now) ?? view.quote, part);
  const paid = repaid + fee;
  const [got, spent] = [usdOf(seized, collateral), usdOf(paid, debt)];
  return {
    bonus,
    discount: discountOf(bonus),
    repaid,
    paid,
    seized,
    price: priceOf(position, seized, paid, collateral, debt),
    profit: got === undefined || spent === undefined ? undefined : got - spent,
    flashProfit: flashProfit(snapshot, collateral, debt, seized, paid),
  };
}

/** Amounts are linear in what is repaid: the fee rounds up, what is seized down. */
function partOf(quote: LiquidationQuote, part: bigint | undefined): LiquidationQuote {
  const { repaid, fee, seized } = quote;
  if (part === undefined || part >= repaid || repaid === 0n) return quote;
  return {
    ...quote,
    repaid: part,
    fee: (fee * part + repaid - 1n) / repaid,
    seized: (seized * part) / repaid,
  };
}

/** Dollars per whole base token: of what is bought from a long, of what is sold to a short. */
function priceOf(
  { base }: Position,
  seized: bigint,
  paid: bigint,
  collateral: AssetState,
  debt: AssetState,
): Usd | undefined {
  if (seized === 0n || paid === 0n) return undefined;
  if (collateral.index === base.index) {
    const spent = usdOf(paid, debt);
    return spent && (spent * 10n ** BigInt(collateral.decimals)) / seized;
  }
  const got = usdOf(seized, collateral);
  return got && (got * 10n ** BigInt(debt.decimals)) / paid;
}

/** What selling the seized asset in the pool brings beyond what was paid. */
function flashProfit(
  snapshot: Snapshot,
  collateral: AssetState,
  debt: AssetState,
  seized: bigint,
  paid: bigint,
): Usd | undefined {
  const traded = collateral.index === 0 ? debt : collateral;
  const address = traded.deployed.pool;
  const pool =
    address === null ? undefined : snapshot.pools.find((one) => isAddressEqual(one.address, address));
  // Both in base assets would take two pools.
  if (pool === undefined || (collateral.index !== 0 && debt.index !== 0) || seized === 0n) return undefined;
  const { amountOut, filled } = estimateSwap({ pool, tokenIn: collateral.token, amountIn: seized });
  return filled ? usdOf(amountOut - paid, debt) : undefined;
}
