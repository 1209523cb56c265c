import type { Catalogues } from "../dictionary";

export const vault: Catalogues["vault"] = {
  title: (reserve) => `Vault-Token von ${reserve}`,
  about:
    "Derselbe Kredit, gehalten als ERC-4626-Token. Das Richtige, wo er weiter verwendet werden soll: Ein Anteil kann gesendet, verkauft oder in einem anderen Protokoll hinterlegt werden und verdient, wo immer er liegt. Eine direkte Einlage verdient dasselbe, braucht kein Token und ist einfacher für alle, die nur verleihen.",
  loading: "Der Vault wird geladen",
  none: "Diese Reserve hat keinen Vault.",
  failed: {
    title: "Der Vault wurde nicht geladen",
    body: "Die Chain hat nicht geantwortet. Die eigenen Anteile sind nicht betroffen.",
  },
  figures: {
    label: "Zahlen des Vaults",
    yours: "Die eigenen Anteile sind wert",
    yoursNote: (shares, part) => `${shares} Anteile, ${part} des Vaults`,
    yoursNone: "noch keine Anteile",
    earned: "Selbst verdient",
    earnedNote: "seit dem ersten Anteil",
    earnedUnknown: "Anteile wurden gesendet: Was für sie gezahlt wurde, ist nicht bekannt",
    price: "Preis eines Anteils",
    priceNote: (change) => `${change} seit dem Anfang`,
    size: "Im Vault",
    sizeNote: (part) => `${part} der Reserve`,
    rate: "Verdient jetzt, im Jahr",
    rateNote: "wie die Reserve",
    explain: {
      price:
        "Was der erste Anteil wert ist: 1 am Anfang, mehr um alle Zinsen seither, weniger um Verluste. Abgerundet.",
      earned:
        "Was die eigenen Anteile wert sind und was entnommen wurde, abzüglich dessen, was eingezahlt wurde. Aus den Ereignissen des Vaults.",
    },
  },
  recovery: {
    owed: (amount) => `${amount} seiner Verluste sind noch nicht zurückgewonnen.`,
    claimable: (amount) =>
      `${amount} wurden zurückgewonnen. Jeder kann sie für alle einsammeln, die Anteile halten; dann zählen sie über eine Woche.`,
    vesting: (amount, time) => `${amount}, die zurückgewonnen wurden, zählen am ${time} ganz.`,
    harvest: (amount) => `${amount} einsammeln`,
  },
  address: {
    label: "Adresse des Vaults",
    copy: "Adresse des Vaults kopieren",
    note: "ERC-4626, mit EIP-2612-Genehmigungen für die eigenen Anteile. Er hat keinen Eigentümer und keinen Parameter.",
  },
  actions: {
    deposit: "Einzahlen",
    withdraw: "Abheben",
    depositLabel: (symbol, market) => `${symbol} in den Vault von ${market} einzahlen`,
    withdrawLabel: (symbol, market) => `${symbol} aus dem Vault von ${market} abheben`,
  },
  dialog: {
    title: (what, symbol) => `${symbol}, Vault-Token: ${what}`,
    description: (market) => `Vault der Reserve von ${market}.`,
    mode: "Änderung",
    amount: "Betrag",
    balance: (amount) => `Guthaben ${amount}`,
    yours: (amount) => `Eigene Anteile ${amount}`,
    preview: "Vorschau",
    rows: {
      shares: "Eigene Anteile",
      worth: "Sie sind wert",
      value: "Wert",
      supplyRate: "Einlagenzins",
    },
    notes: {
      aboveStake: (amount) => `Nur ${amount} gehören diesem Konto.`,
      cap: (amount) => `Die Einlagengrenze lässt Platz für ${amount}.`,
      useMax: "Max nehmen",
    },
    button: {
      empty: "Betrag eingeben",
      deposit: (amount) => `Prüfen: ${amount} einzahlen`,
      withdraw: (amount) => `Prüfen: ${amount} abheben`,
    },
  },
  shares: (amount) => `${amount} Anteile`,
  titles: {
    deposit: (amount) => `${amount} in den Vault einzahlen`,
    withdraw: (amount) => `${amount} aus dem Vault abheben`,
    all: (symbol) => `alle ${symbol}`,
    harvest: (amount) => `${amount} für den Vault einsammeln`,
  },
  effects: {
    issued: (shares) => `Etwa ${shares} kommen in die Wallet, ein Token, das die Zinsen verdient`,
    lent: (amount) => `Der Vault verleiht ${amount} an Kreditnehmer`,
    burnt: (shares) => `${shares} verlassen die Wallet`,
    burntAbout: (shares) => `Etwa ${shares} verlassen die Wallet`,
    returned: (amount) => `${amount} kehren in die Wallet zurück`,
    returnedAbout: (amount) => `Etwa ${amount} kehren in die Wallet zurück`,
    harvested: (amount) => `${amount} werden wieder verliehen und zählen über eine Woche für alle Anteile`,
  },
  rows: {
    call: "Aufruf",
    vault: "Vault",
    receiver: "Empfänger",
    you: "eigenes Konto",
    sharesAfter: "Eigene Anteile danach",
    supplyRate: "Einlagenzins danach",
  },
  notices: {
    redeemed: (amount) => `${amount} kamen in die Wallet`,
    deposited: "Die Anteile sind in der Wallet",
  },
  borrowers: {
    title: (reserve) => `Wer ${reserve} leiht`,
    summary: (amount, count) => `${amount}, geschuldet von ${count} ${count === 1 ? "Konto" : "Konten"}`,
    about:
      "Jede Schuld ist durch Sicherheiten des eigenen Kontos gedeckt, die nie verliehen werden. Ein Konto unter Gesundheit 1.00 wird verkauft.",
    head: {
      collateral: "Gegen",
      accounts: "Konten",
      debt: "Geschuldet",
      share: "Der Schuld",
      held: "Sicherheit",
      cover: "Deckt",
    },
    coverExplain:
      "Wert der Sicherheit über der Schuld, die sie deckt, zu Indexpreisen. Unter 1.00 würde sie nicht reichen.",
    lowest: (health) => `niedrigste Gesundheit ${health}`,
    none: "Zurzeit leiht niemand aus dieser Reserve.",
    nothing: "keine Sicherheit",
    failed: {
      title: "Wer leiht, wurde nicht geladen",
      body: "Die Chain hat nicht geantwortet. Verliehenes ist nicht betroffen.",
    },
    loading: "Wer leiht, wird geladen",
    label: (reserve) => `Schuld von ${reserve} nach dem, was sie deckt`,
  },
  caps: {
    title: "Grenzen",
    supply: "Einlagengrenze",
    debt: "Leihgrenze",
    room: (room) => `Platz für ${room}`,
    used: (part) => `${part} genutzt`,
    full: "voll: Mehr wird nicht angenommen",
  },
  table: { asToken: (amount) => `+ ${amount} als Token` },
};
