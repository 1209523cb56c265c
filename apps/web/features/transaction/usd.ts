import type { AssetState, Usd } from "@gimbal/sdk";

/** Value of a signed amount at the mid price of its asset, toward zero; undefined while the price is down. */
export function usdOf(amount: bigint | undefined, asset: AssetState | undefined): Usd | undefined {
  if (amount === undefined || asset === undefined || asset.price.mid === 0n) return undefined;
  return (amount * asset.price.mid) / 10n ** BigInt(asset.decimals);
}
