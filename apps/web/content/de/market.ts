import type { Catalogues } from "../dictionary";

export const market: Catalogues["market"] = {
  region: "Markt",
  menu: "Märkte",
  cross: "Cross-Margin",
  change: (age) => `Änderung des Index in ${age}`,
  columns: { market: "Markt", price: "Indexpreis", rate: "Leihzins" },
  stats: {
    volatility: "Prognose Volatilität",
    depth: "Tiefe für Margen",
    borrowRate: "Leihzins",
    utilisation: "Auslastung",
    borrowable: "Noch zu leihen",
  },
  explain: {
    volatility:
      "Wie stark der Preis sich voraussichtlich bewegt, als Jahreswert: die Prognose der Chain für die nächsten 24 Stunden oder der Durchschnitt der letzten 6 Stunden, wenn dieser höher ist. Steigt sie, fällt der höchste Hebel.",
    depth:
      "Wert in USD, der den Preis des Pools um 1 % bewegt, wie die Margen ihn zählen: Er folgt den Pools langsam, damit niemand durch verschobene Liquidität Margen bewegt. Eine im Vergleich dazu große Position braucht mehr Marge. Die Tiefe von jetzt steht auf der Seite Risiko.",
    borrowRate:
      "Was ein Kreditnehmer von USDC jetzt im Jahr zahlt. Der Zins folgt der Auslastung in jedem Block: Über dem Ziel steigt er, darunter fällt er.",
    utilisation: "Der Teil der eingelegten USDC, der verliehen ist.",
    borrowable: "USDC, die eingelegt und nicht verliehen sind: das Höchste, was neue Longs aufnehmen können.",
  },
  paused: "Eröffnen ist pausiert. Schließen und Sicherheit hinzufügen geht.",
  notLoaded: {
    title: "Die Märkte wurden nicht geladen",
    body: "Die Chain hat nicht geantwortet. Eigene Positionen sind nicht betroffen.",
  },
};
