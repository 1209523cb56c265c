import { translated } from "./translated";

export const signingCopy = /* @__PURE__ */ translated("signing", {
  watching: "You are watching this account. Connect it to trade.",
  disconnected: "Connect a wallet to sign.",
  wrongNetwork: (network: string, chain: string) => `Your wallet is on ${network}. Switch it to ${chain}.`,
  stale: (age: string) => `Data is ${age} old. Signing is off until a new block arrives.`,
  noData: "The chain has not answered yet. Signing is off.",
} as const);
