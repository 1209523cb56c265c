import type { Catalogues } from "../dictionary";

export const risks: Catalogues["risks"] = {
  title: "Vor der ersten Transaktion",
  risks: [
    "Diese Verträge sind unauditiert. Ein Fehler kann alles kosten, was in ihnen liegt.",
    "Hebel können den ganzen Einsatz kosten: Preise können über den Liquidationspreis hinausspringen.",
    "Was verliehen ist, kann gerade fehlen, wenn es zurückverlangt wird, und in einem Crash verloren gehen.",
    "Eine Transaktion kann niemand zurücknehmen.",
  ],
  accept: "Ich verstehe die Risiken",
};
