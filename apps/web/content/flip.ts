import { translated } from "./translated";

/** Words of turning a position round. */
export const flipCopy = /* @__PURE__ */ translated("flip", {
  sides: { long: "Long", short: "Short" },
  explain: (from: string, to: string) =>
    `Turns this ${from} into a ${to} in one transaction: everything is sold, the debt is paid back, and what is left is the collateral of the ${to}. Nothing leaves or enters your wallet.`,
  leverage: (side: string) => `Leverage of the ${side}`,
  rows: {
    side: "Side",
    size: "Size",
    impact: "Price impact",
    fee: "Pool fee",
    atLeast: "Received at least",
    realised: (side: string) => `Result of the ${side}`,
  },
  permission:
    "No approval is needed. Your account is lent to the position router for this one transaction; nothing stays allowed, so there is nothing to take back.",
  button: {
    flip: (side: string, leverage: string) => `flip to ${side} at ${leverage}`,
  },
  title: (symbol: string, from: string, to: string) => `Flip ${symbol} ${from} to ${to}`,
  effects: {
    keeps: (amount: string) => `About ${amount} stays as collateral of the new position`,
    lends: (router: string) =>
      `Position router ${router} acts on this account once, in this transaction. Nothing stays allowed`,
    otherRouter: "This order goes to a contract that is not the position router. Do not confirm it",
  },
  done: (symbol: string, side: string, size: string) => `${symbol} is now ${side}, ${size}`,
} as const);
