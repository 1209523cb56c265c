import type { Address, Hex, TypedDataDomain } from "viem";
import type { Unit } from "./amounts/sentences";
import type { Position, WalletState } from "./types";
import type { BasisPoints, TokenAmount, Usd, Wad } from "./units";

/** What a guard found. `block`: the chain would refuse it. `warn`: it would pass, and a person should know. */
export type GuardLevel = "block" | "warn";

/** Findings of the actions, by name. */
export type GuardCode =
  | "account-in-other-market"
  | "amount-above-balance"
  | "amount-above-collateral"
  | "amount-above-debt"
  | "amount-above-supplied"
  | "amount-too-large"
  | "amount-zero"
  | "borrow-disabled"
  | "cash-short"
  | "collateral-disabled"
  | "deadline-passed"
  | "debt-below-minimum"
  | "debt-cap-exceeded"
  | "health-low"
  | "health-lowered"
  | "initial-margin-not-met"
  | "liquidity-short"
  | "market-halted"
  | "market-paused"
  | "not-liquidatable"
  | "not-owner"
  | "openings-closed"
  | "own-account"
  | "position-cap"
  | "position-missing"
  | "price-down"
  | "price-guarded"
  | "price-impact-high"
  | "price-stale"
  | "proceeds-below-debt"
  | "recovery-vesting"
  | "sale-at-loss"
  | "same-asset"
  | "slippage-high"
  | "slippage-low"
  | "supply-cap-exceeded";

/** One finding, with the numbers that decided it and a sentence for people. */
export interface Guard {
  readonly code: GuardCode;
  readonly level: GuardLevel;
  /** What is wrong, the number, what to do. */
  readonly message: string;
  readonly actual?: bigint;
  readonly bound?: bigint;
}

/** An allowance that is missing; `amount` is exactly what the action pulls. */
export interface Approval {
  readonly token: Address;
  readonly symbol: string;
  readonly decimals: number;
  readonly spender: Address;
  readonly amount: TokenAmount;
  readonly current: TokenAmount;
}

/** One transaction of a plan. */
export interface Call {
  readonly to: Address;
  readonly data: Hex;
  readonly value: bigint;
}

/** Position before and after an action; undefined where there is none. */
export interface Preview {
  readonly before: Position | undefined;
  readonly after: Position | undefined;
}

/** Tokens that the amounts of an action, and of its errors, are in. */
export interface PlanUnits {
  readonly collateral?: Unit | undefined;
  readonly debt?: Unit | undefined;
  /** Token of the trade's limit. */
  readonly traded?: Unit | undefined;
}

/** What an action will do, ready to be shown and sent. Frozen. */
export interface Plan<type extends string = string, args = unknown, preview = Preview> {
  readonly action: { readonly type: type; readonly args: args };
  /** Missing allowances, in order; empty when the calls can be sent at once. */
  readonly approvals: readonly Approval[];
  readonly calls: readonly Call[];
  readonly preview: preview;
  readonly guards: readonly Guard[];
  readonly units: PlanUnits;
}

/** Domain values of an EIP-2612 token, read by `readPermitDomain`. */
export interface PermitDomain {
  readonly token: Address;
  readonly owner: Address;
  readonly nonce: bigint;
  readonly domain: TypedDataDomain;
}

/** A plan whose allowance can be a signature inside the order instead of a transaction. */
export interface PermittablePlan<type extends string = string, args = unknown, preview = Preview>
  extends Plan<type, args, preview> {
  /** The same plan with the permit in the order and without the approval it replaces. */
  withPermit(permit: {
    readonly deadline: bigint;
    readonly value: TokenAmount;
    readonly signature: Hex;
  }): PermittablePlan<type, args, preview>;
}

/** One Uniswap v3 pool trade: what goes in, what comes out, and at which price. */
export interface SwapQuote {
  /** `pool`: local arithmetic on the current range of the pool. `quoter`: QuoterV2 on the chain. */
  readonly source: "pool" | "quoter";
  readonly kind: "exactInput" | "exactOutput";
  readonly tokenIn: Address;
  readonly tokenOut: Address;
  readonly amountIn: TokenAmount;
  readonly amountOut: TokenAmount;
  /** Part of `amountIn` that the pool keeps. */
  readonly fee: TokenAmount;
  /** [1e-6] */
  readonly poolFee: number;
  readonly sqrtPriceAfterX96: bigint;
  /** How much worse the average price is than the pool's price before, without the fee; rounded up. */
  readonly priceImpact: Wad;
  /** False if the pool cannot fill the trade. */
  readonly filled: boolean;
}

/** What sets the highest leverage. */
export type LeverageBound = "volatility" | "depth" | "position" | "cash" | "cap" | "liquidity";

/** Highest leverage the chain accepts now, and why not more. */
export interface MaxLeverage {
  /** Value of the position over the equity paid in, rounded down. */
  readonly leverage: Wad;
  /** Debt that comes with it [units of the debt asset]. */
  readonly borrow: TokenAmount;
  readonly boundBy: LeverageBound;
}

/** Preview of an action that trades. */
export interface TradePreview extends Preview {
  readonly quote: SwapQuote;
  /** Base bought (long opened, short closed) or sold [units of base]. */
  readonly size: TokenAmount;
  /** Price of the trade, fee included [USD wad per whole base token at the quote asset's price]; undefined while a price is down. */
  readonly executionPrice: Usd | undefined;
  readonly priceImpact: Wad;
  /** Fee of the pool [USD]. */
  readonly fee: Usd | undefined;
  /** Debt that moves, without sign [units of the debt asset]. */
  readonly debtDelta: TokenAmount;
  /** Least that comes out of the trade, or most that goes in when the output is exact. */
  readonly limit: TokenAmount;
  /** Rate of the debt asset after the action, a year. */
  readonly borrowRate: Wad;
  /** Least that reaches the recipient [units of the quote asset]; 0 when opening. */
  readonly received: TokenAmount;
  /** What reaches the recipient at the quoted price [units of the quote asset]; 0 when opening. */
  readonly expected: TokenAmount;
  /** Highest leverage of this side now; undefined while a price is down, and for closing. */
  readonly maxLeverage: MaxLeverage | undefined;
}

/** What one lender has in a reserve, and the reserve's rates. */
export interface LenderView {
  readonly shares: bigint;
  readonly assets: TokenAmount;
  readonly supplyRate: Wad;
  readonly utilisation: Wad;
}

/** Preview of a lender's action. */
export interface LenderPreview {
  readonly before: LenderView;
  readonly after: LenderView;
  readonly wallet: WalletState | undefined;
}

/** Limits that every trade carries. */
export interface TradeLimits {
  /** Most the trade may be worse than the quote. */
  readonly slippage: BasisPoints;
  /** Last valid time of the order [unix seconds]. */
  readonly deadline: bigint;
}
