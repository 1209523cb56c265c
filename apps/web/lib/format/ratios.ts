import { common } from "@/content/common";
import { formatFixed, NO_BREAK, type Rounding, UNKNOWN } from "./fixed";

const WAD_DECIMALS = 18;
const ONE_PERCENT = 10n ** 16n;
/** A wad fraction seen as a percentage has two decimals less. */
const PERCENT_DECIMALS = WAD_DECIMALS - 2;

type Maybe = bigint | undefined;

/** `1.14`: rounded down, because it is the distance to liquidation. ∞ without debt. */
export function formatHealth(health: bigint | null | undefined): string {
  if (health === undefined) return UNKNOWN;
  if (health === null) return "∞";
  return formatFixed(health, WAD_DECIMALS, { digits: 2, rounding: "down" });
}

/** `1.25`: a factor, exactly as it is to the second digit. */
export function formatRatio(ratio: Maybe): string {
  return ratio === undefined ? UNKNOWN : formatFixed(ratio, WAD_DECIMALS, { digits: 2, rounding: "zero" });
}

/** `1.004381`: worth of a share that was 1 at the start, rounded down. */
export function formatSharePrice(price: Maybe): string {
  return price === undefined ? UNKNOWN : formatFixed(price, WAD_DECIMALS, { digits: 6, rounding: "zero" });
}

/** `9.5×`: rounded down, as a maximum must be; `nearest` for what a position has. */
export function formatLeverage(leverage: Maybe, rounding: Rounding = "down"): string {
  if (leverage === undefined) return UNKNOWN;
  return `${formatFixed(leverage, WAD_DECIMALS, { digits: 1, rounding })}×`;
}

function percent(value: bigint, digits: number, rounding: Rounding, signed = false): string {
  return `${formatFixed(value, PERCENT_DECIMALS, { digits, rounding, signed })}${NO_BREAK}%`;
}

/** `6.84 %`: what a borrower pays, rounded up. */
export function formatBorrowRate(rate: Maybe): string {
  return rate === undefined ? UNKNOWN : percent(rate, 2, "up");
}

/** `5.12 %`: what a lender earns, rounded down. */
export function formatSupplyRate(rate: Maybe): string {
  return rate === undefined ? UNKNOWN : percent(rate, 2, "down");
}

/** `8.37 %`: a margin requirement, rounded up. */
export const formatMargin = formatBorrowRate;

const SMALL_COST = 10n ** 15n;

/** `0.023 %`, `0.41 %`: price impact and fees, rounded up; a third digit under 0.1 %. */
export function formatCost(share: Maybe): string {
  if (share === undefined) return UNKNOWN;
  const magnitude = share < 0n ? -share : share;
  return percent(share, magnitude < SMALL_COST && share !== 0n ? 3 : 2, "up");
}

/** `−12.6 %`: distance of a price from the index, toward zero. */
export function formatDistance(distance: bigint | null | undefined): string {
  if (distance === undefined) return UNKNOWN;
  return distance === null ? common.none : percent(distance, 1, "zero", true);
}

/** `+1.82 %`: change of a price. */
export function formatChange(change: Maybe): string {
  return change === undefined ? UNKNOWN : percent(change, 2, "nearest", true);
}

/** `−12 %`, `+7.5 %`: a move that is supposed, to a tenth where it has one. */
export function formatMove(move: bigint): string {
  return percent(move, move % ONE_PERCENT === 0n ? 0 : 1, "nearest", true);
}

/** `−14.6 %`: result of a position, rounded down. */
export function formatReturn(share: Maybe): string {
  return share === undefined ? UNKNOWN : percent(share, 1, "down", true);
}

/** `71 %`: a forecast of volatility, rounded up. */
export function formatVolatility(volatility: Maybe): string {
  return volatility === undefined ? UNKNOWN : percent(volatility, 0, "up");
}

/** `84.2 %`: utilisation, rounded up. */
export function formatUtilisation(utilisation: Maybe): string {
  return utilisation === undefined ? UNKNOWN : percent(utilisation, 1, "up");
}

/** `0.30 %`: a limit or setting, exactly as it is to the second digit. */
export function formatShare(share: Maybe): string {
  return share === undefined ? UNKNOWN : percent(share, 2, "zero");
}

const ONE_HUNDREDTH_PERCENT = 10n ** 14n;

/** `0.03 %`, `3.9 %`, `17 %`: an estimated chance, rounded up; never shown as nothing. */
export function formatChance(chance: Maybe): string {
  if (chance === undefined) return UNKNOWN;
  if (chance === 0n) return `0.00${NO_BREAK}%`;
  if (chance < ONE_HUNDREDTH_PERCENT) return `<${NO_BREAK}0.01${NO_BREAK}%`;
  if (chance < ONE_PERCENT) return percent(chance, 2, "up");
  return percent(chance, chance < 10n * ONE_PERCENT ? 1 : 0, "up");
}
