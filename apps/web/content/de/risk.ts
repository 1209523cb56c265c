import type { Catalogues } from "../dictionary";

export const risk: Catalogues["risk"] = {
  title: "Risiko",
  markets: "Markt",
  assets: "Asset",
  loading: "Risikobericht wird geladen",
  failed: {
    title: "Der Risikobericht wurde nicht geladen",
    body: "Die Chain hat nicht geantwortet. Eigene Positionen sind nicht betroffen.",
  },
  empty: { title: "Keine Märkte", body: "Diese Chain hat noch keinen Markt, der gemessen wird." },
  old: (age) => `Diese Zahlen sind ${age} hinter dem Rest der Seite.`,
  showTable: "Als Tabelle",
  showChart: "Als Diagramm",
  kpis: {
    label: "Kennzahlen des Marktes",
    volatility: "Prognose Volatilität",
    realised: (value) => `gemessen ${value}, 24 h`,
    leverage: "Höchster Hebel",
    leverageSetBy: (what) => `bestimmt durch: ${what}`,
    leverageUnknown: "ein Preis fehlt",
    coverage: "Deckung",
    coverageStops: "neuer Hebel endet bei 1.20",
    reached: (gap) => (gap === undefined ? "Vom Sprung erreichte Schuld" : `Schuld bei Sprung von ${gap}`),
    reachedShare: (share) => `${share} aller Schuld`,
    coverageNone: "keine Schuld zu decken",
    reachedNone: "keine Schuld in Reichweite",
    none: "Keine",
    depth: "Tiefe bis 1 %",
    depthUsual: (value) => `üblich ${value}`,
    exposure: "Offenes Engagement",
    exposureSplit: (long, short) => `long ${long}, short ${short}`,
    exposureNone: "nichts ist geliehen",
    several: "nur ein Wert je Paar",
    explain: {
      volatility:
        "Wie stark der Preis sich voraussichtlich bewegt, als Jahreswert: die Prognose der nächsten 24 Stunden oder der Durchschnitt der letzten 6 Stunden, wenn dieser höher ist. Margen folgen ihr. Gemessen ist, was der Preis in den letzten 24 Stunden tat.",
      leverage:
        "Das Höchste, was ein neuer Long mit 1,000 USDC jetzt nehmen könnte, mit der Preiswirkung des eigenen Handels. Was es bestimmt, steht darunter; steigt die Volatilität, fällt es.",
      coverage:
        "Das verfügbare Geld geteilt durch die Schuld, die der Sprung liquidierbar machen würde, auf der Seite, die er trifft. Unter 1.20 endet neuer Hebel; unter 1.00 schrumpft der Markt nur noch.",
      reached:
        "Die Schuld, die auf einmal liquidierbar würde, wenn der Preis so weit spränge, nach oben oder unten, je nachdem, was schlimmer ist. Sprünge kommen vor; die Prognose sieht sie nicht.",
      depth:
        "Der Wert, der den Preis um 1 % bewegt, gelesen aus den Pools. Im Vergleich dazu große Positionen brauchen mehr Marge, weil ihr Schließen den Preis bewegen würde.",
      exposure:
        "Was alle Positionen des Marktes geliehen haben: Longs schulden das Quote-Asset, Shorts das Basis-Asset. Gelesen aus der Liquidationskarte.",
    },
  },
  volatility: {
    title: (asset) => `Volatilität von ${asset}`,
    forecast: "Prognose, nächste 24 h",
    realised: "Gemessen, 24 h zurück",
    range: "80-%-Bereich",
    rangeAbout:
      "Wo vier von fünf früheren Prognosen endeten, als Teil der Prognose: Ein Zehntel kam niedriger heraus, ein Zehntel höher. Zu sehen, sobald ein Tag mit Prognosen vorbei ist.",
    forecastNow: (value) => `Prognose ${value}`,
    realisedNow: (value) => `Gemessen ${value}`,
    label: (asset, forecast, realised) =>
      `Prognostizierte und gemessene Volatilität von ${asset}, im Jahr. Prognose jetzt ${forecast}, gemessen ${realised}.`,
    score: (ratio) => `Wertung über 90 Tage: gelernte Prognose ${ratio} der festen, niedriger ist besser.`,
    noScore: "Noch wurde keine Prognose gewertet.",
    inUse: "Die gelernte Prognose gilt; sie schaltet sich selbst ab, wenn sie schlechter abschneidet.",
    notInUse:
      "Die gelernte Prognose gilt nicht: Sie zählt nach 30 Tagen Wertung, solange sie die bessere ist.",
    scoreTerm: "Wie Prognosen gewertet werden",
    scoreAbout:
      "Jede Prognose wird mit dem verglichen, was die nächsten 24 Stunden brachten (QLIKE, Mittel von 90 Tagen). Zwei Prognosen laufen nebeneinander: eine mit festen Gewichten, eine, die lernt. Die gelernte bleibt zwischen dem 0.85- und dem 1.5-Fachen der anderen.",
    realisedAbout:
      "Gemessen wird in der Seite berechnet: die quadrierten Renditen zwischen den Messungen der letzten 24 Stunden, im Jahr. Das blickt zurück, die Prognose nach vorn.",
    realisedTerm: "Woher das Gemessene kommt",
    failed: {
      title: "Die Messungen wurden nicht geladen",
      body: "Die Zahlen oben stimmen; das Diagramm hat keinen Verlauf zu zeichnen.",
    },
    empty: {
      title: "Noch keine Messungen",
      body: "Die erste erscheint hier, wenn das Orakel angestoßen wird.",
    },
    table: {
      label: "Messungen des Volatilitätsorakels",
      time: "Zeit, UTC",
      forecast: "Prognose",
      realised: "Gemessen",
      baseline: "Feste Gewichte",
      learned: "Gelernt",
    },
  },
  oracles: {
    title: "Orakel",
    label: "Preisquellen nach Asset",
    block: (block) => `Block ${block}`,
    guarded: (assets) =>
      `${assets}: Quellen weichen ab. Sicherheiten zählen zum niedrigeren Preis, Schulden zum höheren.`,
    fine: "Jeder Preis ist frisch. Wo es zwei Quellen gibt, einen Feed und den Durchschnitt des Pools, stimmen sie überein.",
    down: (assets) =>
      `${assets}: kein brauchbarer Preis. Schließen und Sicherheit hinzufügen geht weiterhin, Eröffnen ist pausiert.`,
  },
  map: {
    title: "Liquidationskarte",
    longs: "Longs",
    shorts: "Shorts",
    about: (asset) => `Schuld, die bei jedem Preis von ${asset} liquidierbar wird`,
    label: (asset, now, longs, shorts) =>
      `Schuld, die bei jedem Preis von ${asset} liquidierbar wird. Der Preis ist ${now}. Longs darunter schulden ${longs}, Shorts darüber ${shorts}.`,
    gapLabel: (gap, debt) => `Ein Sprung von ${gap} erreicht ${debt}.`,
    gap: (move) => `${move}, Stresssprung`,
    explain:
      "Schuld ist nach dem Preis summiert, bei dem sie liquidierbar wird; die Balken stehen also still, während der Preis sich bewegt. Schattiert ist der Sprung, für den die Deckung gemessen wird.",
    empty: {
      title: "Keine Schuld zu liquidieren",
      body: "Positionen erscheinen hier beim Preis, der sie liquidieren würde.",
    },
    several: {
      title: "Eine Karte je Paar",
      body: "Einen Markt mit einem Paar wählen, um seine Schuld nach Preis zu sehen.",
    },
    table: {
      label: "Schuld nach Liquidationspreis",
      price: "Preis",
      side: "Richtung",
      away: "Entfernt",
      debt: "Schuld",
      reached: "Insgesamt erreicht",
    },
    tooltip: { price: "Preis", debt: "Schuld hier", reached: "Schuld von jetzt bis hier" },
  },
  coverage: {
    title: "Deckung",
    texts: { unknown: "—", unmeasured: "—", none: "Keine Schuld", enough: "", thin: "", short: "" },
    sentences: {
      unknown: "Die Deckung ist noch nicht bekannt.",
      unmeasured: "Deckung wird für Märkte mit einem Paar gemessen.",
      none: (gap, asset) =>
        `Keine Schuld zu decken: Ein Sprung von ${gap} bei ${asset} macht nichts liquidierbar.`,
      enough: (available, needed) =>
        `${available} sind verfügbar gegen ${needed}, die der Sprung erreichen würde.`,
      thin: (available, needed) =>
        `${available} sind verfügbar gegen ${needed}: weniger als das 1.20-Fache. Neuer Hebel wird abgelehnt, bis es mehr ist.`,
      short: (available, needed) =>
        `${available} sind verfügbar gegen ${needed}: nicht genug. Der Markt schrumpft nur, bis es reicht.`,
    },
    unmeasured: "Nicht gemessen",
    available: "Verfügbar",
    needed: (asset, gap) => `Nötig, wenn ${asset} um ${gap} springt`,
    reduceOnly: "1.00 nur verkleinern",
    noNewLeverage: "1.20 kein neuer Hebel",
    parts: {
      backstop: "Backstop",
      nettable: "Verrechenbare Gegenseite",
      throttle: "Leistung der Drossel",
      insurance: "Versicherung",
    },
    explain: {
      backstop:
        "Geld, das das Risiko trägt, Positionen zu übernehmen, die niemand kauft. Dafür wird es bezahlt.",
      nettable:
        "Positionen der anderen Seite, die gegen die liquidierten zum Orakelpreis geschlossen werden könnten, ohne einen Markt dazwischen.",
      throttle:
        "Was Liquidatoren in dieser Zeit über Pools verkaufen dürfen. Es folgt der Tiefe, damit Liquidationen dem Markt nicht davonlaufen.",
      insurance: "Ein Teil früherer Liquidationsstrafen, zurückgelegt nur für die Verluste dieses Marktes.",
    },
  },
  correlation: {
    title: "Korrelation",
    label: "Korrelation jedes Paars",
    note: "Obere Hälfte: Schätzung, die niedrigere aus einem Tag und einem Monat. Untere Hälfte: was als Absicherung zählt, verringert um 0.20 und begrenzt auf 0.60.",
    hedgeless: "Neue Positionen dieses Marktes bekommen jetzt nichts für Absicherung angerechnet.",
    parts:
      "Umrandet: Die beiden Zeiträume widersprechen sich, neue Positionen bekommen also nichts für Absicherung angerechnet.",
    raw: (a, b) => `${a} und ${b}, Schätzung`,
    usable: (a, b) => `${a} und ${b}, zählt als Absicherung`,
    disagree: ", Zeiträume widersprechen sich",
    explainTerm: "Wozu sie dient",
    explain:
      "Ein Long und ein Short zweier Assets, die sich gemeinsam bewegen, gleichen sich zum Teil aus. Nur was nach Abzug von 0.20 bleibt und 0.60 nicht übersteigt, zählt, denn Korrelationen brechen, wenn es darauf ankommt.",
    empty: {
      title: "Noch keine Paare",
      body: "Korrelation erscheint, wenn zwei Assets zusammen gemessen wurden.",
    },
  },
  depth: {
    title: (asset) => `Tiefe von ${asset}`,
    unit: "um den Preis um 1 % zu bewegen",
    now: "Jetzt",
    usual: "Üblich",
    observed: (age) => `Gemessen vor ${age}`,
    change: (change) => `${change} gegenüber dem Üblichen`,
    shrinks:
      "Es zählt die niedrigste der letzten Messungen: Sie fällt sofort, steigt innerhalb eines Tages und schrumpft, solange niemand hinsieht.",
    explainTerm: "Was sie schrumpfen lässt",
    explain:
      "Liquidität, die die Pools verlässt, Handel, der sie aufbraucht, und Zeit ohne Messung. Innerhalb eines Blocks lässt sie sich nicht nach oben drücken; sie nach unten zu drücken kostet den, der es tut, und senkt den Hebel für eine Weile.",
    unmeasured: {
      note: "in keinem Pool gemessen",
      title: "Nicht gemessen",
      body: (asset) => `${asset} hat keinen Pool, der gelesen wird.`,
    },
    few: "Noch zu wenige Messungen",
    label: (asset, now, usual) => `${now} bewegen ${asset} um 1 %; üblich ${usual}.`,
    ladderUnit: "$ M, um den Preis zu bewegen, Pools wie sie jetzt sind",
    ladder: (asset) =>
      `Millionen Dollar, die den Preis von ${asset} bewegen, in seinen Pools, wie sie jetzt sind`,
  },
  health: {
    title: "Gesundheit aller Konten",
    unit: "$ M Schuld",
    below: "< 1.00",
    label: (below) => `Schuld aller Konten nach Gesundheit. ${below} liegen unter 1.00.`,
    explain:
      "Schuld danach, wie weit ihr Liquidationspreis vom Preis von jetzt entfernt ist, gelesen aus der Liquidationskarte. Jedes Konto zählt am näheren Rand seines Fachs, die Wahrheit ist also etwas gesünder.",
    empty: {
      title: "Keine Schuld",
      body: "Konten erscheinen hier mit ihrer Gesundheit, sobald sie leihen.",
    },
    several: {
      title: "Ein Diagramm je Paar",
      body: "Einen Markt mit einem Paar wählen, um seine Konten nach Gesundheit zu sehen.",
    },
  },
};
