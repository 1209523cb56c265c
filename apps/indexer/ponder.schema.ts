// Every amount is an exact integer of the chain; units are beside the column. `numeric(78)` holds any word.
import { index, onchainTable, primaryKey } from "ponder";
import { origin } from "./src/schema/origin";

export * from "./src/schema/liquidation";

/** Newest block with an event of the protocol: one row, id 0. */
export const head = onchainTable("head", (t) => ({
  id: t.integer().primaryKey(),
  block: t.bigint().notNull(),
  hash: t.hex().notNull(),
  time: t.bigint().notNull(),
}));

/** One market, as its last events left it. */
export const market = onchainTable("market", (t) => ({
  id: t.integer().primaryKey(),
  /** `γ`, `h*` [1e-4]; 0 before the first parameters. */
  initialRatio: t.integer().notNull(),
  targetHealth: t.integer().notNull(),
  paused: t.boolean().notNull(),
  openingsClosed: t.boolean().notNull(),
  /** Trades of accounts in the pools: how many, and their size [units of asset 0]. */
  trades: t.integer().notNull(),
  volume: t.bigint().notNull(),
  liquidations: t.integer().notNull(),
  losses: t.integer().notNull(),
  /** First to bear losses after the fees; null: none. */
  backstop: t.hex(),
}));

/** One reserve: the words of its last event. State at a later time follows by the SDK's `ReserveWords.grow`. */
export const reserve = onchainTable(
  "reserve",
  (t) => ({
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    token: t.hex().notNull(),
    debtWord: t.bigint().notNull(),
    cashWord: t.bigint().notNull(),
    supplyShares: t.bigint().notNull(),
    /** As stored: rounded down to 8 bits of mantissa [token units]. */
    supplyCap: t.bigint().notNull(),
    collateralEnabled: t.boolean().notNull(),
    borrowEnabled: t.boolean().notNull(),
    /** Sums since the beginning [token units]. */
    liquidated: t.bigint().notNull(),
    lost: t.bigint().notNull(),
    feesLost: t.bigint().notNull(),
    feesCollected: t.bigint().notNull(),
    /** Fees that went to the backstop, and what was paid back of losses. */
    feesDistributed: t.bigint().notNull(),
    recovered: t.bigint().notNull(),
    /** What takes drew of the throttle of this collateral: `drawn << 40 | time` [USD wad, unix seconds]. */
    throttle: t.bigint().notNull(),
    block: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.market, table.asset] }) }),
);

/** State of a reserve at the end of each minute in which it changed. */
export const reserveMinute = onchainTable(
  "reserve_minute",
  (t) => ({
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    /** Begin of the minute [unix seconds]. */
    minute: t.bigint().notNull(),
    debtWord: t.bigint().notNull(),
    cashWord: t.bigint().notNull(),
    supplyShares: t.bigint().notNull(),
    block: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.market, table.asset, table.minute] }) }),
);

/** Collateral and debt of an account in one asset; 0 after it left. */
export const balance = onchainTable(
  "balance",
  (t) => ({
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    /** [token units] */
    collateral: t.bigint().notNull(),
    scaledDebt: t.bigint().notNull(),
    /** Debt after the last event that moved it, rounded up [token units]. */
    owed: t.bigint().notNull(),
    /** Interest until that event, rounding included: `owed` = borrowed − repaid − written off + interest. */
    interest: t.bigint().notNull(),
    block: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.account, table.market, table.asset] }) }),
);

/** What an account has lent to one reserve. */
export const lender = onchainTable(
  "lender",
  (t) => ({
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    shares: t.bigint().notNull(),
    /** Sums since the beginning [token units]. */
    supplied: t.bigint().notNull(),
    redeemed: t.bigint().notNull(),
    block: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.account, table.market, table.asset] }) }),
);

/** A supply (+) or redemption (−). */
export const lending = onchainTable(
  "lending",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    /** [token units], signed */
    assets: t.bigint().notNull(),
    shares: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byAccount: index().on(table.account, table.block),
  }),
);

/** Running state of an account's position in one base asset: `PositionState` of the SDK, and what was earned. */
export const position = onchainTable(
  "position",
  (t) => ({
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    base: t.integer().notNull(),
    heldBase: t.bigint().notNull(),
    heldQuote: t.bigint().notNull(),
    owedBase: t.bigint().notNull(),
    owedQuote: t.bigint().notNull(),
    size: t.bigint().notNull(),
    basis: t.bigint(),
    invested: t.bigint().notNull(),
    inKind: t.boolean().notNull(),
    /** Average entry [quote units per whole base token]; null when flat or in kind. */
    entry: t.bigint(),
    /** Sums since the beginning, signed [units of quote]: profit as the SDK realises it, and fees of the pools in it. */
    realised: t.bigint().notNull(),
    fees: t.bigint().notNull(),
    /** Interest of base that is in `realised`, at the prices it was bought at [units of quote]. */
    baseInterest: t.bigint().notNull(),
    /** The same in base, so that none is counted twice [units of base]. */
    baseInterestSeen: t.bigint().notNull(),
    block: t.bigint().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.account, table.market, table.base] }) }),
);

