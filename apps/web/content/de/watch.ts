import type { Catalogues } from "../dictionary";

export const watch: Catalogues["watch"] = {
  title: (address) => `${address} wird beobachtet.`,
  body: "Alles kann gelesen, nichts signiert werden.",
  invalid: "Dieser Link beobachtet niemanden.",
  faults: {
    empty: "Adresse eingeben",
    length: "Eine Adresse ist 0x und 40 Ziffern von 0 bis f. Noch einmal kopieren",
    checksum:
      "Die Großbuchstaben dieser Adresse gehen nicht auf, eine Ziffer ist also falsch. Noch einmal kopieren",
  },
  copyLink: "Link kopieren",
  copied: "Link kopiert",
  notCopied: "Der Browser kopiert nichts. Diesen Link von Hand kopieren",
  share: "Teilen",
  shareAbout: "Link, um dieses Portfolio ohne Wallet zu lesen",
  shareMarket: "Link zu diesem Ticket kopieren",
  exit: "Beobachten beenden",
  dialog: {
    open: "Adresse beobachten",
    title: "Adresse beobachten",
    about:
      "Positionen, Gesundheit und Verlauf eines beliebigen Kontos, nur zum Lesen. Die Adresse steht im Link und nirgends sonst.",
    label: "Adresse",
    action: "Beobachten",
  },
};
