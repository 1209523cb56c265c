import type { alertsCopy } from "./alerts";
import type { backstopCopy } from "./backstop";
import type { columnsCopy } from "./columns";
import type { common } from "./common";
import type { dangerCopy } from "./danger";
import type { debugCopy } from "./debug";
import type { demoCopy } from "./demo";
import type { demoCallsCopy } from "./demo-calls";
import type { earnCopy } from "./earn";
import type { flipCopy } from "./flip";
import type { gaugeCopy } from "./gauge";
import type { helpCopy } from "./help";
import type { helpStripCopy } from "./help-strip";
import type { indexerCopy } from "./indexer";
import type { Language } from "./languages";
import type { liquidationActionsCopy } from "./liquidation-actions";
import type { liquidationsCopy } from "./liquidations";
import type { lossesCopy } from "./losses";
import type { marginCopy } from "./margin";
import type { marketCopy } from "./market";
import type { ordersCopy } from "./orders";
import type { portfolioCopy } from "./portfolio";
import type { positionsCopy } from "./positions";
import type { regimeCopy } from "./regime";
import type { riskCopy } from "./risk";
import type { risksCopy } from "./risks";
import type { Say } from "./sentences";
import type { shellCopy } from "./shell";
import type { signingCopy } from "./signing";
import type { ticketCopy } from "./ticket";
import type { tradeCopy } from "./trade";
import type { transactionCopy } from "./transaction";
import type { vaultCopy } from "./vault";
import type { walletCopy } from "./wallet";
import type { watchCopy } from "./watch";
import type { waterfallCopy } from "./waterfall";

/** Words of every catalogue, by its name. */
export interface Catalogues {
  readonly alerts: typeof alertsCopy;
  readonly backstop: typeof backstopCopy;
  readonly columns: typeof columnsCopy;
  readonly common: typeof common;
  readonly danger: typeof dangerCopy;
  readonly debug: typeof debugCopy;
  readonly demo: typeof demoCopy;
  readonly demoCalls: typeof demoCallsCopy;
  readonly earn: typeof earnCopy;
  readonly flip: typeof flipCopy;
  readonly gauge: typeof gaugeCopy;
  readonly help: typeof helpCopy;
  readonly helpStrip: typeof helpStripCopy;
  readonly indexer: typeof indexerCopy;
  readonly liquidationActions: typeof liquidationActionsCopy;
  readonly liquidations: typeof liquidationsCopy;
  readonly losses: typeof lossesCopy;
  readonly margin: typeof marginCopy;
  readonly market: typeof marketCopy;
  readonly orders: typeof ordersCopy;
  readonly portfolio: typeof portfolioCopy;
  readonly positions: typeof positionsCopy;
  readonly regime: typeof regimeCopy;
  readonly risk: typeof riskCopy;
  readonly risks: typeof risksCopy;
  readonly shell: typeof shellCopy;
  readonly signing: typeof signingCopy;
  readonly ticket: typeof ticketCopy;
  readonly trade: typeof tradeCopy;
  readonly transaction: typeof transactionCopy;
  readonly vault: typeof vaultCopy;
  readonly wallet: typeof walletCopy;
  readonly watch: typeof watchCopy;
  readonly waterfall: typeof waterfallCopy;
}

export type CatalogueName = keyof Catalogues;

/** A language: every catalogue, and the sentences of the SDK. */
export interface Dictionary extends Catalogues {
  readonly language: Exclude<Language, "en">;
  readonly say: Say;
}
