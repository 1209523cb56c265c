import type { GimbalErrorType } from "../errors/base";
import type { PermittablePlan, TradePreview } from "../plan";
import type { TokenAmount } from "../units";
import { opening } from "./opening";
import type { OpenPositionArgs } from "./openPosition";
import type { TradeParameters, TradeSize } from "./types";

/** Parameters of {@link increasePosition}. */
export type IncreasePositionParameters = TradeParameters &
  TradeSize & {
    /** Equity pulled from the wallet, may be 0 [units of the quote asset]. */
    readonly equity: TokenAmount;
  };

/** What {@link increasePosition} returns. */
export type IncreasePositionReturnType = PermittablePlan<"increasePosition", OpenPositionArgs, TradePreview>;

/** What {@link increasePosition} throws. */
export type IncreasePositionErrorType = GimbalErrorType;

/**
 * Adds to an open position in one transaction, with or without more equity.
 *
 * Reads nothing: arithmetic on the snapshot.
 *
 * @param parameters.snapshot Snapshot with the account and the owner's wallet.
 * @param parameters.market Market id.
 * @param parameters.side Direction of the position.
 * @param parameters.base Index of the base asset.
 * @param parameters.account Account; the one of `accountFor` when left out.
 * @param parameters.equity Equity pulled from the wallet, may be 0.
 * @param parameters.leverage Value of the trade over the equity paid in now.
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
 * const plan = increasePosition({
 *   snapshot, market: 1, side: "long", equity: 0n, borrow: 500_000_000n, slippage: 50n, deadline,
 * });
 */
export function increasePosition(parameters: IncreasePositionParameters): IncreasePositionReturnType {
  return opening("increasePosition", parameters);
}
