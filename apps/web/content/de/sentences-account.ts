import type { Sentences } from "../sentences";

/** Of the engine and the backstop: what an account may not do, and why. */
export const accountSentences: Sentences = {
  "The amount {0} is larger than {1}, the most the engine can hold.":
    "Der Betrag {0} ist größer als {1}, das Höchste, was die Engine halten kann.",
  "{0} has no asset {1}.": "{0} hat kein Asset {1}.",
  "The account may be empty already.": "Das Konto ist vielleicht schon leer.",
  "The auction of this account runs for {0}; the backstop may take it over after {1}.":
    "Die Auktion dieses Kontos läuft seit {0}; der Backstop darf es nach {1} übernehmen.",
  "Closing and repaying work.": "Schließen und zurückzahlen geht.",
  "The engine is in the middle of another action.": "Die Engine ist mitten in einer anderen Aktion.",
  "Send this one on its own.": "Diese für sich senden.",
  "Withdrawing and closing work.": "Abheben und schließen geht.",
  "The signature expired {0} ago.": "Die Signatur ist vor {0} abgelaufen.",
  "Sign again.": "Erneut signieren.",
  "Borrow more, or repay all.": "Mehr leihen oder alles zurückzahlen.",
  "All debt of this reserve would be {0}; its cap is {1}.":
    "Alle Schuld dieser Reserve wäre {0}; ihre Grenze ist {1}.",
  "Borrow less.": "Weniger leihen.",
  "Only {0} gas is left where the backstop may need {1} to bear a loss.":
    "Nur {0} Gas bleiben, wo der Backstop {1} brauchen kann, um einen Verlust zu tragen.",
  "Send it with more gas.": "Mit mehr Gas senden.",
  "Health would fall from {0} to {1}: the trade costs more than it frees.":
    "Die Gesundheit würde von {0} auf {1} fallen: Der Handel kostet mehr, als er freigibt.",
  "Lower the leverage, or add {0}.": "Den Hebel verringern oder {0} hinzufügen.",
  "Only {0} of the reserve is not lent out; this needs {1}.":
    "Nur {0} der Reserve sind nicht verliehen; nötig sind {1}.",
  "Take less, or wait for repayments.": "Weniger nehmen oder auf Rückzahlungen warten.",
  "Take less.": "Weniger nehmen.",
  "You have {0} shares of this reserve, not {1}.": "Vorhanden sind {0} Anteile dieser Reserve, nicht {1}.",
  "Withdraw less, or all.": "Weniger abheben oder alles.",
  "{0} cannot be lent an account.": "{0} kann kein Konto geliehen bekommen.",
  "Tokens cannot be sent to {0}.": "An {0} können keine Token gesendet werden.",
  "Choose another receiver.": "Einen anderen Empfänger wählen.",
  "The signature is not by the owner of the account.": "Die Signatur stammt nicht vom Eigentümer des Kontos.",
  "Sign with the owner's wallet.": "Mit der Wallet des Eigentümers signieren.",
  "This account owes {0} of what it holds; it is netted from {1}, and that falls with time.":
    "Dieses Konto schuldet {0} dessen, was es hält; verrechnet wird ab {1}, und das fällt mit der Zeit.",
  "Net a more levered account, or wait.": "Ein Konto mit mehr Hebel verrechnen oder warten.",
  "New risk in {0} is halted until volatility and depth are calm again.":
    "Neues Risiko in {0} ist angehalten, bis Volatilität und Tiefe wieder ruhig sind.",
  "Closing, repaying and adding collateral work.": "Schließen, zurückzahlen und Sicherheit hinzufügen geht.",
  "There is no market {0}.": "Es gibt keinen Markt {0}.",
  "New risk in {0} is paused.": "Neues Risiko in {0} ist pausiert.",
  "Half of this debt was netted in the last ten minutes: {0} is left of it, and {1} has to stay.":
    "Die Hälfte dieser Schuld wurde in den letzten zehn Minuten verrechnet: {0} sind davon übrig, und {1} müssen bleiben.",
  "Net another account.": "Ein anderes Konto verrechnen.",
  "Takers have {0} before an account that did not ask for it is netted, and the auction is {1} old.":
    "Käufer haben {0}, bevor ein Konto verrechnet wird, das nicht darum gebeten hat, und die Auktion ist {1} alt.",
  "Start the auction, or wait.": "Die Auktion starten oder warten.",
  "{0} is neither owner nor operator of account {1}.":
    "{0} ist weder Eigentümer noch Bevollmächtigter des Kontos {1}.",
  "Use the owner's wallet.": "Die Wallet des Eigentümers verwenden.",
  "{0} is not the backstop of this market, {1} is.":
    "{0} ist nicht der Backstop dieses Marktes, das ist {1}.",
  "Only it may take accounts over.": "Nur er darf Konten übernehmen.",
  "Reducing a position only sells and repays.": "Eine Position zu verkleinern verkauft nur und zahlt zurück.",
  "Take a payout, or add collateral, on its own.":
    "Auszahlen oder Sicherheit hinzufügen ist ein eigener Schritt.",
  "None of these accounts can be liquidated now.": "Keines dieser Konten kann jetzt liquidiert werden.",
  "Collateral of {0} covers debt and margin of {1}.": "Sicherheit von {0} deckt Schuld und Marge von {1}.",
  "Account {0} does not hold what the other owes and owe what it holds.":
    "Konto {0} hält nicht, was das andere schuldet, und schuldet nicht, was es hält.",
  "Choose its opposite in the same market.": "Sein Gegenstück im selben Markt wählen.",
  "Liquidations in {0} are not covered well enough, so it takes no new risk.":
    "Liquidationen in {0} sind nicht gut genug gedeckt, daher wird dort kein neues Risiko genommen.",
  "{0} of debt is more than the depth of {1} in {2} carries, {3}.":
    "{0} Schuld sind mehr, als die Tiefe von {1} in {2} trägt, {3}.",
  "An owner cannot liquidate his own account, nor net it against another of his.":
    "Ein Eigentümer kann sein Konto weder liquidieren noch mit einem anderen eigenen verrechnen.",
  "Taking asset {0} for asset {1} would lower the account's health.":
    "Asset {0} für Asset {1} zu nehmen würde die Gesundheit des Kontos senken.",
  "Choose another pair.": "Ein anderes Paar wählen.",
  "The take would pay {0} debt units for a unit of collateral; your most is {1}.":
    "Der Kauf würde {0} Einheiten Schuld für eine Einheit Sicherheit zahlen; die eigene Grenze ist {1}.",
  "Nothing was spent.": "Nichts wurde ausgegeben.",
  "{0} has no usable price now.": "{0} hat jetzt keinen brauchbaren Preis.",
  "Netting would raise the margin of this account from {0} to {1}: its position is a hedge.":
    "Verrechnen würde die Marge dieses Kontos von {0} auf {1} erhöhen: Seine Position ist eine Absicherung.",
  "An account cannot hold and owe {0} at once.": "Ein Konto kann {0} nicht zugleich halten und schulden.",
  "Repay with it, or withdraw it, instead.": "Stattdessen damit zurückzahlen oder es abheben.",
  "The next can be taken in {0}.": "Die nächste kann in {0} gekauft werden.",
  "Collateral of {0} would be sold; the debt it repays allows {1}.":
    "Sicherheit von {0} würde verkauft; die Schuld, die sie zurückzahlt, erlaubt {1}.",
  "Trade less, or wait for a better price.": "Weniger handeln oder auf einen besseren Preis warten.",
  "The reserve would hold {0}; its cap is {1}.": "Die Reserve würde {0} halten; ihre Grenze ist {1}.",
  "Supply less.": "Weniger einlegen.",
  "The order expected {0} and moved {1}.": "Der Auftrag erwartete {0} und bewegte {1}.",
  "Make a new order.": "Einen neuen Auftrag erstellen.",
  "Liquidations have sold what the market of this collateral bears for now: {0} are left, this needs {1}.":
    "Liquidationen haben verkauft, was der Markt dieser Sicherheit vorerst verträgt: {0} sind übrig, nötig sind {1}.",
  "Try again in a minute.": "In einer Minute erneut versuchen.",
  "Only {0} of {1} arrived: this token takes a fee or rebases, and cannot be used.":
    "Nur {0} von {1} kamen an: Dieses Token nimmt eine Gebühr oder ändert Bestände und kann nicht verwendet werden.",
  "The amount is zero, or too small to count.": "Der Betrag ist null oder zu klein, um zu zählen.",
  "The amount is too large to trade.": "Der Betrag ist zum Handeln zu groß.",
  "The account is the backstop's own.": "Das Konto gehört dem Backstop selbst.",
  "It takes over those of others.": "Er übernimmt die der anderen.",
  "The backstop may spend {0} units here and {1} are needed: cash or a cap is used up.":
    "Der Backstop darf hier {0} Einheiten ausgeben, und {1} sind nötig: Bargeld oder eine Grenze ist aufgebraucht.",
  "Try another account, or later.": "Ein anderes Konto versuchen oder später.",
  "The vault takes {0} units now and {1} were offered.":
    "Der Tresor nimmt jetzt {0} Einheiten, und {1} wurden angeboten.",
  "Deposit less, or wait for room or prices.": "Weniger einzahlen oder auf Platz oder Preise warten.",
  "The vault issues {0} shares now and {1} were asked for.":
    "Der Tresor gibt jetzt {0} Anteile aus, und {1} wurden verlangt.",
  "Ask for less.": "Weniger verlangen.",
  "{0} shares can be redeemed now and {1} were asked for.":
    "{0} Anteile können jetzt eingelöst werden, und {1} wurden verlangt.",
  "Redeem less, or wait for cash or your exit.":
    "Weniger einlösen oder auf Bargeld oder den eigenen Ausstieg warten.",
  "{0} units can be withdrawn now and {1} were asked for.":
    "{0} Einheiten können jetzt abgehoben werden, und {1} wurden verlangt.",
  "Withdraw less, or wait for cash or your exit.":
    "Weniger abheben oder auf Bargeld oder den eigenen Ausstieg warten.",
  "The window of this exit is open for another {0}.": "Das Fenster dieses Ausstiegs ist noch {0} offen.",
  "The last income or recovery counts in full in {0}.": "Der letzte Ertrag oder Rückfluss zählt in {0} ganz.",
  "Harvest then.": "Dann ernten.",
  "The backstop has no pool for asset {0}.": "Der Backstop hat keinen Pool für Asset {0}.",
  "Governance can name one.": "Die Governance kann einen benennen.",
  "The pool stands at {0}, the guarded price allows {1}.":
    "Der Pool steht bei {0}, der geschützte Preis erlaubt {1}.",
  "Try again when they agree.": "Erneut versuchen, wenn sie übereinstimmen.",
  "The liquidation would leave {0} units, your least is {1}.":
    "Die Liquidation würde {0} Einheiten übrig lassen, das eigene Minimum ist {1}.",
  "The contract is in the middle of another action.": "Der Vertrag ist mitten in einer anderen Aktion.",
  "Call it on its own.": "Ihn für sich aufrufen.",
  "A transfer of {0} failed.": "Eine Übertragung von {0} ist gescheitert.",
  "Check balance and allowance.": "Guthaben und Freigabe prüfen.",
  "{0} shares are free and {1} were to be moved: the others wait for their exit.":
    "{0} Anteile sind frei, und {1} sollten bewegt werden: Die anderen warten auf ihren Ausstieg.",
  "Cancel it first.": "Ihn erst abbrechen.",
  "The path has {0} bytes; one, two or three pools have 43, 66 or 89.":
    "Der Pfad hat {0} Bytes; ein, zwei oder drei Pools haben 43, 66 oder 89.",
  "There is no pool at {0}.": "Bei {0} gibt es keinen Pool.",
  "Choose another path.": "Einen anderen Pfad wählen.",
  "The pool buys {0} of {1} units.": "Der Pool kauft {0} von {1} Einheiten.",
  "The backstop has traded {0} of the {1} that depth allows in five minutes.":
    "Der Backstop hat {0} der {1} gehandelt, die die Tiefe in fünf Minuten erlaubt.",
  "Try again later.": "Später erneut versuchen.",
};
