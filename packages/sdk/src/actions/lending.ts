import { lenderOf, walletOf } from "../entities/snapshot";
import { ratesAfter } from "../math/rates";
import { toAssetsDown } from "../math/SupplyMath";
import type { LenderPreview } from "../plan";
import type { AssetState, Snapshot } from "../types";

/** Loan and rates before and after assets and shares of the owner have moved. */
export function lenderPreview(
  snapshot: Snapshot,
  asset: AssetState,
  change: { readonly assets: bigint; readonly shares: bigint },
): LenderPreview {
  const { reserve } = asset;
  const lent = lenderOf(snapshot, asset.market, asset.index);
  const shares = (lent?.shares ?? 0n) + change.shares;
  const { supplyRate, utilisation } = ratesAfter(reserve, { cash: change.assets });
  return {
    before: {
      shares: lent?.shares ?? 0n,
      assets: lent?.assets ?? 0n,
      supplyRate: reserve.supplyRate,
      utilisation: reserve.utilisation,
    },
    after: {
      shares,
      assets: toAssetsDown(shares, reserve.supplied + change.assets, reserve.supplyShares + change.shares),
      supplyRate,
      utilisation,
    },
    wallet: walletOf(snapshot, asset.token),
  };
}
