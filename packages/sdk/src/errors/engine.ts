import { inPercent, inRatio, inTime, inUsd } from "../amounts/sentences";
import { contractError } from "./contract";

export const AccountInOtherMarketError = contractError(
  "AccountInOtherMarket",
  ({ actual, requested }, w) =>
    `This account trades in ${w.market(actual)}, not in ${w.market(requested)}. Close it first, or use another account.`,
);
export const AmountTooLargeError = contractError(
  "AmountTooLarge",
  ({ actual, bound }) =>
    `The amount ${actual} is larger than ${bound}, the most the engine can hold. Enter a smaller one.`,
);
export const AssetListingError = contractError(
  "AssetListing",
  ({ market, asset, token }, w) =>
    `${w.token(token)} cannot be listed as asset ${asset} of ${w.market(market)}.`,
);
export const AssetNotListedError = contractError(
  "AssetNotListed",
  ({ market, asset }, w) => `${w.market(market)} has no asset ${asset}. The account may be empty already.`,
);
export const BackstopNotDueError = contractError(
  "BackstopNotDue",
  ({ actual, bound }) =>
    `The auction of this account runs for ${inTime(actual)}; the backstop may take it over after ${inTime(bound)}.`,
);
export const BorrowDisabledError = contractError(
  "BorrowDisabled",
  ({ market, asset }, w) =>
    `New debt in ${w.asset(market, asset)} is switched off. Closing and repaying work.`,
);
export const CallNotAllowedError = contractError(
  "CallNotAllowed",
  () => "The engine is in the middle of another action. Send this one on its own.",
);
export const CollateralDisabledError = contractError(
  "CollateralDisabled",
  ({ market, asset }, w) =>
    `New collateral in ${w.asset(market, asset)} is switched off. Withdrawing and closing work.`,
);
export const DeadlinePassedError = contractError(
  "DeadlinePassed",
  ({ actual, bound }) => `The signature expired ${inTime(actual - bound)} ago. Sign again.`,
);
export const DebtBelowMinimumError = contractError(
  "DebtBelowMinimum",
  ({ actual, bound }, w) =>
    `${w.amount(actual, "debt")} of debt would be left; the minimum is ${w.amount(bound, "debt")}. Borrow more, or repay all.`,
);
export const DebtCapExceededError = contractError(
  "DebtCapExceeded",
  ({ actual, bound }, w) =>
    `All debt of this reserve would be ${w.amount(actual, "debt")}; its cap is ${w.amount(bound, "debt")}. Borrow less.`,
);
export const GasTooLowError = contractError(
  "GasTooLow",
  ({ actual, bound }) =>
    `Only ${actual} gas is left where the backstop may need ${bound} to bear a loss. Send it with more gas.`,
);
export const HealthLoweredError = contractError(
  "HealthLowered",
  ({ actual, bound }) =>
    `Health would fall from ${inRatio(bound)} to ${inRatio(actual)}: the trade costs more than it frees. Trade less, or add collateral first.`,
);
export const InitialMarginNotMetError = contractError(
  "InitialMarginNotMet",
  ({ actual, bound }) =>
    `Collateral would be ${inUsd(actual)}; debt and opening margin need ${inUsd(bound, "up")}. Lower the leverage, or add ${inUsd(bound - actual, "up")}.`,
);
export const InsufficientCashError = contractError(
  "InsufficientCash",
  ({ actual, bound }, w) =>
    `Only ${w.amount(actual, "debt")} of the reserve is not lent out; this needs ${w.amount(bound, "debt")}. Take less, or wait for repayments.`,
);
export const InsufficientCollateralError = contractError(
  "InsufficientCollateral",
  ({ actual, bound }, w) =>
    `The account holds ${w.amount(actual, "collateral")}, not ${w.amount(bound, "collateral")}. Take less.`,
);
export const InsufficientSharesError = contractError(
  "InsufficientShares",
  ({ actual, bound }) => `You have ${actual} shares of this reserve, not ${bound}. Withdraw less, or all.`,
);
export const InvalidExecutorError = contractError(
  "InvalidExecutor",
  ({ executor }, w) => `${w.address(executor)} cannot be lent an account.`,
);
export const InvalidReceiverError = contractError(
  "InvalidReceiver",
  ({ receiver }, w) => `Tokens cannot be sent to ${w.address(receiver)}. Choose another receiver.`,
);
export const InvalidSignatureError = contractError(
  "InvalidSignature",
  () => "The signature is not by the owner of the account. Sign with the owner's wallet.",
);
export const LeverageBelowThresholdError = contractError(
  "LeverageBelowThreshold",
  ({ actual, bound }) =>
    `This account owes ${inPercent(actual)} of what it holds; it is netted from ${inPercent(bound, "up")}, and that falls with time. Net a more levered account, or wait.`,
);
export const MarketExistsError = contractError(
  "MarketExists",
  ({ market }, w) => `${w.market(market)} exists already.`,
);
export const MarketHaltedError = contractError(
  "MarketHalted",
  ({ market }, w) =>
    `New risk in ${w.market(market)} is halted until volatility and depth are calm again. Closing, repaying and adding collateral work.`,
);
export const MarketNotFoundError = contractError(
  "MarketNotFound",
  ({ market }) => `There is no market ${market}.`,
);
export const MarketPausedError = contractError(
  "MarketPaused",
  ({ market }, w) =>
    `New risk in ${w.market(market)} is paused. Closing, repaying and adding collateral work.`,
);
export const NettedToHalfError = contractError(
  "NettedToHalf",
  ({ actual, bound }) =>
    `Half of this debt was netted in the last ten minutes: ${actual} is left of it, and ${bound} has to stay. Net another account.`,
);
export const NettingNotDueError = contractError(
  "NettingNotDue",
  ({ actual, bound }) =>
    `Takers have ${inTime(bound)} before an account that did not ask for it is netted, and the auction is ${inTime(actual)} old. Start the auction, or wait.`,
);
export const NotAuthorizedError = contractError(
  "NotAuthorized",
  ({ account, caller }, w) =>
    `${w.address(caller)} is neither owner nor operator of account ${w.address(account)}. Use the owner's wallet.`,
);
export const NotBackstopError = contractError(
  "NotBackstop",
  ({ actual, bound }, w) =>
    `${w.address(actual)} is not the backstop of this market, ${w.address(bound)} is. Only it may take accounts over.`,
);
export const NotDeleveragingError = contractError(
  "NotDeleveraging",
  () => "Reducing a position only sells and repays. Take a payout, or add collateral, on its own.",
);
export const NotLiquidatableError = contractError("NotLiquidatable", ({ actual, bound }) =>
  bound === 0n
    ? "None of these accounts can be liquidated now."
    : `Collateral of ${inUsd(actual)} covers debt and margin of ${inUsd(bound, "up")}. The account is healthy.`,
);
export const NotOppositeError = contractError(
  "NotOpposite",
  ({ account }, w) =>
    `Account ${w.address(account)} does not hold what the other owes and owe what it holds. Choose its opposite in the same market.`,
);
export const OpeningsClosedError = contractError(
  "OpeningsClosed",
  ({ market }, w) =>
    `Liquidations in ${w.market(market)} are not covered well enough, so it takes no new risk. Closing, repaying and adding collateral work.`,
);
export const PositionCapExceededError = contractError(
  "PositionCapExceeded",
  ({ market, asset, actual, bound }, w) =>
    `${inUsd(actual, "up")} of debt is more than the depth of ${w.asset(market, asset)} in ${w.market(market)} carries, ${inUsd(bound)}. Lower the size.`,
);
export const OwnAccountError = contractError(
  "OwnAccount",
  () =>
    "An owner cannot liquidate his own account, nor net it against another of his. Repay, or add collateral.",
);
export const PairLowersHealthError = contractError(
  "PairLowersHealth",
  ({ collateralAsset, debtAsset }) =>
    `Taking asset ${collateralAsset} for asset ${debtAsset} would lower the account's health. Choose another pair.`,
);
export const ParameterOutOfBoundsError = contractError(
  "ParameterOutOfBounds",
  ({ name, actual, bound }, w) => `Parameter ${w.name(name)} would be ${actual}; its bound is ${bound}.`,
);
export const PriceAboveMaximumError = contractError(
  "PriceAboveMaximum",
  ({ actual, bound }) =>
    `The take would pay ${inRatio(actual)} debt units for a unit of collateral; your most is ${inRatio(bound)}. Nothing was spent.`,
);
export const PriceUnavailableError = contractError(
  "PriceUnavailable",
  ({ market, asset }, w) =>
    `${w.asset(market, asset)} has no usable price now. Adding collateral, repaying and closing work.`,
);
export const RequirementRaisedError = contractError(
  "RequirementRaised",
  ({ actual, bound }) =>
    `Netting would raise the margin of this account from ${inUsd(bound)} to ${inUsd(actual, "up")}: its position is a hedge. Net another account.`,
);
export const SameAssetError = contractError(
  "SameAsset",
  ({ market, asset }, w) =>
    `An account cannot hold and owe ${w.asset(market, asset)} at once. Repay with it, or withdraw it, instead.`,
);
export const SliceTooSoonError = contractError(
  "SliceTooSoon",
  ({ actual, bound }) =>
    `The last slice of this account is too recent. The next can be taken in ${inTime(bound - actual)}.`,
);
export const SoldTooMuchError = contractError(
  "SoldTooMuch",
  ({ actual, bound }) =>
    `Collateral of ${inUsd(actual)} would be sold; the debt it repays allows ${inUsd(bound)}. Trade less, or wait for a better price.`,
);
export const SupplyCapExceededError = contractError(
  "SupplyCapExceeded",
  ({ actual, bound }, w) =>
    `The reserve would hold ${w.amount(actual, "debt")}; its cap is ${w.amount(bound, "debt")}. Supply less.`,
);
export const SyncMismatchError = contractError(
  "SyncMismatch",
  ({ synced, moved }, w) =>
    `The order expected ${w.token(synced)} and moved ${w.token(moved)}. Make a new order.`,
);
export const ThrottledError = contractError(
  "Throttled",
  ({ actual, bound }) =>
    `Liquidations have sold what the market of this collateral bears for now: ${inUsd(actual)} are left, this needs ${inUsd(bound, "up")}. Try again in a minute.`,
);
export const TransferShortError = contractError(
  "TransferShort",
  ({ actual, bound }, w) =>
    `Only ${w.amount(actual, "collateral")} of ${w.amount(bound, "collateral")} arrived: this token takes a fee or rebases, and cannot be used.`,
);
export const ZeroAmountError = contractError(
  "ZeroAmount",
  () => "The amount is zero, or too small to count. Enter a larger one.",
);
export const OverflowError = contractError(
  "Overflow",
  () => "The amount is too large to trade. Enter a smaller one.",
);
