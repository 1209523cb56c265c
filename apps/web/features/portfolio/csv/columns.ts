import { accountIndex } from "@gimbal/sdk";
import { formatUnits } from "viem";
import type { columnsCopy } from "@/content/columns";
import type { HistoryEntry } from "../history/entries";

/** `time`: ISO 8601, UTC. `integer` and `decimal`: exact, a point, no grouping, no exponent. `text`: as it is. */
export type ColumnType = "time" | "integer" | "decimal" | "text";

export interface Column {
  /** Says what is in it, in the file and in `columnsCopy`. */
  readonly name: keyof typeof columnsCopy;
  readonly type: ColumnType;
  /** Empty where it does not apply, or is not known. */
  readonly read: (entry: HistoryEntry) => string;
}

/** Columns of the history, in the order of the file. A new one goes to the end, so that sheets keep working. */
export const historyColumns: readonly Column[] = [
  {
    name: "time",
    type: "time",
    read: ({ time }) => (time === undefined ? "" : new Date(Number(time) * 1000).toISOString()),
  },
  {
    name: "block",
    type: "integer",
    read: ({ blockNumber }) => blockNumber.toString(),
  },
  {
    name: "transaction",
    type: "text",
    read: (entry) => entry.transactionHash,
  },
  {
    name: "log_index",
    type: "integer",
    read: (entry) => `${entry.logIndex}`,
  },
  { name: "account", type: "text", read: ({ account }) => account },
  {
    name: "account_index",
    type: "integer",
    read: ({ account }) => accountIndex(account).toString(),
  },
  { name: "market", type: "text", read: ({ market }) => market.slug },
  { name: "type", type: "text", read: ({ type }) => type },
  { name: "side", type: "text", read: ({ side }) => side ?? "" },
  { name: "asset", type: "text", read: ({ asset }) => asset.symbol },
  {
    name: "size",
    type: "decimal",
    read: ({ size, asset }) => formatUnits(size, asset.decimals),
  },
  {
    name: "quote",
    type: "text",
    read: ({ quote }) => quote.symbol,
  },
  { name: "price", type: "decimal", read: quoted("price") },
  {
    name: "paid_in",
    type: "decimal",
    read: quoted("paidIn"),
  },
  { name: "fee", type: "decimal", read: quoted("fee") },
  {
    name: "realised",
    type: "decimal",
    read: quoted("realised"),
  },
  {
    name: "result",
    type: "decimal",
    read: quoted("result"),
  },
  { name: "vault", type: "text", read: ({ vault }) => vault ?? "" },
];

function quoted(field: "price" | "paidIn" | "fee" | "realised" | "result") {
  return (entry: HistoryEntry): string => {
    const value = entry[field];
    return value === undefined ? "" : formatUnits(value, entry.quote.decimals);
  };
}
