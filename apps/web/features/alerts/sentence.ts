import { alertsCopy } from "@/content/alerts";
import { nameOf } from "@/features/positions/position-view";
import { formatBorrowRate, formatDistance, formatHealth, formatShare } from "@/lib/format";
import type { Finding } from "./evaluate";

const { says } = alertsCopy;

/** A finding in words. */
export function sentenceOf({ rule, position, actual, bound }: Finding): string {
  const name = nameOf(position);
  switch (rule.kind) {
    case "health":
      return says.health(name, formatHealth(actual), formatHealth(bound));
    case "liquidation":
      return says.liquidation(name, formatDistance(position.liquidationDistance), formatShare(bound));
    case "auction":
      return says.auction(name, formatHealth(actual));
    case "rate":
      return says.rate(name, formatBorrowRate(actual), formatShare(bound));
  }
}
