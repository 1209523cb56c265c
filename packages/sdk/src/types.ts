import type { Address, Hex } from "viem";
import type { DeployedAsset, DeployedMarket, Deployment } from "./deployments/types";
import type { PriceState } from "./priceState";
import type { BasisPoints, Seconds, TokenAmount, Usd, Wad } from "./units";

/** Owner (20 bytes) ‖ index (12 bytes). */
export type AccountId = Hex;

/** Direction of a position in its base asset. */
export type Side = "long" | "short";

/** Limits of one reserve. */
export interface ReserveLimits {
  readonly debtCap: TokenAmount;
  readonly supplyCap: TokenAmount;
  /** An account owes this much or nothing. */
  readonly minDebt: TokenAmount;
  /** Protocol's part of the interest [1/256]. */
  readonly feeShare: number;
  /** Added to the borrow rate [0.1 % a year]. */
  readonly ratePremium: number;
  readonly collateralEnabled: boolean;
  readonly borrowEnabled: boolean;
}

/** One reserve, with interest accrued to the block of the snapshot. */
export interface ReserveState {
  /** Lent by suppliers and not borrowed. */
  readonly cash: TokenAmount;
  /** Owed by all borrowers, rounded up. */
  readonly debt: TokenAmount;
  /** Interest that belongs to the protocol. */
  readonly fees: TokenAmount;
  readonly supplyShares: bigint;
  /** What all suppliers together would redeem, `cash + debt − fees`. */
  readonly supplied: TokenAmount;
  /** Debt index, 2^60 = 1. */
  readonly index: bigint;
  /** Borrow rate at target utilisation, a year. */
  readonly rateAtTarget: Wad;
  /** Borrow rate now, a year. */
  readonly borrowRate: Wad;
  /** What suppliers earn now, a year. */
  readonly supplyRate: Wad;
  readonly utilisation: Wad;
  readonly limits: ReserveLimits;
}

/** Risk parameters in force now, ramp included. */
export interface RiskState {
  /** Volatility margin `v` of the maintenance margin. */
  readonly maintenanceMargin: Wad;
  /** Volatility margin `v` of the initial margin. */
  readonly initialMargin: Wad;
  /** Volatility margin at the end of the ramp. */
  readonly targetMargin: Wad;
  /** Most a liquidator can earn, `π`. */
  readonly penalty: Wad;
  /** Value that moves the price by 1 % [USD, whole]. */
  readonly depth: bigint;
  /** Usable correlation with asset j in byte j [1/256]. */
  readonly correlations: bigint;
}

/** One asset of a market. */
export interface AssetState {
  readonly market: number;
  readonly index: number;
  /** What people call it: `ETH`, although the token is WETH. */
  readonly symbol: string;
  readonly name: string;
  readonly decimals: number;
  readonly token: Address;
  readonly price: PriceState;
  readonly reserve: ReserveState;
  readonly risk: RiskState;
  /** Most debt that a new position in this asset may carry [USD, whole]; undefined without a cap. */
  readonly positionCap: bigint | undefined;
  /** Addresses of the asset. */
  readonly deployed: DeployedAsset;
}

/** One market: a closed risk universe with its own lenders. */
export interface MarketState {
  readonly id: number;
  readonly slug: string;
  /** `γ`, initial over maintenance margin. */
  readonly initialRatio: BasisPoints;
  /** `h*`, where a liquidation stops. */
  readonly targetHealth: BasisPoints;
  /** No new risk. */
  readonly paused: boolean;
  /** The coverage gate keeps new risk out. */
  readonly openingsClosed: boolean;
  /** The risk engine keeps new risk out: its regime is a halt. */
  readonly halted: boolean;
  /** New risk gets no hedge credit: opposite legs do not offset each other in the initial margin. */
  readonly hedgeless: boolean;
  /** In order of their index; asset 0 is the quote asset. */
  readonly assets: readonly AssetState[];
  readonly deployed: DeployedMarket;
}

/** Value of an account and what it must hold. */
export interface Health {
  /** `C` */
  readonly collateral: Usd;
  /** `D` */
  readonly debt: Usd;
  /** `MM`, or `IM` in the initial reading. */
  readonly margin: Usd;
}

