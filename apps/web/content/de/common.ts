import type { Catalogues } from "../dictionary";

export const common: Catalogues["common"] = {
  product: "Gimbal",
  tagline: "Hebel im Lot",
  description:
    "Margenhandel gegen echte Liquidität auf der Chain; die Gesundheit misst die Schwelle des Vertrags selbst.",
  close: "Schließen",
  cancel: "Abbrechen",
  retry: "Erneut versuchen",
  dismiss: "Ausblenden",
  max: "Max",
  copy: "Kopieren",
  copied: "Kopiert",
  none: "Keiner",
  unknown: "—",
  before: "Vorher",
  after: "Nachher",
  item: "Posten",
  limitNow: (text) => `jetzt ${text}`,
  limitMax: (text) => `max ${text}`,
  about: (term) => `Über: ${term}`,
  skip: "Zum Inhalt springen",
};
