import type { Catalogues } from "../dictionary";

export const portfolio: Catalogues["portfolio"] = {
  title: "Portfolio",
  loading: "Portfolio wird geladen",
  failed: {
    title: "Das Portfolio wurde nicht geladen",
    body: "Die Chain hat nicht geantwortet. Eigene Positionen sind nicht betroffen.",
  },
  disconnected: {
    title: "Wessen Portfolio?",
    body: "Eine Wallet verbinden oder ein beliebiges Konto nach seiner Adresse beobachten.",
  },
  empty: {
    title: "Noch nichts hier",
    body: "Positionen und Einlagen dieses Kontos erscheinen hier, in allen Märkten.",
    trade: "Position eröffnen",
    lend: "Verleihen",
  },
  kpis: {
    label: "Portfolio in Zahlen",
    netWorth: "Nettowert",
    netWorthNote: (accounts, loans) =>
      [count(accounts, "Unterkonto", "Unterkonten"), count(loans, "Einlage", "Einlagen")].join(", "),
    exposure: "Engagement",
    exposureNote: (long, short) => `long ${long}, short ${short}`,
    debt: "Schuld",
    debtNote: (cost) => `kostet ${cost} am Tag`,
    result: "Ergebnis nach Gebühren und Zinsen",
    resultNote: (before) => `davor ${before}`,
    resultPart: "der Konten, bei denen es bekannt ist",
    health: "Niedrigste Gesundheit",
    healthNone: "keine Schuld",
    explain: {
      netWorth:
        "Sicherheiten abzüglich Schulden aller Unterkonten, und was verliehen ist, zu Indexpreisen. Die Wallet gehört nicht dazu.",
      exposure:
        "Wert aller Longs und aller Shorts in ihren Basis-Assets. Was verliehen ist, gehört nicht dazu.",
      debt: "Was alle Unterkonten schulden, Zinsen eingeschlossen. Die Kosten eines Tages folgen den Leihzinsen dieses Moments.",
      result:
        "Was in den Konten ist und was entnommen wurde, abzüglich dessen, was eingezahlt wurde. Vor Gebühren und Zinsen: dasselbe, mit den Gebühren der Pools und den Zinsen wieder dazu; die Preiswirkung bleibt enthalten.",
      health:
        "Jedes Unterkonto wird für sich liquidiert: Eines, das unter 1.00 fällt, berührt die anderen nicht.",
    },
  },
  danger: {
    auction: (name) => `${name} kann liquidiert werden.`,
    soft: (name, distance) => `${name} ist in der weichen Zone, Liquidation ${distance} entfernt.`,
    add: (amount, health) => `${amount} hinzuzufügen hebt die Gesundheit auf ${health}.`,
    repay: (amount, health) => `${amount} zurückzuzahlen hebt die Gesundheit auf ${health}.`,
    action: "Sicherheit hinzufügen",
  },
  accounts: {
    title: "Unterkonten",
    note: "Jedes hat seine eigene Marge",
    kinds: { isolated: "Isoliert", cross: "Gemeinsam" },
    head: {
      account: "Konto",
      holds: "Hält / schuldet",
      health: "Gesundheit",
      equity: "Eigenkapital",
      leverage: "Hebel",
      liquidation: "Liquidation",
      distance: "Abstand",
      cost: "Kosten am Tag",
      chance: "Risiko 24 h",
      actions: "Aktionen",
    },
    owes: (amount) => `schuldet ${amount}`,
    manage: "Verwalten",
    orders: "Umschichten",
    ordersLabel: (name) => `Umschichten: ${name}`,
    numbered: (name, number) => `${name} (${number})`,
    manageLabel: (name) => `${name} verwalten`,
    none: "Keine",
    empty: {
      title: "Keine Unterkonten",
      body: "Eine Position bekommt ein eigenes, wenn sie eröffnet wird.",
    },
  },
  exposure: {
    title: "Engagement nach Asset",
    note: "Über alle Unterkonten und Einlagen",
    head: {
      asset: "Asset",
      held: "Gehalten",
      owed: "Geschuldet",
      lent: "Verliehen",
      net: "Netto",
      value: "Nettowert",
    },
    empty: "Kein Engagement.",
  },
  loans: {
    title: "Verliehen",
    earns: (amount) => `verdient ${amount} am Tag`,
    head: {
      asset: "Asset",
      market: "Markt",
      amount: "Verliehen",
      value: "Wert",
      rate: "Einlagenzins",
      day: "Ertrag am Tag",
    },
    empty: "Nichts verliehen. Verleihen verdient, was Kreditnehmer zahlen.",
    more: "Verleihen",
  },
  result: {
    title: "Woher das Ergebnis kam",
    note: (quote) => `${quote}, seit Beginn`,
    head: { account: "Konto", price: "Preis", interest: "Zinsen", fees: "Pool-Gebühren", net: "Netto" },
    all: "Alle",
    loan: (symbol, market) => `${symbol} verliehen, ${market}`,
    empty: "Noch kein Ergebnis.",
    failed: "Der Verlauf wurde nicht geladen, das Ergebnis ist also nicht bekannt.",
    unknown:
      "— wo das Asset selbst ein- oder ausgezahlt wurde und niemand weiß, was dafür bezahlt worden war.",
    explain: {
      price: "Was Preise brachten, Preiswirkung eingeschlossen.",
      interest: "Auf Schulden gezahlt und geschuldet oder mit Verliehenem verdient, zu heutigen Preisen.",
      fees: "Der Anteil der Pools an jedem Handel.",
    },
  },
  course: {
    title: "Realisierter Gewinn im Lauf der Zeit, USD",
    about:
      "Eine Stufe bei jedem Handel, der etwas geschlossen hat, Gebühren inbegriffen; was offen ist, zählt nicht.",
    label: (trades, sum) =>
      `Realisierter Gewinn: ${sum} nach ${trades === 1 ? "einem Handel" : `${trades} Handeln`}`,
    showTable: "Als Tabelle zeigen",
    showChart: "Als Diagramm zeigen",
    head: { time: "Zeit", realised: "Dieser Handel", sum: "Alle bis dahin" },
  },
  stress: {
    title: "Stresstest",
    reset: "Zurücksetzen",
    presets: "Szenario",
    custom: "Eigenes",
    slider: (symbol) => `Preis von ${symbol}`,
    volatility: "Volatilität",
    volatilityWord: "Vol",
    field: (symbol) => `${symbol}, Prozent`,
    rows: {
      netWorth: "Nettowert",
      change: "Änderung",
      debt: "Schuld",
      exposure: "Engagement",
      lowest: "Niedrigste Gesundheit",
      auction: "Unterkonten in der Auktion",
    },
    ofAll: (part, all) => `${part} von ${all}`,
    verdicts: {
      safe: "Bleibt sicher",
      soft: "In der weichen Zone",
      auction: (rescue) => `Braucht ${rescue} bis 1.05`,
      auctionAlone: "In der Auktion",
      none: "Keine Schuld",
      unknown: "Kein Preis",
    },
    note: "Die eigene Formel der Engine zu den bewegten Preisen, mit den Mengen dieses Kontos. Margen folgen der Volatilität hier sofort; im Markt würde sich ein Anstieg über Stunden verteilen, mit 1 Punkt je Stunde. Assets ohne Aufzeichnung bewegen sich wie ETH.",
    empty: "Mit einer Position ist hier zu sehen, was ein Absturz mit ihr machen würde.",
  },
  history: {
    title: "Verlauf",
    filters: { what: "Was", market: "Markt", time: "Zeit" },
    everything: "Alles",
    kinds: {
      trade: "Handel",
      collateral: "Sicherheit und Schuld",
      liquidation: "Liquidationen",
      loan: "Einlagen",
    },
    times: {
      all: "Gesamte Zeit",
      day: "24 Stunden",
      week: "7 Tage",
      month: "30 Tage",
      quarter: "90 Tage",
    },
    allMarkets: "Alle Märkte",
    loans: { supply: "Verliehen", withdraw: "Abgehoben" },
    head: {
      time: "Zeit, UTC",
      account: "Konto",
      what: "Was",
      size: "Größe",
      price: "Preis",
      fee: "Pool-Gebühr",
      result: "Ergebnis",
    },
    table: "Verlauf dieses Kontos, neueste zuerst",
    none: "Nichts passt zu diesen Filtern.",
    clear: "Filter löschen",
    more: (left) => `Mehr zeigen, noch ${left}`,
    shown: (shown, all) => (shown === all ? `${all} Einträge` : `${shown} von ${all} Einträgen`),
    csv: {
      button: "CSV",
      label: (rows) => `${count(rows, "Zeile", "Zeilen")} als CSV herunterladen`,
      columns: "Spalten",
      done: (rows) => `${count(rows, "Zeile", "Zeilen")} geschrieben`,
      about:
        "Beträge sind genaue Dezimalzahlen mit Punkt. Ein Feld, das nicht zutrifft oder nicht bekannt ist, ist leer.",
    },
  },
};

function count(value: number, one: string, many: string): string {
  return `${value} ${value === 1 ? one : many}`;
}
