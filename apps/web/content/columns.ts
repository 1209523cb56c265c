import { translated } from "./translated";

/** What the columns of the history file say, for whoever reads it. The file itself has their names alone. */
export const columnsCopy = /* @__PURE__ */ translated("columns", {
  time: "Time of the block, UTC",
  block: "Number of the block",
  transaction: "Hash of the transaction",
  log_index: "Place of the event in its block",
  account: "Sub-account: owner and index",
  account_index: "Index of the sub-account; 0 lends",
  market: "Market",
  type: "What happened",
  side: "long or short",
  asset: "Asset that size is in",
  size: "Change of the exposure or of the loan, signed, in asset",
  quote: "Asset that all amounts after this are in",
  price: "Price of the trade, fee included",
  paid_in: "From the wallet (+) or to it (−)",
  fee: "Fee of the pool, part of the price",
  realised: "Profit of this trade against the average entry, before interest on quote",
  result: "When the position became flat: all that came out less all that was paid in",
  vault: "Lending vault whose shares it is about",
} as const);
