import type { Catalogues } from "../dictionary";

export const danger: Catalogues["danger"] = {
  auction: (name) => `${name} ist in der Auktion.`,
  soft: (name, health) => `${name} ist in der weichen Zone, Gesundheit ${health}.`,
  stops: (amount, health) => `${amount} hinzuzufügen hebt die Gesundheit auf ${health} und beendet sie.`,
  raises: (amount, health) => `${amount} hinzuzufügen hebt die Gesundheit auf ${health}.`,
  close: "Keine Menge dieses Assets holt sie zurück. Schließen, um zu behalten, was übrig ist.",
  add: (amount) => `${amount} hinzufügen`,
  addAny: "Sicherheit hinzufügen",
  reduce: "Auf sicher verkleinern",
  reduceLabel: (name, size) => `${name} um ${size} verkleinern, auf sicher`,
  at: (discount) => `Auktion bei ${discount}`,
  notStarted: "Auktion nicht gestartet",
  netting: {
    label: "Verrechnung",
    sentence:
      "Entgegengesetzte Positionen in Liquidation dürfen gegen die eigene zum Orakelpreis geschlossen werden. Das bringt die Hälfte ihres Bonus; die eigene Anforderung steigt nie, aber die Position kann früher enden.",
  },
  softZone: {
    label: "Sanftes Schließen",
    sentence:
      "Knapp über 1.00 darf jeder kleine Scheiben schließen, für höchstens 1 % Gebühr. Das vermeidet oft die Auktion.",
    on: "An",
    off: "Aus",
    turnOn: "Einschalten",
    turnOff: "Ausschalten",
    extra: "Die Wahl ist eine zweite Transaktion, nachdem die Position offen ist.",
  },
};
