import { accountOf, assetOf, marketOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { min } from "../math/FixedPointMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan, SwapQuote, TradeLimits } from "../plan";
import type { AccountId, Snapshot } from "../types";
import { MAX_UINT256, type TokenAmount } from "../units";
import * as guard from "./guards";
import { checkedSlippage } from "./opening";
import { engineCall, frozen, riskGuards } from "./plan";
import {
  encodePath,
  encodePositionOrder,
  PositionOrderKind,
  quotePurchase,
  routeBetween,
  type SwapPreview,
} from "./positionOrder";
import {
  acceptableImpact,
  differentAssets,
  filled,
  notExpired,
  plusSlippage,
  reasonableSlippage,
} from "./tradeGuards";

/** Parameters of {@link swapDebt}. */
export interface SwapDebtParameters extends TradeLimits {
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** Market of the account. */
  readonly market: number;
  /** Index of the asset repaid. */
  readonly from: number;
  /** Index of the asset borrowed instead. */
  readonly to: number;
  /** Debt repaid; `"max"` repays all that is owed when the order executes. */
  readonly amount: TokenAmount | "max";
  /** Quotes of exactly this purchase, one for each pool; local arithmetic when left out. */
  readonly quotes?: readonly SwapQuote[];
}

/** Arguments of a `swapDebt` plan. */
export interface SwapDebtArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly from: number;
  readonly to: number;
  /** Debt repaid at the snapshot. */
  readonly amount: TokenAmount;
  /** Most borrowed. */
  readonly limit: TokenAmount;
  readonly deadline: bigint;
}

/** What {@link swapDebt} returns. */
export type SwapDebtReturnType = Plan<"swapDebt", SwapDebtArgs, SwapPreview>;

/** What {@link swapDebt} throws. */
export type SwapDebtErrorType = GimbalErrorType;

/**
 * Borrows one asset to repay another, in one transaction; what the account holds stays as it is.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account.
 * @param parameters.account Account.
 * @param parameters.market Market of the account.
 * @param parameters.from Index of the asset repaid.
 * @param parameters.to Index of the asset borrowed instead.
 * @param parameters.amount Debt repaid, or `"max"`.
 * @param parameters.quotes Quotes of this purchase; local arithmetic when left out.
 * @param parameters.slippage Most the trade may be worse than the quote.
 * @param parameters.deadline Last valid time.
 * @returns Frozen plan with the order of the position router.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {AssetUnknownError} when the market has no such asset.
 * @throws {PoolUnknownError} when one of the two has no pool.
 *
 * @example
 * const plan = swapDebt({ snapshot, account, market: 3, from: 0, to: 2, amount: "max", slippage: 50n, deadline });
 */
export function swapDebt(parameters: SwapDebtParameters): SwapDebtReturnType {
  const { snapshot, account: id, from, to, slippage, deadline } = parameters;
  const market = marketOf(snapshot, parameters.market);
  const [repaid, borrowed] = [assetOf(snapshot, market.id, from), assetOf(snapshot, market.id, to)];
  const account = accountOf(snapshot, id);
  const owed = account.debt[from] ?? 0n;
  const all = parameters.amount === "max";
  const amount = all ? owed : min(parameters.amount, owed);
  const route = routeBetween(snapshot, borrowed, repaid);
  const quotes = quotePurchase(route, repaid.token, amount, parameters.quotes);
  const borrow = quotes[0]?.amountIn ?? 0n;
  const limit = plusSlippage(borrow, checkedSlippage(slippage));
  const order = {
    kind: PositionOrderKind.SwapDebt,
    market: market.id,
    fromAsset: from,
    toAsset: to,
    amount: all ? MAX_UINT256 : parameters.amount,
    limit,
    deadline,
    path: encodePath(borrowed.token, route),
  } as const;
  const less = moved({ market, collateral: repaid, debt: repaid }, account, {
    collateral: 0n,
    debt: -amount,
  });
  const after = moved({ market, collateral: borrowed, debt: borrowed }, less, {
    collateral: 0n,
    debt: borrow,
  });
  return frozen({
    action: { type: "swapDebt", args: { account: id, market: market.id, from, to, amount, limit, deadline } },
    approvals: [],
    calls: engineCall(snapshot, encodePositionOrder(snapshot, id, order)),
    preview: {
      before: position(market, id, account),
      after: position(market, id, after),
      quotes,
      amountIn: borrow,
      amountOut: amount,
      limit,
    },
    guards: guard.findings(
      differentAssets(repaid, borrowed),
      guard.notZero(amount),
      all ? undefined : guard.withinDebt(parameters.amount as TokenAmount, owed, repaid),
      guard.ownedBy(snapshot, id),
      guard.inMarket(account, market, snapshot),
      guard.oneSide(borrowed, account.collateral[to] ?? 0n, "owe"),
      guard.aboveMinimumDebt(repaid, owed - amount),
      guard.borrowable(borrowed, borrow, after.debt[to] ?? 0n),
      quotes.map((quote) => filled(quote, repaid)),
      riskGuards(snapshot, market, account, after),
      quotes.map(acceptableImpact),
      reasonableSlippage(slippage),
      notExpired(deadline, snapshot.timestamp),
    ),
    units: { debt: repaid, traded: borrowed },
  });
}
