/** The reads of lending vaults, loaded beside the page: what they decode is no part of its first load. */
export { readLendingVault, readVaultHistory } from "@gimbal/sdk";
