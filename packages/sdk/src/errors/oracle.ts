import { contractError } from "./contract";

export const ActivationOutOfBoundsError = contractError(
  "ActivationOutOfBounds",
  ({ actual, bound }) => `The proposed source says ${actual}; beside the one in force the bound is ${bound}.`,
);
export const AssetIndexOutOfBoundsError = contractError(
  "AssetIndexOutOfBounds",
  ({ actual, bound }) => `Asset index ${actual} is above ${bound}.`,
);
export const AssetIsQuoteError = contractError(
  "AssetIsQuote",
  ({ asset, dependent }) => `Asset ${asset} cannot become a ratio: asset ${dependent} is quoted in it.`,
);
export const CardinalityTooLowError = contractError(
  "CardinalityTooLow",
  ({ actual, bound }) =>
    `The pool remembers ${actual} prices, the witness needs ${bound}. Raise its cardinality first.`,
);
export const CheckpointTooSoonError = contractError(
  "CheckpointTooSoon",
  ({ actual, bound }) =>
    `This interval has its checkpoint; at ${actual} s the next one is due in ${bound - actual} s.`,
);
export const ConfidenceLimitOutOfBoundsError = contractError(
  "ConfidenceLimitOutOfBounds",
  ({ actual, bound }) => `A confidence limit of ${actual} is outside the bound ${bound}.`,
);
export const ConfidenceTooWideError = contractError(
  "ConfidenceTooWide",
  ({ actual, bound }) =>
    `Pyth knows the price to ${actual} hundredths of a percent; at most ${bound} are accepted.`,
);
export const FeedAnswerOutOfBoundsError = contractError(
  "FeedAnswerOutOfBounds",
  ({ actual, bound }) => `The feed answers ${actual}, outside its bound ${bound}.`,
);
export const FeedDecimalsChangedError = contractError(
  "FeedDecimalsChanged",
  ({ actual, bound }) => `The feed has ${actual} decimals; it was proposed with ${bound}. Propose it again.`,
);
export const FeedDecimalsOutOfBoundsError = contractError(
  "FeedDecimalsOutOfBounds",
  ({ actual, bound }) => `The feed has ${actual} decimals; the bound is ${bound}.`,
);
export const FeedNotSetError = contractError(
  "FeedNotSet",
  ({ market, asset }, w) => `${w.asset(market, asset)} has no price feed yet.`,
);
export const FeedStaleError = contractError(
  "FeedStale",
  ({ actual, bound }) => `The feed's answer is ${actual} s old; at most ${bound} s are accepted.`,
);
export const FeedUnitMismatchError = contractError(
  "FeedUnitMismatch",
  ({ feed }, w) => `The description of the feed ${w.address(feed)} names another unit than was said.`,
);
export const FeedUnusableError = contractError(
  "FeedUnusable",
  ({ feed }, w) => `The feed ${w.address(feed)} gives no usable answer.`,
);
export const GracePeriodOutOfBoundsError = contractError(
  "GracePeriodOutOfBounds",
  ({ actual, bound }) => `A grace period of ${actual} s is outside the bound of ${bound} s.`,
);
export const HeartbeatOutOfBoundsError = contractError(
  "HeartbeatOutOfBounds",
  ({ actual, bound }) => `A heartbeat of ${actual} s is outside the bound of ${bound} s.`,
);
export const InsufficientGasError = contractError(
  "InsufficientGas",
  ({ actual, bound }) =>
    `A price source got ${actual} gas and needs ${bound}. Send the transaction with a higher gas limit.`,
);
export const MaxDeviationOutOfBoundsError = contractError(
  "MaxDeviationOutOfBounds",
  ({ actual, bound }) => `A deviation limit of ${actual} is outside the bound ${bound}.`,
);
export const MaxJumpOutOfBoundsError = contractError(
  "MaxJumpOutOfBounds",
  ({ actual, bound }) => `A jump limit of ${actual} is outside the bound ${bound}.`,
);
export const MinLiquidityOutOfBoundsError = contractError(
  "MinLiquidityOutOfBounds",
  ({ actual, bound }) => `A least liquidity of ${actual} is outside the bound ${bound}.`,
);
export const NoProposalError = contractError(
  "NoProposal",
  ({ market, asset }, w) => `No other price source is proposed for ${w.asset(market, asset)}.`,
);
export const PoolTokensMismatchError = contractError(
  "PoolTokensMismatch",
  ({ pool, token, quoteToken }, w) =>
    `The pool ${w.address(pool)} does not trade ${w.token(token)} against ${w.token(quoteToken)}.`,
);
export const PriceBoundOutOfBoundsError = contractError(
  "PriceBoundOutOfBounds",
  ({ actual, bound }) => `A price bound of ${actual} is outside ${bound}.`,
);
export const PythDeviatesError = contractError(
  "PythDeviates",
  ({ actual, bound }) =>
    `The sources differ by ${actual} hundredths of a percent; at most ${bound} are accepted.`,
);
export const PythUnusableError = contractError(
  "PythUnusable",
  ({ id }) => `Pyth gives no usable price ${id}. Bring a fresh one to it first.`,
);
export const QuoteNotUsdError = contractError(
  "QuoteNotUsd",
  ({ market, asset }, w) =>
    `${w.asset(market, asset)} has no USD feed of its own, so nothing can be quoted in it.`,
);
export const SampleTooOldError = contractError(
  "SampleTooOld",
  ({ actual, bound }) =>
    `The last sample is ${actual} s old; at most ${bound} s are accepted. Take another one first.`,
);
export const SampleTooSoonError = contractError(
  "SampleTooSoon",
  ({ actual, bound }) => `The last sample was taken ${actual} s ago; the next one follows after ${bound} s.`,
);
export const SamplesTooFewError = contractError(
  "SamplesTooFew",
  ({ actual, bound }) => `The proposed source agreed in ${actual} samples; ${bound} are needed.`,
);
export const ShadowPeriodOutOfBoundsError = contractError(
  "ShadowPeriodOutOfBounds",
  ({ actual, bound }) => `A shadow period of ${actual} s is outside the bound of ${bound} s.`,
);
export const ShadowRequiredError = contractError(
  "ShadowRequired",
  ({ market, asset }, w) =>
    `Another price source of ${w.asset(market, asset)} has to be proposed, and compared with this one first.`,
);
export const ShadowTooShortError = contractError(
  "ShadowTooShort",
  ({ actual, bound }) => `The proposed source has agreed for ${actual} s; ${bound} s are needed.`,
);
export const TokenDecimalsOutOfBoundsError = contractError(
  "TokenDecimalsOutOfBounds",
  ({ actual, bound }) => `The token has ${actual} decimals; the bound is ${bound}.`,
);
export const TokenFixedError = contractError(
  "TokenFixed",
  ({ actual, bound }, w) => `The asset is ${w.token(bound)} and cannot become ${w.token(actual)}.`,
);
export const TriggerOutOfBoundsError = contractError(
  "TriggerOutOfBounds",
  ({ actual, bound }) => `A trigger of ${actual} is outside the bound ${bound}.`,
);
export const WindowOutOfBoundsError = contractError(
  "WindowOutOfBounds",
  ({ actual, bound }) => `A window of ${actual} s is outside the bound of ${bound} s.`,
);
export const WitnessDeviatesError = contractError(
  "WitnessDeviates",
  ({ actual, bound }) =>
    `The sources differ by ${actual} hundredths of a percent; at most ${bound} are accepted.`,
);
export const WitnessLiquidityTooLowError = contractError(
  "WitnessLiquidityTooLow",
  ({ actual, bound }) => `The pool had liquidity ${actual}; the witness needs ${bound}.`,
);
export const WitnessNotSetError = contractError(
  "WitnessNotSet",
  ({ market, asset }, w) => `${w.asset(market, asset)} has no witness.`,
);
export const WitnessUnusableError = contractError(
  "WitnessUnusable",
  ({ pool }, w) => `The pool ${w.address(pool)} gives no usable average.`,
);
