"use client";

import type { AssetState, LendingVaultState } from "@gimbal/sdk";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { vaultCopy } from "@/content/vault";
import { useDeployment } from "@/features/data/runtime-context";
import { useChainNow } from "@/features/liquidations/use-chain-now";
import { openReview } from "@/features/transaction/transaction-store";
import { useOwner } from "@/features/wallet/use-owner";
import { formatMoment, formatToken } from "@/lib/format";

const copy = vaultCopy.recovery;

interface VaultRecoveryProps {
  readonly asset: AssetState;
  readonly vault: LendingVaultState;
}

/** What the vault lost and got back; nothing where it lost nothing. */
export function VaultRecovery({ asset, vault }: VaultRecoveryProps) {
  const { owner, watching } = useOwner();
  const { chainId } = useDeployment();
  const now = useChainNow();
  const { owed, claimable, vesting, vestedAt } = vault.recovery;
  const vests = vesting > 0n && now < vestedAt;
  if (owed === 0n && claimable === 0n && !vests) return null;
  const canHarvest = owner !== undefined && !watching && claimable > 0n && !vests;
  return (
    <div data-slot="vault-recovery" className="grid gap-2">
      {owed > 0n && <Banner tone="warning" title={copy.owed(formatToken(owed, asset, "up"))} />}
      {vests && (
        <p className="text-12 text-fg-3">
          {copy.vesting(formatToken(vesting, asset), formatMoment(Number(vestedAt)))}
        </p>
      )}
      {claimable > 0n && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="min-w-0 flex-1 text-12 text-fg-2">{copy.claimable(formatToken(claimable, asset))}</p>
          {canHarvest && (
            <Button
              size="sm"
              className="max-tablet:h-11"
              onClick={() =>
                openReview(
                  { type: "vaultHarvest", market: vault.market, asset: vault.asset },
                  { owner, chainId },
                )
              }
            >
              {copy.harvest(formatToken(claimable, asset))}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
