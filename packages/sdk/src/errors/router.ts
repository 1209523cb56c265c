import { inTime } from "../amounts/sentences";
import { contractError } from "./contract";

export const CallbackNotAllowedError = contractError(
  "CallbackNotAllowed",
  ({ caller }, w) => `${w.address(caller)} may not call the trade router. Trade through the engine.`,
);
export const OrderExpiredError = contractError(
  "OrderExpired",
  ({ actual, bound }) => `The order expired ${inTime(actual - bound)} ago. Nothing was spent. Send it again.`,
);
export const PoolNotFoundError = contractError(
  "PoolNotFound",
  ({ pool }, w) => `There is no pool for these tokens and fee (${w.address(pool)}). Choose another market.`,
);
export const SwapIncompleteError = contractError(
  "SwapIncomplete",
  ({ actual, bound }, w) =>
    `The pool can fill ${w.amount(actual, "traded")} of ${w.amount(bound, "traded")}. Nothing was spent. Trade less.`,
);
export const SlippageExceededError = contractError("SlippageExceeded", ({ actual, bound }, w) =>
  actual < bound
    ? `The trade would give ${w.amount(actual, "traded")}, your least is ${w.amount(bound, "traded")}. Nothing was spent. Try again, or allow more slippage.`
    : `The trade would cost ${w.amount(actual, "traded")}, your most is ${w.amount(bound, "traded")}. Nothing was spent. Try again, or allow more slippage.`,
);
export const ProceedsBelowDebtError = contractError(
  "ProceedsBelowDebt",
  ({ actual, bound }, w) =>
    `Selling all collateral gives ${w.amount(actual, "debt")}, the debt is ${w.amount(bound, "debt")}. Repay the difference first.`,
);
