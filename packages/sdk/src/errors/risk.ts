import { contractError } from "./contract";

export const AlreadySeededError = contractError(
  "AlreadySeeded",
  ({ token }, w) => `${w.token(token)} has a starting volatility already; it is set once.`,
);
export const DepthParameterOutOfBoundsError = contractError(
  "DepthParameterOutOfBounds",
  ({ name, actual, bound }, w) => `The ${w.name(name)} of ${actual} s is outside the bound of ${bound} s.`,
);
export const GateParameterOutOfBoundsError = contractError(
  "GateParameterOutOfBounds",
  ({ name, actual, bound }, w) => `The ${w.name(name)} of ${actual} is outside the bound ${bound}.`,
);
export const HorizonNotSetError = contractError(
  "HorizonNotSet",
  ({ market }, w) => `${w.market(market)} has no liquidation horizon yet.`,
);
export const NoPoolsError = contractError(
  "NoPools",
  ({ token }, w) => `The depth of ${w.token(token)} is measured in no pool.`,
);
export const NotListedError = contractError(
  "NotListed",
  ({ token }, w) => `The volatility of ${w.token(token)} is not forecast: it has no price reference.`,
);
export const NotSeededError = contractError(
  "NotSeeded",
  ({ token }, w) => `${w.token(token)} has no starting volatility yet.`,
);
export const ObservationTooEarlyError = contractError(
  "ObservationTooEarly",
  ({ actual, bound }) =>
    `The last observation of depth is ${actual} s old; the next one counts after ${bound} s, or when it is lower.`,
);
export const PenaltyStepTooLargeError = contractError(
  "PenaltyStepTooLarge",
  ({ actual, bound }) =>
    `The penalty would move by ${actual} hundredths of a percent; at most ${bound} are allowed at once.`,
);
export const PenaltyStepTooSoonError = contractError(
  "PenaltyStepTooSoon",
  ({ actual, bound }) => `The penalty moved ${actual} s ago; it may move again after ${bound} s.`,
);
export const PokedTooEarlyError = contractError(
  "PokedTooEarly",
  ({ actual, bound }) => `It is second ${actual}; the next sample is due at ${bound}.`,
);
export const PoolCardinalityTooLowError = contractError(
  "PoolCardinalityTooLow",
  ({ pool, actual, bound }, w) =>
    `The pool ${w.address(pool)} remembers ${actual} moments and needs ${bound}. Raise its cardinality first.`,
);
export const PoolHistoryTooShortError = contractError(
  "PoolHistoryTooShort",
  ({ pool, window }, w) =>
    `The pool ${w.address(pool)} does not remember the last ${window} s yet. Try later.`,
);
export const PoolLockedError = contractError(
  "PoolLocked",
  ({ pool }, w) => `The pool ${w.address(pool)} is in the middle of a trade. Try again.`,
);
export const PoolNotAcceptedError = contractError(
  "PoolNotAccepted",
  ({ pool }, w) => `The pool ${w.address(pool)} is not the factory's, named twice, or trades other tokens.`,
);
export const PoolNotInitializedError = contractError(
  "PoolNotInitialized",
  ({ pool }, w) => `The pool ${w.address(pool)} has no price yet.`,
);
export const PriceNotOkError = contractError(
  "PriceNotOk",
  ({ token }, w) => `The sources do not agree on a price of ${w.token(token)} now. Try again when they do.`,
);
export const PoolQuoteMismatchError = contractError(
  "PoolQuoteMismatch",
  ({ pool, actual, bound }, w) =>
    `The pool ${w.address(pool)} is quoted in ${w.token(bound)}; the listing named is ${w.token(actual)}.`,
);
export const QuotePriceUnavailableError = contractError(
  "QuotePriceUnavailable",
  ({ market, asset }, w) => `${w.asset(market, asset)} has no usable price now, so depth cannot be valued.`,
);
export const RailOutOfBoundsError = contractError(
  "RailOutOfBounds",
  ({ name, actual, bound }, w) => `The rail ${w.name(name)} of ${actual} is outside its bound ${bound}.`,
);
export const RailsNotSetError = contractError(
  "RailsNotSet",
  ({ market, asset }, w) => `${w.asset(market, asset)} has no rails yet, so nothing can be measured into it.`,
);
export const SampleOutOfBoundsError = contractError(
  "SampleOutOfBounds",
  ({ actual, bound }) => `A price of ${actual} cannot be sampled; the bound is ${bound}.`,
);
export const TooManyPoolsError = contractError(
  "TooManyPools",
  ({ actual, bound }) => `${actual} pools are too many: at most ${bound} are read.`,
);
