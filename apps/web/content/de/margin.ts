import type { Catalogues } from "../dictionary";

export const margin: Catalogues["margin"] = {
  label: "Margin",
  isolated: "Isoliert",
  cross: "Gemeinsam",
  explain: (quote) =>
    `Isoliert: nur die Sicherheit dieser Position haftet für sie. Gemeinsam: alle Sicherheiten des gemeinsamen Kontos haften für alle seine Positionen, eine einzige Liquidation kann also alles nehmen. Ein gemeinsames Konto hat Longs oder Shorts, nicht beides, denn ein Long schuldet ${quote} und ein Short hält es.`,
};
