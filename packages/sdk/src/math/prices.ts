import type { AssetPrice, TokenAmount, Usd } from "../units";
import { divUp } from "./FixedPointMath";

/** Price of the engine as US dollars per whole token. */
export function usdPrice(price: AssetPrice, decimals: number, rounding: "down" | "up" = "down"): Usd {
  if (decimals > 18) return price * 10n ** BigInt(decimals - 18);
  const scale = 10n ** BigInt(18 - decimals);
  return rounding === "down" ? price / scale : divUp(price, scale);
}

/** US dollars per whole token as a price of the engine. */
export function assetPrice(usd: Usd, decimals: number): AssetPrice {
  return decimals > 18 ? usd / 10n ** BigInt(decimals - 18) : usd * 10n ** BigInt(18 - decimals);
}

/** Value of a signed amount at a price in US dollars per whole token, toward zero. */
export function usdValue(amount: bigint, price: Usd, decimals: number): Usd {
  return (amount * price) / 10n ** BigInt(decimals);
}

/** Amount of a token that a value buys at a price in US dollars per whole token, rounded down. */
export function amountFor(value: Usd, price: Usd, decimals: number): TokenAmount {
  return (value * 10n ** BigInt(decimals)) / price;
}
