import { contractError } from "./contract";

export const AssetIndexOutOfBoundsError = contractError(
  "AssetIndexOutOfBounds",
  ({ actual, bound }) => `Asset index ${actual} is above ${bound}.`,
);
export const CardinalityTooLowError = contractError(
  "CardinalityTooLow",
  ({ actual, bound }) =>
    `The pool remembers ${actual} prices, the witness needs ${bound}. Raise its cardinality first.`,
);
export const FeedAnswerOutOfBoundsError = contractError(
  "FeedAnswerOutOfBounds",
  ({ actual, bound }) => `The feed answers ${actual}, outside its bound ${bound}.`,
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
export const FeedStepTooLargeError = contractError(
  "FeedStepTooLarge",
  ({ actual, bound }) =>
    `The new feed is ${actual} hundredths of a percent away from the old one; at most ${bound} are accepted.`,
);
export const FeedUnusableError = contractError(
  "FeedUnusable",
  ({ feed }, w) => `The feed ${w.address(feed)} gives no usable answer.`,
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
export const MinLiquidityOutOfBoundsError = contractError(
  "MinLiquidityOutOfBounds",
  ({ actual, bound }) => `A least liquidity of ${actual} is outside the bound ${bound}.`,
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
export const TokenDecimalsOutOfBoundsError = contractError(
  "TokenDecimalsOutOfBounds",
  ({ actual, bound }) => `The token has ${actual} decimals; the bound is ${bound}.`,
);
export const TokenFixedError = contractError(
  "TokenFixed",
  ({ actual, bound }, w) => `The asset is ${w.token(bound)} and cannot become ${w.token(actual)}.`,
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
export const WitnessUnusableError = contractError(
  "WitnessUnusable",
  ({ pool }, w) => `The pool ${w.address(pool)} gives no usable average.`,
);
