import type { Catalogues } from "../dictionary";

export const helpStrip: Catalogues["helpStrip"] = {
  label: "Erste Schritte",
  strip: "Neu hier?",
  stripBody: "Wie die Gesundheit wirkt, was das Maximum bewegt und was schiefgehen kann: eine Minute.",
  open: "Zeigen",
  skip: "Überspringen",
};
