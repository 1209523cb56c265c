import type { Catalogues } from "../dictionary";

export const columns: Catalogues["columns"] = {
  time: "Zeit des Blocks, UTC",
  block: "Nummer des Blocks",
  transaction: "Hash der Transaktion",
  log_index: "Stelle des Ereignisses in seinem Block",
  account: "Unterkonto: Eigentümer und Index",
  account_index: "Index des Unterkontos; 0 verleiht",
  market: "Markt",
  type: "Was geschah",
  side: "long oder short",
  asset: "Asset, in dem size steht",
  size: "Änderung des Engagements oder der Einlage, mit Vorzeichen, in asset",
  quote: "Asset, in dem alle Beträge danach stehen",
  price: "Preis des Handels, Gebühr eingeschlossen",
  paid_in: "Aus der Wallet (+) oder in sie (−)",
  fee: "Gebühr des Pools, Teil des Preises",
  realised: "Gewinn dieses Handels gegen den mittleren Einstieg, vor Zinsen auf quote",
  result: "Als die Position geschlossen war: alles, was herauskam, abzüglich allem, was eingezahlt war",
  vault: "Kreditvault, um dessen Anteile es geht",
};
