/** Hexadecimal, lower case. */
export type Hex = `0x${string}`;

/** What an answer is true at. */
export interface Indexed {
  /** Last block that was indexed, and its time [unix seconds]. */
  readonly block: bigint;
  readonly time: bigint;
  /** Blocks up to this one do not change any more. */
  readonly finalized: bigint;
  /** Last block with an event of the protocol; undefined before the first. */
  readonly event: { readonly block: bigint; readonly hash: Hex; readonly time: bigint } | undefined;
}

/** An answer, and the block it is true at. */
export interface Answer<T> {
  readonly indexed: Indexed;
  readonly data: T;
}

/** A part of a list, newest first. */
export interface Page<T> extends Answer<readonly T[]> {
  /** Where the next page begins; undefined on the last one. */
  readonly next: string | undefined;
}

/** How far the index has come. */
export interface Status {
  readonly chainId: number;
  readonly engine: Hex;
}

/** How far an answer is behind the chain. */
export interface Lag {
  /** Blocks that the indexer has not seen. */
  readonly blocks: bigint;
  /** Time between its last block and the chain's [seconds]. */
  readonly seconds: bigint;
}

/** Where an event stands; `time` [unix seconds]. */
export interface Origin {
  readonly block: bigint;
  readonly logIndex: number;
  readonly transaction: Hex;
  readonly time: bigint;
}

/**
 * What an event did to a position. A flip is a `close` and an `open` of one transaction, a swap of collateral or debt one
 * event of its own, and a `transfer` came from, or left for, another account of the owner with what it had cost.
 */
export type HistoryTradeType =
  | "open"
  | "increase"
  | "decrease"
  | "close"
  | "collateral"
  | "borrow"
  | "repay"
  | "swap-collateral"
  | "swap-debt"
  | "transfer"
  | "liquidation"
  | "write-off";

/** A trade as the SDK's `Trade`, with the fee of the pool in it [units of quote]; undefined is unknown or none. */
export interface HistoryTrade extends Origin {
  readonly account: Hex;
  readonly market: number;
  readonly base: number;
  readonly type: HistoryTradeType;
  readonly side: "long" | "short" | undefined;
  readonly size: bigint;
  readonly price: bigint | undefined;
  readonly paidIn: bigint;
  /** Change of the debt of base and of quote, signed. */
  readonly debt: readonly [base: bigint, quote: bigint];
  readonly realised: bigint | undefined;
  readonly result: bigint | undefined;
  readonly fee: bigint | undefined;
}

/** A position and what it has earned [units of quote]. */
export interface HistoryPosition {
  readonly account: Hex;
  readonly market: number;
  readonly base: number;
  readonly size: bigint;
  readonly entry: bigint | undefined;
  readonly invested: bigint;
  /** Collateral and scaled debt of base and of quote, as the events say. */
  readonly held: readonly [base: bigint, quote: bigint];
  readonly owed: readonly [base: bigint, quote: bigint];
  /** Quote paid (long) or received (short) for what is open; undefined if a part came in kind. */
  readonly basis: bigint | undefined;
  readonly inKind: boolean;
  readonly realised: bigint;
  readonly fees: bigint;
  /** Interest on quote up to now; undefined where the debt serves several positions. */
  readonly interest: bigint | undefined;
  readonly beforeCosts: bigint;
  readonly afterCosts: bigint | undefined;
}

/** Units of the token; `debt` with interest up to the indexed block; undefined is unknown. */
export interface HistoryBalance {
  readonly account: Hex;
  readonly market: number;
  readonly asset: number;
  readonly collateral: bigint;
  readonly scaledDebt: bigint;
  readonly debt: bigint | undefined;
  readonly interest: bigint | undefined;
}

/** What an account has lent, and what that would redeem for. */
export interface HistoryLoan {
  readonly account: Hex;
  readonly market: number;
  readonly asset: number;
  readonly shares: bigint;
  readonly supplied: bigint;
  readonly redeemed: bigint;
  readonly assets: bigint | undefined;
}

export interface HistoryAccount {
  readonly balances: readonly HistoryBalance[];
  readonly lent: readonly HistoryLoan[];
}

export interface HistoryLiquidation extends Origin {
  readonly account: Hex;
  readonly liquidator: Hex;
  readonly market: number;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  readonly repaid: bigint;
  readonly seized: bigint;
  readonly bonus: bigint;
}

export interface HistoryLoss extends Origin {
  readonly account: Hex;
  readonly market: number;
  readonly asset: number;
  readonly loss: bigint;
  readonly feesLost: bigint;
}

/** A reserve; units as in the SDK's `ReserveState`. */
export interface HistoryReserve {
  readonly market: number;
  readonly asset: number;
  readonly token: Hex;
  readonly cash: bigint;
  readonly debt: bigint;
  readonly fees: bigint;
  readonly totalAssets: bigint;
  readonly supplyShares: bigint;
  readonly index: bigint;
  readonly rateAtTarget: bigint;
  readonly borrowRate: bigint;
  readonly utilisation: bigint;
  readonly liquidated: bigint;
  readonly lost: bigint;
  readonly feesLost: bigint;
  readonly feesCollected: bigint;
  readonly debtCap: bigint;
  readonly supplyCap: bigint;
  readonly minDebt: bigint;
  readonly feeShare: bigint;
  readonly ratePremium: bigint;
  readonly collateralEnabled: boolean;
  readonly borrowEnabled: boolean;
}

/** A reserve at the end of a minute [unix seconds]. */
export type HistoryReservePoint = Pick<
  HistoryReserve,
  "cash" | "debt" | "totalAssets" | "supplyShares" | "index" | "borrowRate" | "utilisation"
> & { readonly time: bigint; readonly block: bigint };

/** Prices [units of quote per whole base token] of a pool, [USD wad] of a feed. */
export interface HistoryCandle {
  readonly time: bigint;
  readonly interval: number;
  readonly open: bigint;
  readonly high: bigint;
  readonly low: bigint;
  readonly close: bigint;
  readonly baseVolume: bigint;
  readonly quoteVolume: bigint;
  readonly trades: number;
}

/** [wad] */
export interface HistoryVolatility extends Origin {
  readonly token: Hex;
  readonly sampledAt: bigint;
  readonly price: bigint;
  readonly volatility: bigint;
  readonly baseline: bigint;
  readonly learned: bigint;
}

export interface HistoryRegime extends Origin {
  readonly market: number;
  readonly asset: number;
  readonly level: number;
  readonly reasons: number;
  readonly regime: number;
}

export interface HistoryCoverage extends Origin {
  readonly market: number;
  /** [wad] */
  readonly ratio: bigint;
  readonly closed: boolean;
  readonly pendingSince: bigint;
}

/** Sums of a market since the beginning. */
export interface HistoryMarket {
  readonly id: number;
  readonly slug: string | undefined;
  readonly paused: boolean;
  readonly openingsClosed: boolean;
  readonly trades: number;
  /** [units of asset 0] */
  readonly volume: bigint;
  readonly liquidations: number;
  readonly losses: number;
}
