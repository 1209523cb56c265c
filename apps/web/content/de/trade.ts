import type { Catalogues } from "../dictionary";

export const trade: Catalogues["trade"] = {
  title: (market) => `${market} · Gimbal`,
  ticket: "Auftrag",
  positions: "Positionen und Verlauf",
  long: "Long",
  short: "Short",
  chart: {
    region: "Preis",
    interval: "Intervall",
    legend: { entry: "Einstieg", warning: "Warnung", liquidation: "Liquidation" },
    tags: {
      entry: "Einstieg, Mittel",
      warning: "Warnung, weiche Zone beginnt",
      liquidation: "Liquidation",
      liquidationNow: "Liquidation jetzt",
      liquidationAfter: (distance) => `Liquidation nach diesem Handel ${distance}`,
    },
    shortTags: {
      entry: "Einstieg",
      warning: "Warnung",
      liquidation: "Liquidation",
      liquidationNow: "Liquidation jetzt",
      liquidationAfter: (distance) => `Nach diesem Handel ${distance}`,
    },
    fit: "Linien einpassen",
    showTable: "Als Tabelle",
    showChart: "Als Diagramm",
    table: { time: "Zeit, UTC", open: "Erster", high: "Höchster", low: "Tiefster", close: "Letzter" },
    loading: "Preise werden geladen",
    failed: {
      title: "Die Preise wurden nicht geladen",
      body: "Die Chain hat nicht geantwortet. Eigene Positionen sind nicht betroffen.",
    },
    empty: { title: "Noch keine Preise", body: "Der erste erscheint hier, wenn der Feed ihn meldet." },
    conclusion: {
      price: (asset, interval, price) => `Preis von ${asset}, Kerzen zu ${interval}. Jetzt ${price}.`,
      entry: (price) => `Einstieg ${price}.`,
      warning: (price) => `Warnung bei ${price}.`,
      liquidation: (price, distance) => `Liquidation bei ${price}, ${distance} entfernt.`,
      after: (price) => `Nach diesem Handel Liquidation bei ${price}.`,
    },
  },
};
