import type { Catalogues } from "../dictionary";

export const regime: Catalogues["regime"] = {
  term: "Lage",
  names: { calm: "Ruhig", elevated: "Erhöht", stress: "Stress", halt: "Halt" },
  meanings: {
    calm: "Nichts Ungewöhnliches wird gemessen.",
    elevated: "Ungewöhnliches wird gemessen: Neues Risiko wird vorsichtiger genommen.",
    stress:
      "Die Messwerte sind weit vom Üblichen: Wenig neues Risiko wird genommen. Schließen und Sicherheit hinzufügen geht.",
    halt: "Kein neues Risiko wird genommen. Schließen und Sicherheit hinzufügen geht.",
  },
  about:
    "Bestimmt aus Volatilität, Tiefe, Korrelation und den Preisquellen. Sie steigt sofort und fällt langsam.",
  since: (age) => `Seit ${age}.`,
  because: "Weil",
  noReason: "Nichts Gemessenes verlangt sie noch: Sie fällt langsam.",
  more: "Alle Messwerte zeigen",
  reasons: {
    volatility: "Die kurze Volatilität liegt weit über der der Woche",
    depth: "Die Tiefe liegt weit unter der üblichen",
    price: "Eine Preisquelle fehlt, ist alt oder weicht von den anderen ab",
    correlation: "Kurze und lange Korrelation gehen auseinander",
    clips: "Preissprünge trafen die Schranke der Schätzung",
    stale: "Die Volatilität wurde lange nicht gemessen",
    cooling: "Sie war vor Kurzem höher und fällt langsam",
  },
  closed: {
    term: "Eröffnungen sind gesperrt",
    note: "Eröffnungen sind gesperrt",
    button: "Eröffnungen sind gesperrt. Schließen geht",
    body: "Schließen, verkleinern und Sicherheit hinzufügen geht.",
    sentence: (detail) => `Eröffnungen sind gesperrt: ${detail}.`,
    coverage: (ratio, bound) => `Deckung ${ratio}, neuer Hebel endet bei ${bound}`,
    regimes: {
      calm: "neuer Hebel wird jetzt nicht genommen",
      elevated: "die Lage des Marktes ist erhöht",
      stress: "der Markt steht unter Stress",
      halt: "der Markt ist angehalten",
    },
    aboutCoverage:
      "Deckung ist das verfügbare Geld geteilt durch die Schuld, die ein Preissprung liquidierbar machen würde. Unter 1.20 wird kein neuer Hebel genommen, damit Liquidationen immer bezahlt werden können. Schließen, verkleinern und Sicherheit hinzufügen geht.",
    aboutRegime:
      "Was an diesem Markt gemessen wird, ist zu weit vom Üblichen, um neues Risiko zu nehmen. Schließen, verkleinern und Sicherheit hinzufügen geht.",
  },
};
