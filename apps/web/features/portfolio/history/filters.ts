import type { EntryType, HistoryEntry } from "./entries";

export type Kind = "all" | "trade" | "collateral" | "liquidation" | "loan";
export type Span = "all" | "day" | "week" | "month" | "quarter";

export interface Filters {
  readonly kind: Kind;
  /** Slug of a market, or all of them. */
  readonly market: string;
  readonly span: Span;
}

export const ALL_MARKETS = "all";
export const NO_FILTERS: Filters = { kind: "all", market: ALL_MARKETS, span: "all" };

const kinds = {
  open: "trade",
  increase: "trade",
  decrease: "trade",
  close: "trade",
  collateral: "collateral",
  borrow: "collateral",
  repay: "collateral",
  "swap-collateral": "collateral",
  "swap-debt": "collateral",
  transfer: "collateral",
  liquidation: "liquidation",
  "write-off": "liquidation",
  supply: "loan",
  withdraw: "loan",
} as const satisfies Record<EntryType, Kind>;

const DAY = 86_400n;
const spans = { day: DAY, week: 7n * DAY, month: 30n * DAY, quarter: 90n * DAY } as const;

/** Entries that match all filters. What has no time yet is not left out by it. */
export function filtered(
  entries: readonly HistoryEntry[],
  { kind, market, span }: Filters,
  now: bigint,
): readonly HistoryEntry[] {
  return entries.filter((entry) => {
    if (kind !== "all" && kinds[entry.type] !== kind) return false;
    if (market !== ALL_MARKETS && entry.market.slug !== market) return false;
    return span === "all" || entry.time === undefined || now - entry.time <= spans[span];
  });
}
