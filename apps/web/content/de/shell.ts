import type { Catalogues } from "../dictionary";

export const shell: Catalogues["shell"] = {
  menu: "Menü",
  nav: {
    label: "Seiten",
    trade: "Handel",
    portfolio: "Portfolio",
    earn: "Verleihen",
    liquidations: "Liquidationen",
    risk: "Risiko",
  },
  chain: {
    label: (name) => `Chain ${name}`,
    block: "Block",
    states: { loading: "verbindet", ok: "live", stale: "alt", error: "keine Verbindung" },
    about: (url) => `Gelesen von ${url}, einmal je Block.`,
    details: "Verbindung und Fehler im Einzelnen",
  },
  oracle: {
    label: "Orakel",
    live: (age) => `live, ${age}`,
    guarded: "Quellen weichen ab",
    down: "kein Preis",
    loading: "unbekannt",
    head: { asset: "Asset", price: "Preis", deviation: "Abweichung", age: "Alter", state: "Zustand" },
    states: { ok: "Live", guarded: "Weit", down: "Alt" },
    notes: {
      ok: "Jeder Preis hat bis zu drei Quellen: einen Chainlink-Feed, Pyth und den Durchschnitt von Uniswap.",
      guarded: "Die Quellen weichen ab: Sicherheiten zählen zum niedrigeren Preis, Schulden zum höheren.",
      down: "Ohne Preis ist Eröffnen pausiert. Schließen und Sicherheit hinzufügen geht weiterhin.",
    },
  },
  theme: { toLight: "Helles Design verwenden", toDark: "Dunkles Design verwenden" },
  unaudited: {
    word: "Unauditiert",
    text: "Diese Verträge wurden nicht auditiert. Nur Geld verwenden, dessen Verlust verkraftbar ist.",
  },
  banners: {
    lost: "Keine Verbindung zur Chain.",
    lostBody: (attempt, since) =>
      `Versuch ${attempt}. Die Zahlen darunter sind von ${since}, und Signieren ist aus.`,
    neverConnected: (attempt) => `Versuch ${attempt}. Nichts kann gezeigt werden, bis sie antwortet.`,
    stalled: (age) => `Die Daten sind ${age} alt.`,
    stalledBody: (block) => `Letzter Block ${block}. Signieren ist aus, bis ein neuer Block kommt.`,
    elsewhere: (host) => `Gelesen von ${host}.`,
    elsewhereBody: (host) =>
      `${host} antwortet nicht. Der Endpunkt wird von selbst wieder versucht und benutzt.`,
    outdated: "Diese Seite ist veraltet.",
    outdatedBody:
      "Die App oder ihre Verträge haben sich seit dem Laden geändert. Vor dem Signieren neu laden.",
    reload: "Neu laden",
  },
  notFound: {
    title: "Diese Seite gibt es nicht",
    body: "Die Adresse ist vielleicht vertippt, oder der Markt ist auf dieser Chain nicht gelistet.",
    back: "Zu ETH/USDC",
  },
  crash: {
    title: "Diese Seite funktioniert nicht mehr",
    body: "Eigene Positionen liegen auf der Chain und sind nicht betroffen. Die Seite neu laden.",
    retry: "Erneut versuchen",
  },
  activity: {
    label: "Aktivität",
    empty: "Transaktionen dieses Browsers erscheinen hier.",
    pending: (count) => (count === 1 ? "1 ausstehend" : `${count} ausstehend`),
    unread: (count) => (count === 1 ? "1 neuer Alarm" : `${count} neue Alarme`),
    clear: "Leeren",
    states: {
      pending: "Wartet auf einen Block",
      done: "Erledigt",
      failed: "Fehlgeschlagen",
      cancelled: "Abgebrochen",
    },
  },
};
