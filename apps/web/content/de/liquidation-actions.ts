import type { Catalogues } from "../dictionary";

export const liquidationActions: Catalogues["liquidationActions"] = {
  titles: {
    take: (amount) => `${amount} tilgen`,
    takeAndSell: (amount) => `${amount} ohne Kapital tilgen`,
    mark: "Auktion starten",
    net: (market) => `Zwei Konten von ${market} verrechnen`,
    softOn: "Sanftes Schließen erlauben",
    softOff: "Sanftes Schließen beenden",
    nettableOn: "An der Verrechnung teilnehmen",
    nettableOff: "Teilnahme an der Verrechnung beenden",
    claim: (symbol) => `Zurückgewonnene ${symbol} holen`,
  },
  effects: {
    repaid: (amount, owner) => `${amount} Schuld von ${owner} werden getilgt`,
    fee: (amount) => `${amount} gehen an die Versicherung der Reserve`,
    seized: (amount) => `${amount} kommen in die eigene Wallet, zum Preis dieses Moments oder besser`,
    sold: (amount) => `${amount} werden eingezogen und im Pool verkauft`,
    paidFor: (amount, owner) => `${amount} davon zahlen die Schuld von ${owner} und die Gebühr`,
    left: (amount) => `Etwa ${amount} bleiben übrig und kommen in die eigene Wallet`,
    mark: "Die Uhr startet: Von jetzt an wächst der Abschlag alle 12 Sekunden",
    net: (unhealthy, opposite) =>
      `Positionen von ${unhealthy} und ${opposite} werden gegeneinander geschlossen`,
    netPrice: "Beide zum Orakelpreis. Nichts verlässt die eigene Wallet oder kommt hinein",
    softOn:
      "Jeder darf höchstens 10 % der Schuld alle 5 Minuten schließen, solange die Gesundheit knapp über 1 liegt, für bis zu 1 %",
    softOff: "Über 1 wird nichts geschlossen. Unter 1.00 beginnt die Auktion, wie für alle",
    nettableOn:
      "Entgegengesetzte Positionen in Liquidation dürfen gegen diese zum Orakelpreis geschlossen werden. Die Hälfte ihres Bonus kommt hinzu",
    nettableOff:
      "Diese Position wird nur verrechnet, wo Käufer versagt haben, die höchstverschuldeten zuerst, und höchstens zur Hälfte",
    claim: "Was für dieses Konto zurückgewonnen wurde, kommt in die eigene Wallet",
  },
  rows: {
    pay: "Zu zahlen",
    receive: "Zu erhalten",
    left: "Bleibt übrig",
    atLeast: "Mindestens",
    bonus: "Bonus",
    profit: "Gewinn zum Orakelpreis, USD",
    maxPrice: (symbol) => `Höchster Preis für ein ${symbol}, USD`,
    deadline: "Gültig bis, UTC",
  },
  notices: {
    took: (amount) => `${amount} kamen in die eigene Wallet.`,
    marked: "Die Auktion läuft.",
    softOn: "Vor der Auktion dürfen Scheiben geschlossen werden.",
    softOff: "Vor der Auktion wird nichts geschlossen.",
    nettableOn: "Die Position darf verrechnet werden, gegen eine Vergütung.",
    nettableOff: "Die Position wird nicht mehr zur Verrechnung angeboten.",
  },
};