/** One account. */
export interface AccountState {
  readonly id: AccountId;
  readonly owner: Address;
  readonly index: bigint;
  /** 0 while the account is empty. */
  readonly market: number;
  /** By asset index, 16 entries. */
  readonly collateral: readonly TokenAmount[];
  /** By asset index, 16 entries, rounded up. */
  readonly debt: readonly TokenAmount[];
  /** Undefined while a price the account needs is down: unknown, not 0. */
  readonly maintenance: Health | undefined;
  /** Undefined while a price the account needs is down. */
  readonly initial: Health | undefined;
}

/** What the owner has lent to one reserve. */
export interface LenderState {
  readonly market: number;
  readonly asset: number;
  readonly shares: bigint;
  /** What the shares redeem for now, rounded down. */
  readonly assets: TokenAmount;
}

/** Balance and allowances of the owner in one token. */
export interface WalletState {
  readonly token: Address;
  readonly balance: TokenAmount;
  readonly engineAllowance: TokenAmount;
  readonly routerAllowance: TokenAmount;
}

/** One Uniswap v3 pool. */
export interface PoolState {
  readonly address: Address;
  readonly token0: Address;
  readonly token1: Address;
  /** [1e-6] */
  readonly fee: number;
  readonly sqrtPriceX96: bigint;
  readonly tick: number;
  readonly liquidity: bigint;
}

/** Everything a page needs, at one block. */
export interface Snapshot {
  readonly deployment: Deployment;
  readonly blockNumber: bigint;
  readonly timestamp: Seconds;
  /** Whose wallet and loans are in the snapshot. */
  readonly owner: Address | undefined;
  readonly markets: readonly MarketState[];
  readonly accounts: readonly AccountState[];
  readonly lender: readonly LenderState[];
  readonly wallet: readonly WalletState[];
  readonly pools: readonly PoolState[];
}

/** Collateral and debt of a position in one asset. */
export interface PositionLeg {
  readonly asset: AssetState;
  readonly collateral: TokenAmount;
  readonly debt: TokenAmount;
  /** Collateral − debt; negative is short. */
  readonly net: bigint;
  /** `net` at the mid price, signed; undefined while the price is down. */
  readonly netValue: Usd | undefined;
}

/**
 * An account as a trader sees it. A value that needs a price which is down is undefined: unknown, not 0.
 * `health` and `liquidationPrice` are `null` where there is no such number: no debt, no price that liquidates.
 */
export interface Position {
  readonly account: AccountId;
  readonly market: MarketState;
  /** Undefined without exposure to the base asset. */
  readonly side: Side | undefined;
  /** Asset whose price the position is about: the one it was read for, else the largest exposure. */
  readonly base: AssetState;
  /** Asset the position is counted in: asset 0. */
  readonly quote: AssetState;
  /** Exposure to the base asset, without sign [units of base]. */
  readonly size: TokenAmount;
  readonly sizeValue: Usd | undefined;
  readonly legs: readonly PositionLeg[];
  /** `C − D` at mid prices, signed. */
  readonly equity: Usd | undefined;
  /** `sizeValue / equity`; undefined with a price down or no equity. */
  readonly leverage: Wad | undefined;
  /** Maintenance reading of the engine. */
  readonly maintenance: Health | undefined;
  /** `(C − MM) / D`, rounded down; `null` without debt. */
  readonly health: Wad | null | undefined;
  readonly liquidatable: boolean | undefined;
  /** Last price of the base asset at which the position is healthy [USD wad per whole token]. */
  readonly liquidationPrice: Usd | null | undefined;
  /** `liquidationPrice / price − 1`, toward zero. */
  readonly liquidationDistance: Wad | null | undefined;
  /** Rate of the debt, weighted by value, a year; undefined without debt. */
  readonly borrowRate: Wad | undefined;
}

/** Exactly one of the members of a union of objects: the properties of the others are forbidden. */
export type OneOf<
  union,
  all extends PropertyKey = union extends unknown ? keyof union : never,
> = union extends unknown ? union & { readonly [key in Exclude<all, keyof union>]?: undefined } : never;
