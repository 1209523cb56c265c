import type { Catalogues } from "../dictionary";

export const orders: Catalogues["orders"] = {
  dialog: {
    title: (name) => `${name} umschichten`,
    loading: "Das Konto wird gelesen",
    gone: "Dieses Konto ist leer. Es gibt nichts zu tauschen oder zu verschieben.",
    failed: {
      title: "Das Konto wurde nicht gelesen",
      body: "Die Chain hat nicht geantwortet. Das Konto ist nicht betroffen.",
    },
    mode: "Auftrag",
    modes: {
      swapCollateral: "Sicherheit tauschen",
      swapDebt: "Schuld tauschen",
      move: "Verschieben",
    },
    about: {
      swapCollateral:
        "Verkauft Sicherheit auf Uniswap gegen eine andere, in einer Transaktion. Schuld und Wallet bleiben, wie sie sind.",
      swapDebt:
        "Leiht ein anderes Asset und zahlt damit diese Schuld zurück, in einer Transaktion. Sicherheit und Wallet bleiben, wie sie sind.",
      move: "Von diesem Unterkonto in ein anderes eigenes, im selben Markt oder in einem mit denselben Assets. Nichts geht durch die Wallet.",
    },
  },
  swap: {
    from: { swapCollateral: "Verkaufen", swapDebt: "Zurückzahlen" },
    to: { swapCollateral: "Gegen", swapDebt: "Durch Leihen von" },
    amount: { swapCollateral: "Zu verkaufende Sicherheit", swapDebt: "Zurückzuzahlende Schuld" },
    held: (amount) => `Gehalten ${amount}`,
    owed: (amount) => `Geschuldet ${amount}`,
    all: "Alles, so viel es ist, wenn die Transaktion läuft.",
    most: (amount) => `Jetzt höchstens ${amount}, damit das Konto seine Eröffnungsmarge behält.`,
    tooMuch: {
      swapCollateral: (amount) => `Das Konto hält ${amount}.`,
      swapDebt: (amount) => `Geschuldet sind nur ${amount}.`,
    },
    useMax: "Max nehmen",
    nothing: {
      swapCollateral: {
        title: "Keine Sicherheit",
        body: "Dieses Konto hält nichts, das sich tauschen ließe.",
      },
      swapDebt: { title: "Keine Schuld", body: "Dieses Konto schuldet nichts, das sich tauschen ließe." },
    },
    noOther: {
      title: "Kein anderes Asset",
      swapCollateral: (owed) =>
        `Ein Konto hält nie, was es schuldet, und alle anderen Assets dieses Marktes sind geschuldet: ${owed}. Sie zurückzahlen oder die Position zuerst in das gemeinsame Konto verschieben.`,
      swapDebt: (held) =>
        `Ein Konto schuldet nie, was es hält, und alle anderen Assets dieses Marktes sind gehalten: ${held}. Die Position zuerst in das gemeinsame Konto verschieben.`,
    },
  },
  costs: {
    title: "Was es kostet",
    bought: "Gekauft",
    borrowed: "Geliehen",
    atLeast: "Mindestens",
    atMost: "Höchstens",
    impact: "Preiswirkung",
    fees: "Gebühren der Pools",
    route: "Weg",
    loanFee: "Gebühr des Kredits, kommt zur Schuld",
    free: "Keine",
    grades: { neutral: "gering", warning: "hoch", bad: "sehr hoch" },
    explain: {
      impact: "Wie weit dieser Handel selbst den Preis seiner Pools bewegt, ohne ihre Gebühren.",
      loanFee:
        "Um eine Schuld zu verschieben, wird sie zurückgezahlt und neu geliehen. Ein Uniswap-Pool leiht die Token für diesen Augenblick, gegen seine Gebühr.",
    },
  },
  move: {
    what: "Was",
    whats: { collateral: "Sicherheit", position: "Sicherheit und Schuld" },
    asset: "Asset",
    collateralAsset: "Sicherheit, die wandert",
    debtAsset: "Schuld, die wandert",
    amount: "Zu verschiebende Sicherheit",
    target: "Nach",
    existing: (name, kind) => `${name}, ${kind}`,
    fresh: (market, kind) => `Neu: ${market}, ${kind}`,
    freshCross: (market) => `Neu: ${market}`,
    whole: (collateral, debt) => `${collateral} und die Schuld von ${debt} wandern als Ganzes.`,
    several:
      "Dieses Konto hält oder schuldet mehrere Assets. Ein Auftrag verschiebt eine Sicherheit mit einer Schuld, jede als Ganzes.",
    most: (amount) =>
      `Jetzt höchstens ${amount}: Was hier bleibt, muss seine Eröffnungsmarge behalten. Für mehr die Schuld mit verschieben.`,
    held: (amount) => `Gehalten ${amount}`,
    noDebt: { title: "Keine Schuld", body: "Ohne Schuld gibt es nur Sicherheit zu verschieben." },
    noCollateral: {
      title: "Keine Sicherheit",
      body: "Dieses Konto hält nichts, das sich verschieben ließe.",
    },
    noTarget: {
      title: "Kein anderes Konto",
      body: "Kein Markt nimmt dieses Asset an derselben Stelle, und die weiteren Konten dieses Marktes sind belegt.",
    },
  },
  operator: {
    title: "Account Mover",
    needed:
      "Verschieben braucht einmal eine Erlaubnis: Der Account Mover darf dann an den eigenen Unterkonten handeln, aber nur, wenn man ihn selbst aufruft. Sie kommt als eigener Schritt vor dem Verschieben.",
    given:
      "Er darf an den eigenen Unterkonten handeln, wenn man ihn selbst aufruft. Nichts anderes nutzt die Erlaubnis.",
    unknown: "Es wird gelesen, ob er handeln darf",
    failed: "Es wurde nicht gelesen, ob er handeln darf.",
    retry: "Erneut lesen",
    revoke: "Zurücknehmen",
    revokeLabel: "Zurücknehmen: Erlaubnis des Account Mover",
    states: { on: "Erlaubt", off: "Nicht erlaubt" },
  },
  preview: {
    title: "Vorher und nachher",
    account: (name) => `${name}, vorher und nachher`,
    from: (name) => `Von: ${name}`,
    to: (name) => `Nach: ${name}`,
    rows: {
      health: "Gesundheit",
      leverage: "Hebel",
      liquidation: "Liquidationspreis",
    },
    holds: (symbol) => `Sicherheit in ${symbol}`,
    owes: (symbol) => `Schuld in ${symbol}`,
    empty: "Leer",
  },
  button: {
    empty: "Einen Betrag eingeben",
    review: (what) => `Prüfen: ${what}`,
    checking: "Wird auf der Chain geprüft",
    noQuote: "Kein Angebot von der Chain",
    unreadable: "Das ist kein Betrag",
    risky: (what, health) => `${what}, Gesundheit ${health}`,
  },
  titles: {
    swapCollateral: (amount, to) => `${amount} gegen ${to} tauschen`,
    swapDebt: (amount, to) => `Schuld von ${amount} gegen ${to} tauschen`,
    move: (amount) => `${amount} verschieben`,
    movePosition: (collateral, debt) => `${collateral} und ${debt} Schuld verschieben`,
    moveDebt: (debt) => `${debt} Schuld verschieben`,
    operatorOn: "Dem Account Mover erlauben zu handeln",
    operatorOff: "Die Erlaubnis des Account Mover zurücknehmen",
    all: (symbol) => `alles ${symbol}`,
  },
  effects: {
    sold: (amount) => `${amount} Sicherheit werden verkauft`,
    bought: (amount, least) => `Etwa ${amount} werden Sicherheit, mindestens ${least}`,
    repaid: (amount) => `${amount} Schuld werden zurückgezahlt`,
    borrowed: (amount, most, rate) => `Etwa ${amount} werden zu ${rate} im Jahr geliehen, höchstens ${most}`,
    operatorOn: "Der Account Mover darf an den eigenen Unterkonten handeln, wenn man ihn selbst aufruft",
    operatorOff: "Der Account Mover darf nicht mehr an den eigenen Unterkonten handeln",
    moved: (amount, name) => `${amount} Sicherheit gehen nach ${name}`,
    debtMoved: (amount, name) => `${amount} Schuld gehen nach ${name}`,
    loanFee: (amount) =>
      `Der Pool, der für den Augenblick leiht, bekommt höchstens ${amount}, die zur Schuld kommen`,
  },
  rows: {
    contract: "Vertrag",
    contracts: {
      positionRouter: "Position Router",
      accountMover: "Account Mover",
      marginEngine: "Margin Engine",
    },
    withAddress: (name, address) => `${name} ${address}`,
    sells: "Verkauft",
    pays: "Zahlt zurück",
    collateral: "Verschiebt Sicherheit",
    debt: "Verschiebt Schuld",
    maxFee: "Kredit kostet höchstens",
    permission: "Erlaubnis",
    all: (symbol) => `Alles ${symbol}`,
    deadline: "Gültig bis",
    unreadable: "Nicht lesbar. Nicht signieren.",
    of: (name, what) => `${name}: ${what}`,
  },
  unfinished: {
    title: (what) => `Nicht abgeschlossen: ${what}.`,
    body: "Der Account Mover ist erlaubt, das Verschieben selbst wurde nicht gesendet.",
    resume: "Fortfahren",
    forget: "Verwerfen",
  },
};
