import type { flipCopy } from "../flip";

const noun = (side: string) => (side === "long" ? "Long" : "Short");

/** German. */
export const flip: typeof flipCopy = {
  sides: { long: "Long", short: "Short" },
  explain: (from, to) =>
    `Macht aus diesem ${noun(from)} in einer Transaktion einen ${noun(to)}: Alles wird verkauft, die Schuld zurückgezahlt, und was bleibt, ist die Sicherheit des ${noun(to)}. Nichts verlässt Ihre Wallet, nichts kommt hinein.`,
  leverage: (side) => `Hebel des ${noun(side)}`,
  rows: {
    side: "Seite",
    size: "Größe",
    impact: "Preiswirkung",
    fee: "Poolgebühr",
    atLeast: "Mindestens erhalten",
    realised: (side) => `Ergebnis des ${noun(side)}`,
  },
  permission:
    "Es braucht keine Freigabe. Ihr Konto wird dem Position Router für diese eine Transaktion geliehen; nichts bleibt erlaubt, also gibt es nichts zurückzunehmen.",
  button: {
    flip: (side, leverage) => `auf ${noun(side)} mit ${leverage} drehen`,
  },
  title: (symbol, from, to) => `${symbol} ${noun(from)} auf ${noun(to)} drehen`,
  effects: {
    keeps: (amount) => `Etwa ${amount} bleiben als Sicherheit der neuen Position`,
    lends: (router) =>
      `Der Position Router ${router} handelt einmal für dieses Konto, in dieser Transaktion. Nichts bleibt erlaubt`,
    otherRouter: "Dieser Auftrag geht an einen Vertrag, der nicht der Position Router ist. Nicht bestätigen",
  },
  done: (symbol, side, size) => `${symbol} ist jetzt ${noun(side)}, ${size}`,
};
