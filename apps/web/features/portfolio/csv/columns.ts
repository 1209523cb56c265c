import { accountIndex } from "@gimbal/sdk";
import { formatUnits } from "viem";
import type { HistoryEntry } from "../history/entries";

/** `time`: ISO 8601, UTC. `integer` and `decimal`: exact, a point, no grouping, no exponent. `text`: as it is. */
export type ColumnType = "time" | "integer" | "decimal" | "text";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What the column says, for whoever reads the file. */
  readonly about: string;
  /** Empty where it does not apply, or is not known. */
  readonly read: (entry: HistoryEntry) => string;
}

/** Columns of the history, in the order of the file. A new one goes to the end, so that sheets keep working. */
export const historyColumns: readonly Column[] = [
  {
    name: "time",
    type: "time",
    about: "Time of the block, UTC",
    read: ({ time }) => (time === undefined ? "" : new Date(Number(time) * 1000).toISOString()),
  },
  {
    name: "block",
    type: "integer",
    about: "Number of the block",
    read: ({ blockNumber }) => blockNumber.toString(),
  },
  {
    name: "transaction",
    type: "text",
    about: "Hash of the transaction",
    read: (entry) => entry.transactionHash,
  },
  {
    name: "log_index",
    type: "integer",
    about: "Place of the event in its block",
    read: (entry) => `${entry.logIndex}`,
  },
  { name: "account", type: "text", about: "Sub-account: owner and index", read: ({ account }) => account },
  {
    name: "account_index",
    type: "integer",
    about: "Index of the sub-account; 0 lends",
    read: ({ account }) => accountIndex(account).toString(),
  },
  { name: "market", type: "text", about: "Market", read: ({ market }) => market.slug },
  { name: "type", type: "text", about: "What happened", read: ({ type }) => type },
  { name: "side", type: "text", about: "long or short", read: ({ side }) => side ?? "" },
  { name: "asset", type: "text", about: "Asset that size is in", read: ({ asset }) => asset.symbol },
  {
    name: "size",
    type: "decimal",
    about: "Change of the exposure or of the loan, signed, in asset",
    read: ({ size, asset }) => formatUnits(size, asset.decimals),
  },
  {
    name: "quote",
    type: "text",
    about: "Asset that all amounts after this are in",
    read: ({ quote }) => quote.symbol,
  },
  { name: "price", type: "decimal", about: "Price of the trade, fee included", read: quoted("price") },
  {
    name: "paid_in",
    type: "decimal",
    about: "From the wallet (+) or to it (−)",
    read: quoted("paidIn"),
  },
  { name: "fee", type: "decimal", about: "Fee of the pool, part of the price", read: quoted("fee") },
  {
    name: "realised",
    type: "decimal",
    about: "Profit of this trade against the average entry, before interest on quote",
    read: quoted("realised"),
  },
  {
    name: "result",
    type: "decimal",
    about: "When the position became flat: all that came out less all that was paid in",
    read: quoted("result"),
  },
];

function quoted(field: "price" | "paidIn" | "fee" | "realised" | "result") {
  return (entry: HistoryEntry): string => {
    const value = entry[field];
    return value === undefined ? "" : formatUnits(value, entry.quote.decimals);
  };
}
