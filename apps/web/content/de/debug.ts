import type { Catalogues } from "../dictionary";

export const debug: Catalogues["debug"] = {
  title: "Diagnose",
  about: "Womit diese Seite verbunden ist, und was ein Fehler bedeutet.",
  endpoints: {
    title: "Endpunkte der Chain",
    table: "Endpunkte der Chain",
    head: { url: "Endpunkt", state: "Zustand", chain: "Chain", block: "Block", delay: "Antwort" },
    states: {
      used: "In Benutzung",
      ready: "Bereit",
      down: "Keine Antwort",
      foreign: "Andere Chain",
      asking: "Wird gefragt",
    },
    delay: (ms) => `${ms} ms`,
    again: "Erneut fragen",
    note: "Benutzt wird der erste, der antwortet. Einer, der zurückliegt oder zu einer anderen Chain gehört, nie.",
  },
  oracle: { title: "Preise", none: "Die Preise sind noch nicht bekannt." },
  system: {
    title: "Diese Seite",
    version: "Version",
    chain: "Chain",
    index: "Index der Vergangenheit",
    indexStates: {
      none: "keiner: Verläufe werden von der Chain gelesen",
      current: "aktuell",
      indexing: "wird indexiert",
      behind: "liegt zurück",
      down: "antwortet nicht",
    },
    contracts: "Verträge",
  },
  decode: {
    title: "Was ein Fehler bedeutet",
    label: "Daten oder Selektor, 0x…",
    about:
      "Einfügen, was Wallet oder Explorer nach einer fehlgeschlagenen Transaktion zeigen. Nichts verlässt diese Seite.",
    none: "In diesem Text sind keine Daten: Sie beginnen mit 0x und haben mindestens 8 Stellen.",
    unknown: (selector) => `${selector} ist keiner der Fehler dieser Version.`,
    name: "Fehler",
  },
};
