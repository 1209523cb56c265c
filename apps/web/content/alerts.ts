import type { BoundedKind, RuleKind } from "@/features/alerts/rules";
import { translated } from "./translated";

/** Words of alert rules and of what they say. */
export const alertsCopy = /* @__PURE__ */ translated("alerts", {
  button: (rules: number) => (rules === 0 ? "Alerts" : `Alerts, ${rules} ${rules === 1 ? "rule" : "rules"}`),
  title: "Alerts",
  about:
    "Checked at every block while a tab of Gimbal is open. Rules are kept in this browser, for this account, and nowhere else.",
  none: "No rules yet.",
  list: "Rules",
  kinds: {
    health: "Health falls below",
    liquidation: "Liquidation comes within",
    rate: "Borrow rate rises above",
    auction: "Auction can start",
  } satisfies Record<RuleKind, string>,
  units: { health: "", liquidation: "%", rate: "% a year", auction: "" } satisfies Record<RuleKind, string>,
  any: "any sub-account",
  scope: "Sub-account",
  kind: "When",
  bound: "Bound",
  add: "Add rule",
  remove: (what: string) => `Remove: ${what}`,
  rule: (kind: string, bound: string, unit: string, scope: string) =>
    `${kind}${bound === "" ? "" : ` ${bound}`}${unit === "" ? "" : ` ${unit}`}, ${scope}`,
  faults: {
    number: "Enter a number, like 1.10",
    range: {
      health: "Health bounds go from 1.00 to 10",
      liquidation: "Distances go from 0.1 to 100 %",
      rate: "Rates go from 0.1 to 1,000 %",
    } satisfies Record<BoundedKind, string>,
    duplicate: "This rule is there already",
    full: (most: number) => `At most ${most} rules. Remove one first`,
  },
  notifications: {
    default: "Browser notifications are off.",
    granted: "Browser notifications are on.",
    denied: "The browser blocks notifications of this page. Alerts still appear here.",
    unsupported: "This browser has no notifications. Alerts appear here.",
    allow: "Allow",
  },
  says: {
    health: (name: string, actual: string, bound: string) => `${name}: health ${actual}, below ${bound}`,
    liquidation: (name: string, actual: string, bound: string) =>
      `${name}: liquidation ${actual} away, within ${bound}`,
    rate: (name: string, actual: string, bound: string) => `${name}: borrow rate ${actual}, above ${bound}`,
    auction: (name: string, health: string) => `${name}: health ${health}, anyone can start its auction`,
  },
  log: { title: "Alerts", clear: "Clear alerts" },
} as const);
