import type { Address } from "viem";
import { encodeFunctionData } from "viem";
import { accountOf, assetOf, marketOf, walletOf } from "../entities/snapshot";
import type { GimbalErrorType } from "../errors/base";
import { marginEngineLiquidationAbi } from "../generated/liquidationAbis";
import type { LiquidationQuote } from "../liquidation/report";
import { liquidation } from "../math/EngineLiquidation";
import { divUp, max } from "../math/FixedPointMath";
import { feeOf } from "../math/LiquidationMath";
import { position } from "../math/position";
import { moved } from "../math/trade";
import type { Plan, Preview } from "../plan";
import type { AccountId, AccountState, MarketState, Snapshot } from "../types";
import {
  BASIS_POINTS,
  type BasisPoints,
  MAX_UINT256,
  type Seconds,
  type TokenAmount,
  WAD,
  type Wad,
} from "../units";

import * as guard from "./guards";
import { checkedSlippage } from "./opening";
import { approvalFor, engineCall, frozen, ownerOf } from "./plan";
import { notStranding, sizedTo, type TakeAmounts } from "./sizedTo";
import { takeable } from "./takeable";
import { notExpired, plusSlippage } from "./tradeGuards";

/** Age of an auction that offers all it ever will. */
const OLDEST: Seconds = 1_800n;

/** Parameters of {@link take}. */
export interface TakeParameters {
  /** Snapshot of the taker as owner, with the account among its accounts. */
  readonly snapshot: Snapshot;
  readonly account: AccountId;
  /** What the chain says of the pair. */
  readonly quote: LiquidationQuote;
  /** Most to repay, without the fee; what the engine allows when left out. */
  readonly maxRepaid?: TokenAmount | undefined;
  /** Most that the price may be worse than quoted. */
  readonly slippage: BasisPoints;
  /** Last valid time. */
  readonly deadline: Seconds;
  /** Receiver of the collateral; the owner of the snapshot when left out. */
  readonly recipient?: Address | undefined;
}

/** Arguments of a `take` plan. */
export interface TakeArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly maxRepaid: TokenAmount;
  /** Most debt units for one unit of collateral. */
  readonly maxPrice: Wad;
  readonly deadline: Seconds;
  readonly recipient: Address;
}

/** Preview of a take. */
export interface TakePreview extends Preview, TakeAmounts {}

/** What {@link take} returns. */
export type TakeReturnType = Plan<"take", TakeArgs, TakePreview>;

/** What {@link take} throws. */
export type TakeErrorType = GimbalErrorType;

/**
 * Repays debt of an account in auction, or of one in the soft zone whose owner allows it, and takes collateral with the
 * bonus of the moment. The price is bounded, and so is the time.
 *
 * Reads nothing: arithmetic on the snapshot and a quote of the chain.
 *
 * @param parameters.snapshot Snapshot of the taker as owner, with the account among its accounts.
 * @param parameters.account Account.
 * @param parameters.quote What the chain says of the pair.
 * @param parameters.maxRepaid Most to repay, without the fee.
 * @param parameters.slippage Most that the price may be worse than quoted.
 * @param parameters.deadline Last valid time.
 * @param parameters.recipient Receiver of the collateral.
 * @returns Frozen plan; `preview` has the account before and after, and what is paid and taken.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 * @throws {MarketUnknownError} when the account is empty.
 * @throws {SlippageOutOfRangeError} when the tolerance is below 0 or above 100 %.
 *
 * @example
 * const plan = take({ snapshot, account, quote, slippage: 50n, deadline });
 */
export function take(parameters: TakeParameters): TakeReturnType {
  const { snapshot, account: id, quote, slippage, deadline } = parameters;
  const account = accountOf(snapshot, id);
  const market = marketOf(snapshot, account.market);
  const collateral = assetOf(snapshot, market.id, quote.collateralAsset);
  const debt = assetOf(snapshot, market.id, quote.debtAsset);
  const sized = sizedTo(quote, parameters.maxRepaid);
  checkedSlippage(slippage);
  // interest, prices and the bonus move until the transaction runs: the engine may ask for a little more
  const maxRepaid = parameters.maxRepaid ?? plusSlippage(mostRepaid(market, account, quote), slippage);
  const price = sized.seized === 0n ? 0n : divUp(sized.paid * WAD, sized.seized);
  const maxPrice = divUp(price * (BASIS_POINTS + slippage), BASIS_POINTS);
  const recipient = parameters.recipient ?? ownerOf(snapshot);
  const { collateralAsset, debtAsset } = quote;
  const data = encodeFunctionData({
    abi: marginEngineLiquidationAbi,
    functionName: "liquidate",
    args: [id, { collateralAsset, debtAsset, maxRepaid, maxPrice, deadline, to: recipient, data: "0x" }],
  });
  const mostPaid = maxRepaid + feeOf(maxRepaid, collateral.risk.penalty);
  const change = { collateral: -sized.seized, debt: -sized.repaid };
  return frozen({
    action: {
      type: "take",
      args: {
        account: id,
        market: market.id,
        collateralAsset,
        debtAsset,
        maxRepaid,
        maxPrice,
        deadline,
        recipient,
      },
    },
    approvals: approvalFor(snapshot, debt, "engine", mostPaid),
    calls: engineCall(snapshot, data),
    preview: {
      before: position(market, id, account),
      after: position(market, id, moved({ market, collateral, debt }, account, change)),
      ...sized,
    },
    guards: guard.findings(
      guard.notOwnedBy(snapshot, id),
      takeable(quote),
      notStranding(account, debt, quote, sized),
      guard.withinBalance(sized.paid, walletOf(snapshot, debt.token), debt),
      notExpired(deadline, snapshot.timestamp),
    ),
    units: { collateral, debt, traded: collateral },
  });
}

/** What reaching the target would repay at the highest bonus: with the bonus grows what has to be repaid. */
function mostRepaid(market: MarketState, account: AccountState, quote: LiquidationQuote): TokenAmount {
  const { collateralAsset, debtAsset, zone, repaid, room } = quote;
  if (zone !== "auction") return repaid;
  const minDebt = market.assets[debtAsset]?.reserve.limits.minDebt ?? 0n;
  const pair = { collateralAsset, debtAsset, minDebt, maxRepaid: MAX_UINT256 };
  const close = liquidation({ market, amounts: account, ...pair, age: OLDEST, room });
  return close.type === "close" ? max(close.repaid, repaid) : repaid;
}
