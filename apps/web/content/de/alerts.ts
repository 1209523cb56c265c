import type { Catalogues } from "../dictionary";

export const alerts: Catalogues["alerts"] = {
  button: (rules) => (rules === 0 ? "Alarme" : `Alarme, ${rules} ${rules === 1 ? "Regel" : "Regeln"}`),
  title: "Alarme",
  about:
    "Geprüft in jedem Block, solange ein Tab von Gimbal offen ist. Die Regeln liegen in diesem Browser, für dieses Konto, und nirgends sonst.",
  none: "Noch keine Regeln.",
  list: "Regeln",
  kinds: {
    health: "Gesundheit fällt unter",
    liquidation: "Liquidation kommt näher als",
    rate: "Leihzins steigt über",
    auction: "Auktion kann beginnen",
  },
  units: { health: "", liquidation: "%", rate: "% im Jahr", auction: "" },
  any: "jedes Unterkonto",
  scope: "Unterkonto",
  kind: "Wenn",
  bound: "Grenze",
  add: "Regel hinzufügen",
  remove: (what) => `Entfernen: ${what}`,
  rule: (kind, bound, unit, scope) =>
    `${kind}${bound === "" ? "" : ` ${bound}`}${unit === "" ? "" : ` ${unit}`}, ${scope}`,
  faults: {
    number: "Eine Zahl eingeben, etwa 1.10",
    range: {
      health: "Grenzen der Gesundheit gehen von 1.00 bis 10",
      liquidation: "Abstände gehen von 0.1 bis 100 %",
      rate: "Zinsen gehen von 0.1 bis 1,000 %",
    },
    duplicate: "Diese Regel gibt es schon",
    full: (most) => `Höchstens ${most} Regeln. Erst eine entfernen`,
  },
  notifications: {
    default: "Mitteilungen des Browsers sind aus.",
    granted: "Mitteilungen des Browsers sind an.",
    denied: "Der Browser sperrt Mitteilungen dieser Seite. Alarme erscheinen trotzdem hier.",
    unsupported: "Dieser Browser kennt keine Mitteilungen. Alarme erscheinen hier.",
    allow: "Erlauben",
  },
  says: {
    health: (name, actual, bound) => `${name}: Gesundheit ${actual}, unter ${bound}`,
    liquidation: (name, actual, bound) => `${name}: Liquidation ${actual} entfernt, näher als ${bound}`,
    rate: (name, actual, bound) => `${name}: Leihzins ${actual}, über ${bound}`,
    auction: (name, health) => `${name}: Gesundheit ${health}, jeder kann die Auktion beginnen`,
  },
  log: { title: "Alarme", clear: "Alarme löschen" },
};
