import type { Catalogues } from "../dictionary";

export const losses: Catalogues["losses"] = {
  title: "Verluste und Ansprüche",
  about:
    "Ausfälle, die Versicherung und Backstop nicht deckten, wurden den Einlegern dieser Reserve abgezogen. Was später zurückgewonnen wird, gehört denen, die es verloren haben.",
  inMarket: (market) => `in ${market}`,
  outstanding: "Noch nicht zurückgewonnen",
  yours: "Eigener Anspruch",
  history: {
    title: "Verlauf der Verluste",
    about:
      "Schuld, die ohne Sicherheit blieb, und wer sie zahlte. Zuerst zahlt die Versicherung, dann der Backstop, zuletzt die Einleger.",
    none: "Bisher blieb keine Schuld ohne Sicherheit. Kein Einleger hat etwas verloren.",
    head: { time: "Zeit, UTC", reserve: "Reserve", amount: "Abgeschriebene Schuld", step: "Gezahlt von" },
    steps: { insurance: "Versicherung", backstop: "Backstop", suppliers: "Einleger" },
    block: (block) => `Block ${block}`,
  },
  claim: (amount) => `${amount} holen`,
};
