import { accountOf, assetOf, marketOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan, SwapQuote, TradeLimits } from "../plan";
import type { AccountId, Snapshot } from "../types";
import type { TokenAmount } from "../units";
import * as guard from "./guards";
import { checkedSlippage } from "./opening";
import { engineCall, frozen, riskGuards } from "./plan";
import {
  encodePath,
  encodePositionOrder,
  PositionOrderKind,
  quoteSale,
  routeBetween,
  type SwapPreview,
} from "./positionOrder";
import {
  acceptableImpact,
  differentAssets,
  filled,
  lessSlippage,
  notExpired,
  reasonableSlippage,
} from "./tradeGuards";

/** Parameters of {@link swapCollateral}. */
export interface SwapCollateralParameters extends TradeLimits {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Market of the account. */
  readonly market: number;
  /** Index of the asset sold. */
  readonly from: number;
  /** Index of the asset bought. */
  readonly to: number;
  /** Collateral sold; `"max"` sells all of it. */
  readonly amount: TokenAmount | "max";
  /** Quotes of exactly this sale, one for each pool; local arithmetic when left out. */
  readonly quotes?: readonly SwapQuote[];
}

/** Arguments of a `swapCollateral` plan. */
export interface SwapCollateralArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly from: number;
  readonly to: number;
  readonly amount: TokenAmount;
  /** Least bought. */
  readonly limit: TokenAmount;
  readonly deadline: bigint;
}

/** What {@link swapCollateral} returns. */
export type SwapCollateralReturnType = Plan<"swapCollateral", SwapCollateralArgs, SwapPreview>;

/** What {@link swapCollateral} throws. */
export type SwapCollateralErrorType = GimbalErrorType;

/**
 * Sells collateral of an account for another collateral, in one transaction; what it owes stays as it is.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account.
 * @param parameters.account Account.
 * @param parameters.market Market of the account.
 * @param parameters.from Index of the asset sold.
 * @param parameters.to Index of the asset bought.
 * @param parameters.amount Collateral sold, or `"max"`.
 * @param parameters.quotes Quotes of this sale; local arithmetic when left out.
 * @param parameters.slippage Most the trade may be worse than the quote.
 * @param parameters.deadline Last valid time.
 * @returns Frozen plan with the order of the position router.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {AssetUnknownError} when the market has no such asset.
 * @throws {PoolUnknownError} when one of the two has no pool.
 *
 * @example
 * const plan = swapCollateral({ snapshot, account, market: 3, from: 1, to: 2, amount: "max", slippage: 50n, deadline });
 */
export function swapCollateral(parameters: SwapCollateralParameters): SwapCollateralReturnType {
  const { snapshot, account: id, from, to, slippage, deadline } = parameters;
  const market = marketOf(snapshot, parameters.market);
  const [sold, bought] = [assetOf(snapshot, market.id, from), assetOf(snapshot, market.id, to)];
  const account = accountOf(snapshot, id);
  const held = account.collateral[from] ?? 0n;
  const amount = parameters.amount === "max" ? held : parameters.amount;
  const route = routeBetween(snapshot, sold, bought);
  const quotes = quoteSale(route, sold.token, amount, parameters.quotes);
  const amountOut = quotes.at(-1)?.amountOut ?? 0n;
  const limit = lessSlippage(amountOut, checkedSlippage(slippage));
  const path = encodePath(sold.token, route);
  const order = {
    kind: PositionOrderKind.SwapCollateral,
    market: market.id,
    fromAsset: from,
    toAsset: to,
  } as const;
  const less = moved({ market, collateral: sold, debt: sold }, account, { collateral: -amount, debt: 0n });
  const after = moved({ market, collateral: bought, debt: bought }, less, {
    collateral: amountOut,
    debt: 0n,
  });
  const indebted = account.debt.some((debt) => debt !== 0n);
  return frozen({
    action: {
      type: "swapCollateral",
      args: { account: id, market: market.id, from, to, amount, limit, deadline },
    },
    approvals: [],
    calls: engineCall(
      snapshot,
      encodePositionOrder(snapshot, id, { ...order, amount, limit, deadline, path }),
    ),
    preview: {
      before: position(market, id, account),
      after: position(market, id, after),
      quotes,
      amountIn: amount,
      amountOut,
      limit,
    },
    guards: guard.findings(
      differentAssets(sold, bought),
      guard.notZero(amount),
      guard.withinCollateral(amount, held, sold),
      guard.ownedBy(snapshot, id),
      guard.inMarket(account, market, snapshot),
      guard.collateralAccepted(bought),
      guard.oneSide(bought, account.debt[to] ?? 0n, "hold"),
      quotes.map((quote) => filled(quote, bought)),
      indebted ? riskGuards(snapshot, market, account, after) : guard.valued(market, after),
      quotes.map(acceptableImpact),
      reasonableSlippage(slippage),
      notExpired(deadline, snapshot.timestamp),
    ),
    units: { collateral: sold, traded: bought },
  });
}
