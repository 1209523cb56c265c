import { inTime, inUsd } from "../amounts/sentences";
import { contractError } from "./contract";

export const BackstopAssetInvalidError = contractError(
  "BackstopAssetInvalid",
  ({ asset }) =>
    `The backstop has nothing to do with asset ${asset} there: it is the quote token, or it holds none.`,
);
export const BackstopCallbackNotAllowedError = contractError(
  "BackstopCallbackNotAllowed",
  ({ caller }, w) =>
    `${w.address(caller)} may not call back: only the pool that trades for the backstop may.`,
);
export const BackstopDeskMismatchError = contractError(
  "BackstopDeskMismatch",
  ({ actual, bound }, w) =>
    `The desk was built for the setup ${w.address(actual)}, the vault for ${w.address(bound)}.`,
);
export const BackstopOwnAccountError = contractError(
  "BackstopOwnAccount",
  () => "The account is the backstop's own. It takes over those of others.",
);
export const BackstopParameterOutOfBoundsError = contractError(
  "BackstopParameterOutOfBounds",
  ({ name, actual, bound }, w) => `The ${w.name(name)} of ${actual} is outside the bound ${bound}.`,
);
export const BackstopRoomExhaustedError = contractError(
  "BackstopRoomExhausted",
  ({ actual, bound }) =>
    `The backstop may spend ${actual} units here and ${bound} are needed: cash or a cap is used up. Try another account, or later.`,
);
export const CheckpointUnorderedInsertionError = contractError(
  "CheckpointUnorderedInsertion",
  () => "A limit was used at a time before its last use. Report this.",
);
export const ERC4626ExceededMaxDepositError = contractError(
  "ERC4626ExceededMaxDeposit",
  ({ assets, max }) =>
    `The vault takes ${max} units now and ${assets} were offered. Deposit less, or wait for room or prices.`,
);
export const ERC4626ExceededMaxMintError = contractError(
  "ERC4626ExceededMaxMint",
  ({ shares, max }) => `The vault issues ${max} shares now and ${shares} were asked for. Ask for less.`,
);
export const ERC4626ExceededMaxRedeemError = contractError(
  "ERC4626ExceededMaxRedeem",
  ({ shares, max }) =>
    `${max} shares can be redeemed now and ${shares} were asked for. Redeem less, or wait for cash or your exit.`,
);
export const ERC4626ExceededMaxWithdrawError = contractError(
  "ERC4626ExceededMaxWithdraw",
  ({ assets, max }) =>
    `${max} units can be withdrawn now and ${assets} were asked for. Withdraw less, or wait for cash or your exit.`,
);
export const ExitWindowOpenError = contractError(
  "ExitWindowOpen",
  ({ actual, bound }) => `The window of this exit is open for another ${inTime(bound - actual)}.`,
);
export const HarvestTooEarlyError = contractError(
  "HarvestTooEarly",
  ({ actual, bound }) =>
    `The last income or recovery counts in full in ${inTime(bound - actual)}. Harvest then.`,
);
export const HedgeInBandError = contractError(
  "HedgeInBand",
  ({ actual, bound }) =>
    `${actual} hundredths of a percent are hedged and ${bound} are the target: too near to trade.`,
);
export const NotEngineError = contractError(
  "NotEngine",
  ({ caller }, w) => `${w.address(caller)} is not the engine, which alone asks the backstop for losses.`,
);
export const PoolNotSetError = contractError(
  "PoolNotSet",
  ({ asset }) => `The backstop has no pool for asset ${asset}. Governance can name one.`,
);
export const PoolPriceBeyondLimitError = contractError(
  "PoolPriceBeyondLimit",
  ({ actual, bound }) =>
    `The pool stands at ${actual}, the guarded price allows ${bound}. Try again when they agree.`,
);
export const ProfitBelowMinimumError = contractError(
  "ProfitBelowMinimum",
  ({ actual, bound }) =>
    `The liquidation would leave ${actual} units, your least is ${bound}. Nothing was spent.`,
);
export const RateLimitExceededError = contractError(
  "RateLimitExceeded",
  () => "A limit counts more than it can. Report this.",
);
export const ReentrancyGuardReentrantCallError = contractError(
  "ReentrancyGuardReentrantCall",
  () => "The contract is in the middle of another action. Call it on its own.",
);
export const SafeERC20FailedOperationError = contractError(
  "SafeERC20FailedOperation",
  ({ token }, w) => `A transfer of ${w.token(token)} failed. Check balance and allowance.`,
);
export const SharesWaitingError = contractError(
  "SharesWaiting",
  ({ actual, bound }) =>
    `${bound} shares are free and ${actual} were to be moved: the others wait for their exit. Cancel it first.`,
);
export const TakerCallbackNotAllowedError = contractError(
  "TakerCallbackNotAllowed",
  ({ caller }, w) => `${w.address(caller)} may not call the liquidation taker back.`,
);
export const TakerPathInvalidError = contractError(
  "TakerPathInvalid",
  ({ length }) => `The path has ${length} bytes; one, two or three pools have 43, 66 or 89.`,
);
export const TakerPoolNotFoundError = contractError(
  "TakerPoolNotFound",
  ({ pool }, w) => `There is no pool at ${w.address(pool)}. Choose another path.`,
);
export const TakerSwapIncompleteError = contractError(
  "TakerSwapIncomplete",
  ({ actual, bound }) => `The pool buys ${actual} of ${bound} units. Nothing was spent. Take less.`,
);
export const TradeRoomExhaustedError = contractError(
  "TradeRoomExhausted",
  ({ actual, bound }) =>
    `The backstop has traded ${inUsd(actual)} of the ${inUsd(bound)} that depth allows in five minutes. Try again later.`,
);
