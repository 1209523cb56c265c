import type { Catalogues } from "../dictionary";

export const gauge: Catalogues["gauge"] = {
  name: "Gesundheit",
  words: { safe: "Sicher", soft: "Weich", auction: "Auktion", none: "Keine Schuld", unknown: "Kein Preis" },
  unknown: "Gesundheit unbekannt",
  noDebt: "Keine Schuld, nicht liquidierbar",
  reading: (health, zone, soft) =>
    `Gesundheit ${health}, ${zone}. Weiche Zone unter ${soft}, Liquidation unter 1.00.`,
  was: (health) => `War ${health}.`,
  stale: "Die Daten sind veraltet.",
  entered: (name, zone, health) => `${name}: ${zone}, Gesundheit ${health}.`,
};
