import type { HistoryEntry } from "../history/entries";
import type { Column } from "./columns";

const LINE_END = "\r\n";

/** Rows as a file after RFC 4180: a head, then one line each, every line ended. */
export function csvOf(columns: readonly Column[], entries: readonly HistoryEntry[]): string {
  const lines = [
    columns.map(({ name }) => name),
    ...entries.map((entry) =>
      columns.map(({ type, read }) => (type === "text" ? asText(read(entry)) : read(entry))),
    ),
  ];
  return lines.map((fields) => fields.map(quote).join(",") + LINE_END).join("");
}

/** Keeps a spreadsheet from running a text that starts like a formula: names of tokens are chosen by others. */
export function asText(field: string): string {
  return /^[=+\-@\t\r]/.test(field) ? `'${field}` : field;
}

/** A field with a comma, a quote or a line end stands in quotes, its own quotes doubled. */
export function quote(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** `gimbal-history-0x7f3a91c2-2026-11-26.csv` */
export function fileName(owner: string, unixSeconds: bigint): string {
  const day = new Date(Number(unixSeconds) * 1000).toISOString().slice(0, 10);
  return `gimbal-history-${owner.slice(0, 6)}${owner.slice(-4)}-${day}.csv`.toLowerCase();
}
