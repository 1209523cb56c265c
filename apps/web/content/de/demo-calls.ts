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
  contracts: { marginEngine: "Margin-Engine", tradeRouter: "Handelsrouter", permit2: "Permit2" },
};
