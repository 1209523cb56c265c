import type { TokenAmount } from "../units";
import { divUp } from "./FixedPointMath";

const VIRTUAL_SHARES = 1_000_000n;
const VIRTUAL_ASSETS = 1n;

/** Totals of a vault and of its reserve, from which shares and assets follow. */
export interface VaultTotals {
  /** Shares of the vault. */
  readonly shares: bigint;
  /** Shares of the reserve behind them. */
  readonly backing: bigint;
  /** Shares of the reserve. */
  readonly supplyShares: bigint;
  /** Assets of the reserve. */
  readonly supplied: TokenAmount;
}

/** Shares of the vault for assets: down when they come in, up when they go out. */
export function toVaultShares(assets: TokenAmount, totals: VaultTotals, rounding: "down" | "up"): bigint {
  const divide = rounding === "down" ? divDown : divUp;
  const lent = divide(assets * (totals.supplyShares + VIRTUAL_SHARES), totals.supplied + VIRTUAL_ASSETS);
  return divide(lent * (totals.shares + VIRTUAL_SHARES), totals.backing + VIRTUAL_SHARES);
}

/** Assets for shares of the vault: down when they go out, up when they come in. */
export function toVaultAssets(shares: bigint, totals: VaultTotals, rounding: "down" | "up"): TokenAmount {
  const divide = rounding === "down" ? divDown : divUp;
  const lent = divide(shares * (totals.backing + VIRTUAL_SHARES), totals.shares + VIRTUAL_SHARES);
  return divide(lent * (totals.supplied + VIRTUAL_ASSETS), totals.supplyShares + VIRTUAL_SHARES);
}

function divDown(numerator: bigint, denominator: bigint): bigint {
  return numerator / denominator;
}
