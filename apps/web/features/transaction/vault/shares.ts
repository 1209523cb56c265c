import { vaultCopy } from "@/content/vault";
import { formatAmount, type TokenUnit } from "@/lib/format";

/** A share of a vault has so many decimals more than its asset. */
const MORE_DECIMALS = 6;

/** `1,204.51`, without a name. */
export function formatShareCount(shares: bigint | undefined, { symbol, decimals }: TokenUnit): string {
  return formatAmount(shares, { symbol, decimals: decimals + MORE_DECIMALS });
}

/** `1,204.51 shares` */
export function formatShares(shares: bigint | undefined, unit: TokenUnit): string {
  return vaultCopy.shares(formatShareCount(shares, unit));
}
