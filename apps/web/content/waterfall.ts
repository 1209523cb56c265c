import { translated } from "./translated";

/** Words about who paid for debt that went bad. */
export const waterfallCopy = /* @__PURE__ */ translated("waterfall", {
  whole: "Lenders are whole",
  lost: (amount: string) => `Lenders lost ${amount}`,
  owed: (amount: string, lost: string) =>
    `${amount} owed to lenders, with interest. Taken from them: ${lost}`,
  calm: "No account has been liquidated yet. When one is, this says who repaid its debt.",
  label: "Debt of liquidated accounts, and who paid it",
  about: "Debt of liquidated accounts, by who paid it, in order. All time, values at the prices of now.",
  steps: {
    takers: { label: "Bidders repaid", note: "for collateral" },
    netting: { label: "Netting repaid", note: "longs against shorts" },
    backstop: { label: "Backstop repaid", note: "for collateral nobody bought" },
    insurance: { label: "Insurance paid", note: "for debt without collateral" },
    cover: { label: "Backstop paid", note: "for debt without collateral" },
    lenders: { label: "Lenders paid", note: "only when the others are empty" },
  },
  loading: "Loading who paid",
} as const);
