import type { Address, Hex } from "viem";

/** A contract that somebody else deployed. */
export interface Existing {
  readonly type: "existing";
  readonly address: Address;
}

/** A test token with a faucet; local chains and test networks only. */
export interface FaucetToken {
  readonly type: "faucet";
  readonly symbol: string;
  /** Most that one call of the faucet gives [token units]. */
  readonly limit: bigint;
}

/** A Chainlink FluxAggregator behind an EACAggregatorProxy, which one account owns and publishes to. */
export interface FluxFeed {
  readonly type: "flux";
  readonly description: string;
  /** [10^−8 USD] */
  readonly initialAnswer: bigint;
  /** Bounds of the aggregator [10^−8 USD]. */
  readonly minAnswer: bigint;
  readonly maxAnswer: bigint;
}

/** What the oracle requires of the sources of an asset. */
export interface PriceLimits {
  /** Age at which the answer of the feed becomes unusable [seconds]. */
  readonly heartbeat: number;
  /** Answers outside are unusable [USD wad per whole token]. */
  readonly minPrice: bigint;
  readonly maxPrice: bigint;
  /** Move at which the feed publishes before its heartbeat [1e-4]; 0 if it does not. */
  readonly trigger: number;
  /** Move between two rounds that is quarantined: half the stress gap of the asset [1e-4]; 0 for none. */
  readonly maxJump: number;
}

/** The price of Pyth beside the feed; its bounds are those of the feed. */
export interface PythConfig {
  readonly id: Hex;
  /** Age at which the price becomes unusable [seconds]. */
  readonly maxAge: number;
  /** Half width of the confidence interval at which it becomes unusable [1e-4]. */
  readonly maxConfidence: number;
  /** Distance of the sources at which the price becomes guarded [1e-4]. */
  readonly maxDeviation: number;
}

/** One position of liquidity, around the price. */
export interface LiquidityConfig {
  /** Distance of its ends from the price [ticks]; `full` is the whole range. */
  readonly reach: number | "full";
  /** Quote tokens of the position; the other half has the same value [token units]. */
  readonly quoteAmount: bigint;
}

/** The Uniswap v3 pool against the quote asset: orders trade in it and its TWAP is the witness of the price. */
export interface PoolConfig {
  /** Fee tier [1e-6]. */
  readonly fee: number;
  /** Positions to create the pool with, at the price of the feeds; local chains only. */
  readonly liquidity?: readonly LiquidityConfig[];
  /** Window of the witness [seconds]. */
  readonly twapWindow: number;
  /** Distance of the sources at which the price becomes guarded [1e-4]. */
  readonly maxDeviation: number;
  /** Observations the pool must keep, so that the window is covered. */
  readonly observations: number;
  /** Least harmonic mean of the pool's in-range liquidity over the window. */
  readonly minLiquidity: bigint;
}

/** Where the margin starts, and the rails it stays inside; the same in every market of the asset. */
export interface AssetRisk {
  /** `σ` the forecast starts from, annualised: rather too high, it comes down by itself [wad]. */
  readonly volatility: bigint;
  /** `σ` it widens to while nobody samples, annualised [wad]. */
  readonly stress: bigint;
  /** Least and greatest volatility margin [1e-4]. */
  readonly marginFloor: number;
  readonly marginCap: number;
  /** `π` [1e-4]. */
  readonly penalty: number;
  /** Depth the margin starts from: the value that moves the price by 1 % [USD, whole]. */
  readonly depth: bigint;
  /** Least and greatest depth that counts, whatever is measured [USD, whole]. */
  readonly depthFloor: bigint;
  readonly depthCap: bigint;
  /** Most debt of a reserve, in depths. */
  readonly debtDepths: number;
  /** `J`: the jump of the price that the coverage of a market is measured at [wad]. */
  readonly gap: bigint;
  /** Most that counts of a correlation with another asset; 0 for a stable one [1/256]. */
  readonly correlationCap: number;
  /** Oracle latency, added to the horizon of the market [seconds]. */
  readonly latency: number;
}

