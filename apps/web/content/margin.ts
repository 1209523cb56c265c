import { translated } from "./translated";

/** Words of the choice of what answers for a position. */
export const marginCopy = /* @__PURE__ */ translated("margin", {
  label: "Margin",
  isolated: "Isolated",
  cross: "Cross",
  explain: (quote: string) =>
    `Isolated: the collateral of this position alone answers for it. Cross: all collateral of your cross account answers for all its positions, so one liquidation can take all of it. A cross account holds longs or shorts, not both, because a long owes ${quote} and a short holds it.`,
} as const);
