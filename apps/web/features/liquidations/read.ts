/** The liquidation reads, loaded beside the page: what they decode is no part of its first load. */
export {
  nearestToLiquidation,
  readAccounts,
  readAuction,
  readLiquidationJournal,
  readLiquidations,
  readNettings,
} from "@gimbal/sdk";
