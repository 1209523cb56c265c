import { type AccountId, type Position, spareNumber, type TradeHistory, type Wad } from "@gimbal/sdk";
import { positionsCopy } from "@/content/positions";
import { marketTitle } from "@/features/market/market-title";
import { chanceOf, horizons } from "@/features/ticket/chance";
import {
  formatAmount,
  formatChance,
  formatDistance,
  formatLeverage,
  formatLiquidationPrice,
  formatPrice,
  formatResult,
  formatReturn,
  formatUsdWhole,
} from "@/lib/format";
import { softOf, type Zone, zoneOf } from "@/lib/zones";
import { entryOf, type PositionResult, resultOf } from "./result";

/** A number as text, with the exact one behind it. */
interface Shown {
  readonly text: string;
  readonly raw: bigint | null | undefined;
}

/** One position as it stands on screen. */
export interface PositionView {
  readonly key: string;
  readonly name: string;
  readonly zone: Zone;
  readonly leverage: Shown;
  readonly size: Shown;
  readonly value: Shown;
  readonly entry: Shown;
  readonly index: Shown;
  readonly liquidation: Shown;
  readonly distance: Shown;
  readonly chanceDay: Shown;
  readonly chanceWeek: Shown;
  readonly result: Shown;
  readonly share: Shown;
  readonly direction: "gain" | "loss" | "flat";
}

/** Reads a position with its history and the forecast of its base asset. Unknown parts stay unknown. */
export function viewOf(
  position: Position,
  history: TradeHistory | undefined,
  volatility: Wad | undefined,
): PositionView {
  const { base, market, side, size, sizeValue, leverage, liquidationPrice, liquidatable } = position;
  const result = resultOf(position, history);
  const entry = entryOf(position, history);
  const index = base.price.mid === 0n ? undefined : base.price.mid;
  return {
    key: [market.slug, ...(isShared(position) ? [base.symbol] : []), side ?? "flat"].join(":"),
    name: nameOf(position),
    zone: zoneOf(position.health, softOf(position)),
    leverage: { text: formatLeverage(leverage, "nearest"), raw: leverage },
    size: { text: formatAmount(size, base), raw: size },
    value: { text: formatUsdWhole(sizeValue), raw: sizeValue },
    entry: { text: formatPrice(entry), raw: entry },
    index: { text: formatPrice(index), raw: index },
    liquidation: {
      text: liquidatable === true ? positionsCopy.passed : formatLiquidationPrice(liquidationPrice, side),
      raw: liquidationPrice,
    },
    distance: {
      text:
        liquidatable === true
          ? formatLiquidationPrice(liquidationPrice, side)
          : formatDistance(position.liquidationDistance),
      raw: position.liquidationDistance,
    },
    chanceDay: chance(position, horizons.day, volatility),
    chanceWeek: chance(position, horizons.week, volatility),
    result: { text: formatResult(result?.value), raw: result?.value },
    share: { text: formatReturn(result?.share), raw: result?.share },
    direction: directionOf(result),
  };
}

/** One of several positions of an account, which answer for each other. */
export function isShared({ market }: Position): boolean {
  return market.deployed.kind === "cross";
}

/** `ETH long`, `ETH long (2)` in a further account. */
export function nameOf(position: Position): string {
  const { account, base, side, market } = position;
  if (side === undefined && isShared(position)) return numbered(marketTitle(market.deployed), account);
  return numbered(side === undefined ? base.symbol : positionsCopy.name(base.symbol, side), account);
}

/** As `nameOf`; an account with several assets is called by its market. */
export function accountName(position: Position): string {
  const { account, market } = position;
  return isShared(position) ? numbered(marketTitle(market.deployed), account) : nameOf(position);
}

function numbered(name: string, account: AccountId): string {
  const number = spareNumber(account);
  return number === undefined ? name : positionsCopy.numbered(name, number);
}

function chance(position: Position, horizon: bigint, volatility: Wad | undefined): Shown {
  const raw = chanceOf(position, horizon, volatility);
  return { text: raw === null ? positionsCopy.none : formatChance(raw), raw };
}

function directionOf(result: PositionResult | undefined): PositionView["direction"] {
  if (result === undefined || result.value === 0n) return "flat";
  return result.value > 0n ? "gain" : "loss";
}
