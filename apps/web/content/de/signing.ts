import type { Catalogues } from "../dictionary";

export const signing: Catalogues["signing"] = {
  watching: "Dieses Konto wird nur beobachtet. Zum Handeln verbinden.",
  disconnected: "Zum Signieren eine Wallet verbinden.",
  wrongNetwork: (network, chain) => `Die Wallet ist auf ${network}. Auf ${chain} umstellen.`,
  stale: (age) => `Die Daten sind ${age} alt. Signieren ist aus, bis ein neuer Block kommt.`,
  noData: "Die Chain hat noch nicht geantwortet. Signieren ist aus.",
};
