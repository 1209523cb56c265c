/** The liquidation reads, loaded beside the page: what they decode is no part of its first load. */
export {
  readAuction,
  readLiquidationJournal,
  readNettings,
} from "@gimbal/sdk";
