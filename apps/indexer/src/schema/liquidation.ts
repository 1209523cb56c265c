// Tables of auctions, netting, the backstop and losses.
import { index, onchainTable, primaryKey } from "ponder";
import { origin } from "./origin";

/** Who bore a part of a loss: step 1 the fees of the reserve, 2 the backstop, 3 the suppliers [token units]. */
export const lossStep = onchainTable(
  "loss_step",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    step: t.integer().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market),
  }),
);

/** Auction clock of an account, and what its owner chose. */
export const auction = onchainTable("auction", (t) => ({
  account: t.hex().primaryKey(),
  /** [unix seconds]; 0: none runs. */
  startedAt: t.bigint().notNull(),
  stopped: t.boolean().notNull(),
  /** Last slice in the soft zone [unix seconds]; 0: none yet. */
  slicedAt: t.bigint().notNull(),
  softZone: t.boolean().notNull(),
  nettable: t.boolean().notNull(),
  block: t.bigint().notNull(),
}));

/** An unhealthy account closed against its opposite; amounts as in the engine's `NettingResult`. */
export const netting = onchainTable(
  "netting",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    counterparty: t.hex().notNull(),
    market: t.integer().notNull(),
    collateralAsset: t.integer().notNull(),
    debtAsset: t.integer().notNull(),
    moved: t.bigint().notNull(),
    credited: t.bigint().notNull(),
    taken: t.bigint().notNull(),
    repaid: t.bigint().notNull(),
    /** [wad] */
    rebate: t.bigint().notNull(),
    /** The counterparty did not ask for it. */
    forced: t.boolean().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market, table.block),
  }),
);

/** The backstop took debt and collateral of an account over [token units]. */
export const assumption = onchainTable(
  "assumption",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    into: t.hex().notNull(),
    market: t.integer().notNull(),
    collateralAsset: t.integer().notNull(),
    debtAsset: t.integer().notNull(),
    repaid: t.bigint().notNull(),
    seized: t.bigint().notNull(),
    /** [wad] */
    bonus: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market, table.block),
  }),
);

/** What a supplier took of what was recovered for him [token units]. */
export const claim = onchainTable(
  "claim",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    amount: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byAccount: index().on(table.account, table.block),
  }),
);
