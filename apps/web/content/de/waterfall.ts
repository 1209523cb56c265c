import type { Catalogues } from "../dictionary";

export const waterfall: Catalogues["waterfall"] = {
  whole: "Einleger haben nichts verloren",
  lost: (amount) => `Einleger haben ${amount} verloren`,
  owed: (amount, lost) => `${amount} stehen Einlegern zu, mit Zinsen. Von ihnen genommen: ${lost}`,
  calm: "Noch wurde kein Konto liquidiert. Danach steht hier, wer seine Schuld zurückgezahlt hat.",
  label: "Schuld liquidierter Konten, und wer sie gezahlt hat",
  about:
    "Schuld liquidierter Konten, nach dem, der sie gezahlt hat, der Reihe nach. Seit Beginn, zu Preisen von jetzt.",
  steps: {
    takers: { label: "Bieter zahlten zurück", note: "für Sicherheiten" },
    netting: { label: "Verrechnung zahlte zurück", note: "Longs gegen Shorts" },
    backstop: { label: "Backstop zahlte zurück", note: "für Sicherheiten, die niemand kaufte" },
    insurance: { label: "Versicherung zahlte", note: "für Schuld ohne Sicherheiten" },
    cover: { label: "Backstop zahlte", note: "für Schuld ohne Sicherheiten" },
    lenders: { label: "Einleger zahlten", note: "nur, wenn die anderen leer sind" },
  },
  loading: "Wer gezahlt hat, wird geladen",
};