/** One event of an account, as the SDK's `Trade`. */
export const trade = onchainTable(
  "trade",
  (t) => ({
    ...origin(t),
    base: t.integer().notNull(),
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    type: t.text().notNull(),
    /** `long`, `short`; null without a position. */
    side: t.text(),
    size: t.bigint().notNull(),
    price: t.bigint(),
    paidIn: t.bigint().notNull(),
    /** Change of the debt of base and of quote, signed. */
    debtBase: t.bigint().notNull(),
    debtQuote: t.bigint().notNull(),
    realised: t.bigint(),
    result: t.bigint(),
    /** Fee of the pool in it [units of quote]; null where nothing was traded in a pool. */
    fee: t.bigint(),
  }),
  (table) => ({
    // one event may be two accounts' trade
    pk: primaryKey({ columns: [table.block, table.logIndex, table.base, table.account] }),
    byAccount: index().on(table.account, table.block),
    byMarket: index().on(table.market, table.block),
  }),
);

/** The router's last action on a pool that the pool has not reported yet: it does so at the end of the same trade. */
export const pendingTrade = onchainTable("pending_trade", (t) => ({
  pool: t.hex().primaryKey(),
  transaction: t.hex().notNull(),
  account: t.hex().notNull(),
  market: t.integer().notNull(),
  base: t.integer().notNull(),
  /** The event and the position before it, as JSON. */
  event: t.text().notNull(),
}));

/** First half of an order of the position router, with what the pools have reported since: the second half follows. */
export const pendingOrder = onchainTable("pending_order", (t) => ({
  transaction: t.hex().primaryKey(),
  /** The engine's event, as JSON. */
  first: t.text().notNull(),
  /** Base and quote by pool, as JSON. */
  swaps: t.text().notNull(),
}));

/** What the account mover has done in a transaction; it tells of the move when all is done. */
export const pendingMove = onchainTable("pending_move", (t) => ({
  transaction: t.hex().primaryKey(),
  /** The engine's events, as JSON. */
  events: t.text().notNull(),
}));

export const liquidation = onchainTable(
  "liquidation",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    liquidator: t.hex().notNull(),
    market: t.integer().notNull(),
    collateralAsset: t.integer().notNull(),
    debtAsset: t.integer().notNull(),
    /** [token units] */
    repaid: t.bigint().notNull(),
    seized: t.bigint().notNull(),
    /** [wad] */
    bonus: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byAccount: index().on(table.account, table.block),
    byMarket: index().on(table.market, table.block),
  }),
);

/** Debt that nothing backed any more [token units]. */
export const loss = onchainTable(
  "loss",
  (t) => ({
    ...origin(t),
    account: t.hex().notNull(),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    loss: t.bigint().notNull(),
    /** Part of it that the protocol's fees bore; suppliers bore the rest. */
    feesLost: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market),
  }),
);

/**
 * Candles of one minute and of one hour; longer ones are put together when they are asked for. `source` is a pool
 * (prices [quote units per whole base token]) or a feed (prices [USD wad per whole token], no volume).
 */
export const candle = onchainTable(
  "candle",
  (t) => ({
    source: t.hex().notNull(),
    /** [seconds] */
    interval: t.integer().notNull(),
    /** Begin [unix seconds]. */
    time: t.bigint().notNull(),
    open: t.bigint().notNull(),
    high: t.bigint().notNull(),
    low: t.bigint().notNull(),
    close: t.bigint().notNull(),
    /** [units of base], [units of quote] */
    baseVolume: t.bigint().notNull(),
    quoteVolume: t.bigint().notNull(),
    trades: t.integer().notNull(),
  }),
  (table) => ({ pk: primaryKey({ columns: [table.source, table.interval, table.time] }) }),
);

/** A sample of the volatility of a token [wad]; `sampledAt` is the oracle's own time. */
export const volatility = onchainTable(
  "volatility",
  (t) => ({
    ...origin(t),
    token: t.hex().notNull(),
    sampledAt: t.bigint().notNull(),
    price: t.bigint().notNull(),
    volatility: t.bigint().notNull(),
    baseline: t.bigint().notNull(),
    learned: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byToken: index().on(table.token, table.block),
  }),
);

/** An observation of the depth of a token [USD, whole]. */
export const depth = onchainTable(
  "depth",
  (t) => ({
    ...origin(t),
    token: t.hex().notNull(),
    sample: t.bigint().notNull(),
    depth: t.bigint().notNull(),
    slow: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byToken: index().on(table.token, table.block),
  }),
);

/** A refresh of the risk parameters of one asset. */
export const riskUpdate = onchainTable(
  "risk_update",
  (t) => ({
    ...origin(t),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    /** [wad] */
    volatility: t.bigint().notNull(),
    /** Target of `v` [1e-4]. */
    margin: t.bigint().notNull(),
    /** [1e-6 USD] */
    depth: t.bigint().notNull(),
    correlations: t.bigint().notNull(),
    /** [token units] */
    debtCap: t.bigint().notNull(),
    debtCeiling: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market, table.block),
  }),
);

/** What one asset calls for, and the regime of its market from then on: 0 calm, 1 elevated, 2 stress, 3 halt. */
export const regime = onchainTable(
  "regime",
  (t) => ({
    ...origin(t),
    market: t.integer().notNull(),
    asset: t.integer().notNull(),
    level: t.integer().notNull(),
    reasons: t.integer().notNull(),
    regime: t.integer().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market, table.block),
  }),
);

/** A measurement of the coverage of a market. */
export const coverage = onchainTable(
  "coverage",
  (t) => ({
    ...origin(t),
    market: t.integer().notNull(),
    /** In the worst shock [wad]. */
    ratio: t.bigint().notNull(),
    closed: t.boolean().notNull(),
    /** [unix seconds]; 0: nothing pending. */
    pendingSince: t.bigint().notNull(),
  }),
  (table) => ({
    pk: primaryKey({ columns: [table.block, table.logIndex] }),
    byMarket: index().on(table.market, table.block),
  }),
);
