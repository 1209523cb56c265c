import type { Catalogues } from "../dictionary";

export const help: Catalogues["help"] = {
  title: "Wie Gimbal funktioniert",
  steps: [
    {
      title: "Im Lot bleiben",
      body: "Eine Position leiht, um größer zu sein. Ihre Anzeige steht waagrecht, solange sie sicher ist, und kippt, wenn sie Gesundheit verliert: Unter 1.04 warnt sie, unter 1.00 wird in Teilen verkauft, bis sie wieder steht.",
    },
    {
      title: "Das Maximum bewegt sich",
      body: "Wie viel geliehen werden kann, folgt der Prognose der Volatilität und der Tiefe des Marktes. Im Sturm fällt das Maximum; was schon offen ist, bekommt seine Marge langsam erhöht, um einen Punkt je Stunde.",
    },
    {
      title: "Was schiefgehen kann",
      body: "Preise können über den Liquidationspreis hinausspringen, und ein Pool kann leer sein, wenn er gebraucht wird. Diese Verträge wurden nicht auditiert. Nur Geld verwenden, dessen Verlust verkraftbar ist.",
    },
  ],
  done: "Beginnen",
};
