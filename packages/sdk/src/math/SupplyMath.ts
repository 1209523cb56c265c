import type { TokenAmount } from "../units";
import { divUp } from "./FixedPointMath";

const VIRTUAL_SHARES = 1_000_000n;
const VIRTUAL_ASSETS = 1n;

/** Shares for assets that come in. */
export function toSharesDown(assets: TokenAmount, totalAssets: TokenAmount, totalShares: bigint): bigint {
  return (assets * (totalShares + VIRTUAL_SHARES)) / (totalAssets + VIRTUAL_ASSETS);
}

/** Assets for shares that are redeemed. */
export function toAssetsDown(shares: bigint, totalAssets: TokenAmount, totalShares: bigint): TokenAmount {
  return (shares * (totalAssets + VIRTUAL_ASSETS)) / (totalShares + VIRTUAL_SHARES);
}

/** Fewest shares that redeem for at least `assets`. The contracts redeem by shares and need no such function. */
export function toSharesUp(assets: TokenAmount, totalAssets: TokenAmount, totalShares: bigint): bigint {
  return divUp(assets * (totalShares + VIRTUAL_SHARES), totalAssets + VIRTUAL_ASSETS);
}
