import type { Catalogues } from "../dictionary";

export const demoCalls: Catalogues["demoCalls"] = {
  orders: [
    "Long eröffnen",
    "Short eröffnen",
    "Position verkleinern",
    "Position schließen",
    "Position schließen",
  ],
  order: "Auftrag",
  unknown: "unbekannt",
  pay: "Zu zahlen",
  paidOut: "Ausgezahlt",
  borrowed: "Geliehen",
  sold: "Verkauft",
  limit: "Grenze des Handels",
  deadline: "Gültig bis",
  approve: (amount) => `${amount} freigeben`,
  spender: "Empfänger der Freigabe",
  vault: {
    contract: (symbol) => `Vault von ${symbol}`,
    title: (what, symbol) => `${what}, ${symbol}`,
    calls: {
      deposit: "Einzahlung in den Vault",
      mint: "Einzahlung in den Vault",
      withdraw: "Abhebung aus dem Vault",
      redeem: "Abhebung aus dem Vault",
      harvest: "Einsammeln für den Vault",
    },
    amount: "Betrag",
    receiver: "Empfänger",
    shares: (amount) => `${amount} Anteile`,
  },
  contracts: { marginEngine: "Margin-Engine", tradeRouter: "Handelsrouter", permit2: "Permit2" },
};
