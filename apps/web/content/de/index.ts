import type { Dictionary } from "../dictionary";
import { sayer } from "../sentences";
import { alerts } from "./alerts";
import { backstop } from "./backstop";
import { columns } from "./columns";
import { common } from "./common";
import { danger } from "./danger";
import { debug } from "./debug";
import { demo } from "./demo";
import { demoCalls } from "./demo-calls";
import { earn } from "./earn";
import { flip } from "./flip";
import { gauge } from "./gauge";
import { help } from "./help";
import { helpStrip } from "./help-strip";
import { indexer } from "./indexer";
import { liquidationActions } from "./liquidation-actions";
import { liquidations } from "./liquidations";
import { losses } from "./losses";
import { margin } from "./margin";
import { market } from "./market";
import { orders } from "./orders";
import { portfolio } from "./portfolio";
import { positions } from "./positions";
import { regime } from "./regime";
import { risk } from "./risk";
import { risks } from "./risks";
import { sentences } from "./sentences";
import { shell } from "./shell";
import { signing } from "./signing";
import { ticket } from "./ticket";
import { trade } from "./trade";
import { transaction } from "./transaction";
import { vault } from "./vault";
import { wallet } from "./wallet";
import { watch } from "./watch";
import { waterfall } from "./waterfall";

/** German. One chunk, loaded by whoever chose it. */
export const german: Dictionary = {
  language: "de",
  alerts,
  backstop,
  columns,
  common,
  danger,
  debug,
  demo,
  demoCalls,
  earn,
  flip,
  gauge,
  help,
  helpStrip,
  indexer,
  liquidationActions,
  liquidations,
  losses,
  margin,
  market,
  orders,
  portfolio,
  positions,
  regime,
  risk,
  risks,
  shell,
  signing,
  ticket,
  trade,
  transaction,
  vault,
  wallet,
  watch,
  waterfall,
  say: sayer(sentences),
};
