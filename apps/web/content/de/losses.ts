import type { Catalogues } from "../dictionary";

export const losses: Catalogues["losses"] = {
  title: "Verluste und Ansprüche",
  about:
    "Ausfälle, die Versicherung und Backstop nicht deckten, wurden den Einlegern dieser Reserve abgezogen. Was später zurückgewonnen wird, gehört denen, die es verloren haben.",
  inMarket: (market) => `in ${market}`,
  outstanding: "Noch nicht zurückgewonnen",
  yours: "Eigener Anspruch",
  claim: (amount) => `${amount} holen`,
};
