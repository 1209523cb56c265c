import type { AssetState } from "@gimbal/sdk";
import { earnCopy } from "@/content/earn";
import { formatBorrowRate, formatToken } from "@/lib/format";

const copy = earnCopy.dialog.notes;

/** How much of a loan can be had now, why not all of it, and when more. Nobody knows when borrowers pay back. */
export function shortfallText(asset: AssetState): string {
  const { cash, borrowRate } = asset.reserve;
  const now = cash === 0n ? copy.shortfallAll : copy.shortfall(formatToken(cash, asset));
  return `${now} ${copy.shortfallMore(formatBorrowRate(borrowRate))}`;
}
