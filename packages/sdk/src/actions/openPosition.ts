import type { GimbalErrorType } from "../errors/base";
import type { PermittablePlan, TradePreview } from "../plan";
import type { AccountId, Side } from "../types";
import type { TokenAmount } from "../units";
import { opening } from "./opening";
import type { TradeParameters, TradeSize } from "./types";

/** Parameters of {@link openPosition}. */
export type OpenPositionParameters = TradeParameters &
  TradeSize & {
    /** Equity pulled from the wallet [units of the quote asset]. */
    readonly equity: TokenAmount;
  };

/** Arguments of an `openPosition` plan, with every default filled in. */
export interface OpenPositionArgs {
  readonly account: AccountId;
  readonly market: number;
  readonly side: Side;
  readonly equity: TokenAmount;
  readonly borrow: TokenAmount;
  /** Least collateral bought (long) or least quote asset received (short). */
  readonly limit: TokenAmount;
  readonly deadline: bigint;
}

/** What {@link openPosition} returns. */
export type OpenPositionReturnType = PermittablePlan<"openPosition", OpenPositionArgs, TradePreview>;

/** What {@link openPosition} throws. */
export type OpenPositionErrorType = GimbalErrorType;

/**
 * Opens a levered position in one transaction: equity in the quote asset, the rest borrowed and traded in the pool.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account and the owner's wallet.
 * @param parameters.market Market id.
 * @param parameters.side Direction.
 * @param parameters.base Index of the base asset.
 * @param parameters.account Account; the one of `accountFor` when left out.
 * @param parameters.equity Equity pulled from the wallet.
 * @param parameters.leverage Value of the trade over the equity.
 * @param parameters.size Base bought or sold.
 * @param parameters.borrow Debt taken on.
 * @param parameters.slippage Most the trade may be worse than the quote.
 * @param parameters.deadline Last valid time.
 * @param parameters.recipient Receiver of what is left over.
 * @param parameters.quote Quote of exactly this trade.
 * @returns Frozen plan; `withPermit` puts a signature in the place of the approval.
 * @throws {QuoteMismatchError} when the quote is for another trade.
 * @throws {SlippageOutOfRangeError} when the limit is below 0 or above 100 %.
 * @throws {AccountMissingError} when the snapshot was read without the account.
 *
 * @example
 * const plan = openPosition({
 *   snapshot, market: 1, side: "long", equity: 1_000_000_000n, leverage: 3n * WAD, slippage: 50n, deadline,
 * });
 */
export function openPosition(parameters: OpenPositionParameters): OpenPositionReturnType {
  return opening("openPosition", parameters);
}
