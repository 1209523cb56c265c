export { MINUS, NO_BREAK, UNKNOWN } from "./fixed";
export { formatAddress, formatBlock } from "./identifiers";
export {
  exactAmount,
  formatAmount,
  formatLiquidationPrice,
  formatMillions,
  formatPrice,
  formatResult,
  formatToken,
  formatUsd,
  formatUsdCompact,
  formatUsdCost,
  formatUsdWhole,
  type TokenUnit,
} from "./money";
export {
  formatBorrowRate,
  formatChance,
  formatChange,
  formatCost,
  formatDistance,
  formatHealth,
  formatLeverage,
  formatMargin,
  formatMove,
  formatRatio,
  formatReturn,
  formatShare,
  formatSharePrice,
  formatSupplyRate,
  formatUtilisation,
  formatVolatility,
} from "./ratios";
export {
  formatAge,
  formatClock,
  formatClockSeconds,
  formatCountdown,
  formatDay,
  formatFullTime,
  formatMoment,
} from "./time";
