import type { Address, Hash } from "viem";
import type { GimbalError } from "../errors/base";
import type { AccountId, AccountState } from "../types";
import type { Seconds, TokenAmount, Usd, Wad } from "../units";

/** Where an account stands by the engine's own bounds. */
export type LiquidationZone = "safe" | "soft" | "auction";

/** What the engine remembers of an account's auction and of its owner's choices. */
export interface AuctionRecord {
  /** When the clock began; 0 without a clock. */
  readonly startedAt: Seconds;
  /** Last slice in the soft zone; 0 before the first. */
  readonly lastSoftAt: Seconds;
  /** The owner lets small slices be closed before the auction. */
  readonly softZone: boolean;
  /** The owner takes part in netting for a rebate. */
  readonly nettable: boolean;
  /** The clock stands while a price of the account is down. */
  readonly stopped: boolean;
}

/** What a take of one pair would do at the block of the report. */
export interface LiquidationQuote {
  /** Index of the asset taken. */
  readonly collateralAsset: number;
  /** Index of the asset repaid. */
  readonly debtAsset: number;
  readonly zone: LiquidationZone;
  readonly health: Wad;
  /** `β`: part of the repaid value that the taker gets on top. */
  readonly bonus: Wad;
  /** Debt repaid [units of the debt asset]. */
  readonly repaid: TokenAmount;
  /** Paid on top to the reserve's insurance [units of the debt asset]. */
  readonly fee: TokenAmount;
  /** [units of the collateral asset] */
  readonly seized: TokenAmount;
  /** What the throttle leaves for the collateral asset. */
  readonly room: Usd;
  /** The backstop may take the account over now. */
  readonly backstopDue: boolean;
  /** Opposite accounts may be netted against it without their owners' choice now. */
  readonly nettingDue: boolean;
}

/** What closing two opposite accounts against each other would do now. */
export interface NettingQuote {
  /** Leaves the unhealthy account [units of its collateral asset]. */
  readonly moved: TokenAmount;
  /** Debt of the counterparty it repays [the same units]. */
  readonly credited: TokenAmount;
  /** Leaves the counterparty [units of the unhealthy account's debt asset]. */
  readonly taken: TokenAmount;
  /** Debt of the unhealthy account it repays [the same units]. */
  readonly repaid: TokenAmount;
  /** What the counterparty gets on top of the mark. */
  readonly rebate: Wad;
  /** The counterparty did not ask for it. */
  readonly forced: boolean;
  /** Why the engine refuses; undefined where it can be done. Amounts are 0 then. */
  readonly refusal: GimbalError | undefined;
}

/** An account with debt, its auction, and what a take would do. */
export interface LiquidatableAccount {
  readonly state: AccountState;
  readonly auction: AuctionRecord;
  /** Undefined where the account is far from liquidation, or a price is down. */
  readonly quote: LiquidationQuote | undefined;
}

/** Bucket from which takes of one collateral asset draw. */
export interface ThrottleState {
  readonly market: number;
  readonly asset: number;
  readonly room: Usd;
  readonly capacity: Usd;
}

/** What a reserve has lost and not yet got back. */
export interface ReserveLosses {
  readonly market: number;
  readonly asset: number;
  /** Owed to suppliers [token units]. */
  readonly outstanding: TokenAmount;
  /** Owed to the backstop [token units]. */
  readonly backstopOutstanding: TokenAmount;
}

/** Liquidations at one block. */
export interface LiquidationReport {
  /** In the order asked for. */
  readonly accounts: readonly LiquidatableAccount[];
  readonly throttles: readonly ThrottleState[];
  readonly losses: readonly ReserveLosses[];
  /** Backstop vault by market; `null` where the market has none. */
  readonly backstops: ReadonlyMap<number, Address | null>;
}

/** Which way debt was closed. */
export type LiquidationPath = "auction" | "soft" | "netting" | "backstop";

interface HistoryEntry {
  readonly blockNumber: bigint;
  /** Undefined where the node does not say it with its logs. */
  readonly timestamp: Seconds | undefined;
  readonly transactionHash: Hash;
  readonly logIndex: number;
  readonly account: AccountId;
  readonly market: number;
}

/** Debt of an account that was closed against its collateral. */
export interface PastClose extends HistoryEntry {
  readonly type: "close";
  readonly path: LiquidationPath;
  readonly collateralAsset: number;
  readonly debtAsset: number;
  /** [units of the debt asset] */
  readonly repaid: TokenAmount;
  /** [units of the collateral asset] */
  readonly seized: TokenAmount;
  readonly bonus: Wad;
  /** Who took it: liquidator, backstop, or the account netted against. */
  readonly taker: Address;
}

/** Who bore a part of a loss, in the order of the waterfall. */
export type LossStep = "insurance" | "backstop" | "suppliers";

/** Part of a loss that one step bore. */
export interface PastLoss extends HistoryEntry {
  readonly type: "loss";
  readonly asset: number;
  readonly step: LossStep;
  /** [token units] */
  readonly amount: TokenAmount;
}

/** One line of the history of liquidations. */
export type PastLiquidation = PastClose | PastLoss;
