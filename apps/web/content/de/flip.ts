import type { flipCopy } from "../flip";

/** German. */
export const flip: typeof flipCopy = {
  sides: { long: "Long", short: "Short" },
  explain: (from, to) =>
    `Macht in einer Transaktion aus ${from} ein ${to}: Alles wird verkauft, die Schuld zurückgezahlt, und was bleibt, ist die Sicherheit der neuen Position (${to}). Nichts verlässt die Wallet, nichts kommt hinein.`,
  leverage: (side) => `Hebel der Position (${side})`,
  rows: {
    side: "Seite",
    size: "Größe",
    impact: "Preiswirkung",
    fee: "Poolgebühr",
    atLeast: "Mindestens erhalten",
    realised: (side) => `Ergebnis, ${side}`,
  },
  permission:
    "Es braucht keine Freigabe. Das Konto wird dem Position Router für diese eine Transaktion geliehen; nichts bleibt erlaubt, also gibt es nichts zurückzunehmen.",
  button: {
    flip: (side, leverage) => `auf ${side} mit ${leverage} drehen`,
  },
  title: (symbol, from, to) => `${symbol} ${from} auf ${to} drehen`,
  effects: {
    keeps: (amount) => `Etwa ${amount} bleiben als Sicherheit der neuen Position`,
    lends: (router) =>
      `Der Position Router ${router} handelt einmal für dieses Konto, in dieser Transaktion. Nichts bleibt erlaubt`,
    otherRouter: "Dieser Auftrag geht an einen Vertrag, der nicht der Position Router ist. Nicht bestätigen",
  },
  done: (symbol, side, size) => `${symbol} ist jetzt ${side}, ${size}`,
};
