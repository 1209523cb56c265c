import type { Catalogues } from "../dictionary";

export const backstop: Catalogues["backstop"] = {
  all: "Backstop-Tresore",
  title: (market) => `Backstop von ${market}`,
  about:
    "Übernimmt mit Abschlag Positionen, die niemand kauft, und zahlt Verluste dieses Marktes vor dessen Einlegern.",
  loading: "Backstop wird geladen",
  failed: {
    title: "Der Backstop wurde nicht geladen",
    body: "Die Chain hat nicht geantwortet. Der eigene Anteil ist nicht betroffen.",
  },
  figures: {
    label: "Kennzahlen des Backstops",
    size: "Größe",
    sizeNote: (free) => `${free} frei`,
    price: "Anteilspreis",
    priceNote: (change) => `${change} seit Beginn`,
    coverage: "Deckung des Marktes",
    coverageNote: "neuer Hebel endet bei 1.20",
    coverageNone: "keine Schuld zu decken",
    covered: "Gezahlte Verluste",
    coveredNote: (room) => `höchstens ${room} beim nächsten`,
    yours: "Eigener Anteil",
    yoursNote: (share) => `${share} des Tresors`,
    yoursNone: "noch nichts",
    explain: {
      price:
        "Was ein Anteil bei vorsichtiger Bewertung einlösen würde: 1.00 am Anfang, zuzüglich der Erträge aus Übernahmen und Gebühren, abzüglich der Verluste.",
      coverage:
        "Alle Mittel des Marktes, gemessen an der Schuld, die sein Stresssprung liquidierbar machen würde. Der Tresor ist das größte davon.",
    },
  },
  holdings: {
    title: "Was er hält",
    cash: "Bargeld",
    vesting: (amount) => `${amount} davon sind Ertrag, der innerhalb eines Tages zählt`,
    held: (symbol) => `${symbol}, übernommen`,
    owed: (symbol) => `${symbol}, geschuldet`,
    hedged: (ratio, target) => `abgesichert ${ratio}, Ziel ${target}`,
    none: "Nur Bargeld: keine Position wartet auf den Verkauf.",
  },
  risks: {
    title: "Was schiefgehen kann",
    items: [
      "Er kauft, was fällt. Bis das verkauft ist, fällt der Tresor mit.",
      "Ein Verlust des Marktes wird aus ihm bezahlt, bevor Einleger etwas verlieren. Der eigene Anteil schrumpft entsprechend.",
      "Der Ausstieg braucht Zeit, und wartende Anteile tragen weiter jeden Verlust.",
      "Diese Verträge wurden nicht auditiert.",
    ],
  },
  exit: {
    title: "Eigener Ausstieg",
    about: (cooldown, window) =>
      `Zum Ausstieg: anmelden, ${cooldown} warten, dann innerhalb von ${window} abheben. Bis dahin tragen die Anteile jeden Verlust.`,
    waiting: (amount) => `${amount} warten auf den Ausstieg.`,
    opens: (time) => `Das Fenster öffnet in ${time}.`,
    open: (time) => `Das Fenster ist noch ${time} offen.`,
    limited: (room) => `Ausstiege sind begrenzt, solange Verluste kommen können: ${room} können jetzt gehen.`,
    paused: "Ein Preis, den der Tresor braucht, fehlt. Einzahlungen und Ausstiege warten.",
  },
  actions: {
    deposit: "Einzahlen",
    request: "Ausstieg anmelden",
    redeem: (amount) => `${amount} abheben`,
    cancel: "Ausstieg abbrechen",
    connect: "Zum Einzahlen Wallet verbinden",
  },
  dialog: {
    titles: { deposit: "In den Backstop einzahlen", request: "Ausstieg anmelden" },
    amount: "Betrag",
    balance: (amount) => `Guthaben ${amount}`,
    yours: (amount) => `Eigener Anteil ${amount}`,
    button: {
      empty: "Betrag eingeben",
      deposit: (amount) => `Prüfen: ${amount} einzahlen`,
      request: (amount) => `Prüfen: Ausstieg mit ${amount}`,
    },
    notes: {
      aboveStake: (amount) => `Nur ${amount} gehören diesem Konto.`,
      useMax: "Max nehmen",
    },
  },
  titles: {
    deposit: (amount) => `${amount} in den Backstop einzahlen`,
    request: (amount) => `Ausstieg mit ${amount} anmelden`,
    redeem: (amount) => `${amount} aus dem Backstop abheben`,
    cancel: "Ausstieg abbrechen",
    takeOver: "Vom Backstop übernehmen lassen",
  },
  effects: {
    deposited: "Es stützt diesen Markt: Es übernimmt Positionen und zahlt Verluste",
    cooldown: (time) => `Die Wartezeit von ${time} beginnt. Die Anteile tragen weiter jeden Verlust`,
    redeemed: (amount) => `Etwa ${amount} kommen in die eigene Wallet`,
    stays: (amount) => `${amount} bleiben im Tresor`,
    takeOver: (owner) => `Der Tresor zahlt die Schuld von ${owner} und behält die Sicherheit`,
    reward: "Eine kleine Belohnung kommt in die eigene Wallet: das Gas und etwas mehr",
  },
};
