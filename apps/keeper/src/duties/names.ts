/** Everything a keeper does, in the order it does it. */
export const DUTIES = ["mark", "take", "soft", "net", "backstop", "rebalance", "pokes"] as const;

export type DutyName = (typeof DUTIES)[number];
