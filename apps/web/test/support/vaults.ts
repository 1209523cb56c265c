import type { LendingVaultState, VaultEvent } from "@gimbal/sdk";
import { USDC } from "./market";

export const SHARE = 10n ** 12n;
export const VAULT = "0x6000000000000000000000000000000000000006";

/** A vault in which the owner has shares worth 2,000 USDC, of 10,000. */
export function vaultState(change: Partial<LendingVaultState> = {}): LendingVaultState {
  return {
    address: VAULT,
    market: 1,
    asset: 0,
    shares: 10_000n * SHARE,
    backing: 10_000n * SHARE,
    totalAssets: 10_000n * USDC,
    sharePrice: 10n ** 18n,
    recovery: { owed: 0n, claimable: 0n, vesting: 0n, vestedAt: 0n },
    stake: {
      shares: 2_000n * SHARE,
      assets: 2_000n * USDC,
      redeemable: 2_000n * SHARE,
      withdrawable: 2_000n * USDC,
      allowance: 0n,
    },
    ...change,
  };
}

export function vaultEvent(change: Partial<VaultEvent> = {}): VaultEvent {
  return {
    type: "deposit",
    market: 1,
    asset: 0,
    vault: VAULT,
    assets: 1_900n * USDC,
    shares: 2_000n * SHARE,
    blockNumber: 25n,
    transactionHash: "0xee",
    logIndex: 9,
    ...change,
  };
}
