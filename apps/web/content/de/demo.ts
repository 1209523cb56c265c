import type { Catalogues } from "../dictionary";

export const demo: Catalogues["demo"] = {
  region: "Demo-Steuerung, nur lokale Chain",
  title: "Demo-Chain",
  wallet: "Wallet",
  choose: "Demo-Konto wählen",
  connect: "Demo-Wallet verbinden",
  faucet: "10,000 USDC holen",
  faucetOff: "Erst eine Wallet verbinden",
  faucetDone: "10,000 USDC sind da",
  shock: (asset) => `Schock ${asset}`,
  shockPercent: (percent) => `${percent < 0 ? "−" : "+"}${Math.abs(percent)} %`,
  liquidity: {
    label: (asset) => `${asset}-Pool`,
    sides: { in: "voll", out: "abgezogen" },
    unknown: "—",
    press: { in: "Liquidität zurückgeben", out: "Liquidität abziehen" },
    action: {
      in: (asset) => `Liquidität zurückgeben: ${asset}-Pool`,
      out: (asset) => `Liquidität abziehen: ${asset}-Pool`,
    },
    done: {
      in: (asset) => `Liquidität von ${asset} ist zurück`,
      out: (asset) => `Liquidität von ${asset} ist abgezogen`,
    },
    doneDetail: {
      in: "Dieselben Positionen sind wieder im Pool.",
      out: "99.5 % des Pools sind weg. Niemand kann in ihn verkaufen.",
    },
  },
  time: "Zeit",
  steps: { 60: "+1 min", 3600: "+1 h", 86400: "+1 d" },
  moved: (asset, change) => `${asset} um ${change} bewegt`,
  movedDetail: "Feed und Pools stehen auf dem neuen Preis.",
  travelled: (step) => `Zeit bewegt: ${step}`,
  failed: "Die Demo-Steuerung hat nicht funktioniert",
  unreachable: "Die Steuerung antwortet nicht. Läuft die Demo noch?",
};