/** Limits of one reserve; each market has its own reserve of the asset. */
export interface ReserveConfig {
  /** [token units] */
  readonly debtCap: bigint;
  readonly supplyCap: bigint;
  readonly minDebt: bigint;
  /** Protocol's part of the interest [1/256]. */
  readonly feeShare: number;
  /** Added to the borrow rate [0.1 % a year]. */
  readonly ratePremium: number;
}

export interface AssetConfig {
  /** What people call it. */
  readonly symbol: string;
  readonly name: string;
  readonly decimals: number;
  readonly token: Existing | FaucetToken;
  readonly feed: Existing | FluxFeed;
  readonly price: PriceLimits;
  /** Absent where the feed has no second source beside it. */
  readonly pyth?: PythConfig;
  /** Absent for the quote asset. */
  readonly pool?: PoolConfig;
  readonly risk: AssetRisk;
  readonly reserve: ReserveConfig;
}

export interface MarketConfig {
  readonly id: number;
  readonly slug: string;
  readonly kind: "isolated" | "cross";
  /** Keys of `assets`, in the order of their index; the quote asset first. */
  readonly assets: readonly string[];
  /** `γ` [1e-4] */
  readonly initialRatio: number;
  /** `h*` [1e-4] */
  readonly targetHealth: number;
  /** `k` [wad] */
  readonly multiple: bigint;
  /** Liquidation horizon, without the latency of the asset [seconds]. */
  readonly horizon: number;
}

/** The vault behind each market, in the quote token; shares are 1e-4. */
export interface BackstopConfig {
  /** Cooldown and window of an exit [seconds]. */
  readonly cooldown: number;
  readonly window: number;
  /** Key of the asset that is the chain's coin, wrapped: it prices the gas of callers. */
  readonly gas: string;
  /** What governance may change later, as in the contract. */
  readonly parameters: {
    /** [quote units] */
    readonly depositCap: bigint;
    readonly haircut: number;
    readonly assetShare: number;
    readonly ownerShare: number;
    readonly coverShare: number;
    readonly assumeMargin: number;
    readonly hedgeFloor: number;
    readonly hedgeBand: number;
    readonly depthShare: number;
    readonly maxSlippage: number;
    readonly callerShare: number;
    /** [wad, a year] */
    readonly fullHedgeVolatility: bigint;
  };
}

export interface Roles {
  /** Administers the AccessManager in the end: a timelock, or on a local chain the deployer. */
  readonly admin: Address;
  /** May pause new risk, nothing else. */
  readonly guardian: Address;
  /** May set the rails of margins within their hard bounds. */
  readonly riskManager: Address;
}

/** Everything the deployment of one chain depends on. */
export interface DeploymentConfig {
  readonly chainId: number;
  readonly name: string;
  /** True on a development chain: canonical contracts that are missing are put there. */
  readonly local: boolean;
  /** Salt of every CREATE2 deployment. */
  readonly salt: Hex;
  readonly roles: Roles;
  readonly uniswap: {
    readonly factory: Existing | "deploy";
    readonly swapRouter: Existing | "deploy";
    readonly quoter: Existing | "deploy";
    /** Needed where pools are created. */
    readonly positionManager?: Existing | "deploy";
  };
  readonly oracle: {
    /** Shortest witness window that will ever be accepted [seconds]. */
    readonly minWindow: number;
    /** Shortest time between two blocks, at least a second [seconds]. */
    readonly blockInterval: number;
    /** Least time between two samples of volatility [seconds]. */
    readonly samplePeriod: number;
    /** Least time between two observations of depth [seconds]. */
    readonly depthSpacing: number;
    /** How long a change of a source is compared with the source in force [seconds]. */
    readonly shadowPeriod: number;
    /** Pyth's contract, where an asset uses it. */
    readonly pyth?: Address;
    /** Uptime feed of the sequencer, and how long after a restart no risk is added [seconds]. */
    readonly sequencer?: { readonly feed: Address; readonly gracePeriod: number };
  };
  /** Key of the asset whose returns stand for the market, when correlations are estimated. */
  readonly factor: string;
  /** Key of the quote asset. */
  readonly quote: string;
  readonly assets: Readonly<Record<string, AssetConfig>>;
  readonly markets: readonly MarketConfig[];
  readonly backstop: BackstopConfig;
}
