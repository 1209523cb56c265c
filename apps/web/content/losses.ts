import { translated } from "./translated";

/** Words about losses of suppliers and their recovery. */
export const lossesCopy = /* @__PURE__ */ translated("losses", {
  title: "Losses and claims",
  about:
    "Bad debt that insurance and backstop did not cover was taken from the suppliers of that reserve. What is recovered later belongs to those who lost it.",
  inMarket: (market: string) => `in ${market}`,
  outstanding: "Not recovered yet",
  yours: "Yours",
  claim: (amount: string) => `Claim ${amount}`,
} as const);
