import { translated } from "./translated";

/** Words about losses of suppliers and their recovery. */
export const lossesCopy = /* @__PURE__ */ translated("losses", {
  title: "Losses and claims",
  about:
    "Bad debt that insurance and backstop did not cover was taken from the suppliers of that reserve. What is recovered later belongs to those who lost it.",
  inMarket: (market: string) => `in ${market}`,
  outstanding: "Not recovered yet",
  yours: "Yours",
  history: {
    title: "Loss history",
    about:
      "Debt that was left without collateral, and who paid it. Insurance pays first, then the backstop, lenders last.",
    none: "No debt has been left without collateral so far. No lender has lost anything.",
    head: { time: "Time, UTC", reserve: "Reserve", amount: "Debt written off", step: "Paid by" },
    steps: { insurance: "Insurance", backstop: "Backstop", suppliers: "Lenders" },
    block: (block: string) => `Block ${block}`,
  },
  claim: (amount: string) => `Claim ${amount}`,
} as const);
