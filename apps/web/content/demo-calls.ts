import { translated } from "./translated";

/** Words of the demo wallet about what it is asked to sign. */
export const demoCallsCopy = /* @__PURE__ */ translated("demoCalls", {
  orders: ["Open long", "Open short", "Reduce position", "Close position", "Close position"],
  order: "Order",
  unknown: "unknown",
  pay: "You pay",
  paidOut: "Paid out",
  borrowed: "Borrowed",
  sold: "Sold",
  limit: "Limit of the trade",
  deadline: "Valid until",
  approve: (amount: string) => `Approve ${amount}`,
  spender: "Spender",
  vault: {
    contract: (symbol: string) => `Vault of ${symbol}`,
    title: (what: string, symbol: string) => `${what}, ${symbol}`,
    calls: {
      deposit: "Vault deposit",
      mint: "Vault deposit",
      withdraw: "Vault withdrawal",
      redeem: "Vault withdrawal",
      harvest: "Vault harvest",
    },
    amount: "Amount",
    receiver: "Receiver",
    shares: (amount: string) => `${amount} shares`,
  },
  contracts: { marginEngine: "Margin engine", tradeRouter: "Trade router", permit2: "Permit2" },
} as const);
