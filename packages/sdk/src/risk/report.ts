import type { Address } from "viem";
import type { Seconds, Usd, Wad } from "../units";

/** How a market feels, from what the risk engine measures; it decides what new risk is allowed. */
export type Regime = "calm" | "elevated" | "stress" | "halt";

/** What put a market into its regime. */
export type RegimeReason = "volatility" | "depth" | "clips" | "correlation" | "price" | "stale" | "cooling";

/** What is forecast and measured of one token. Volatilities are yearly. */
export interface TokenRisk {
  readonly symbol: string;
  readonly token: Address;
  /** In use: what margins follow. */
  readonly volatility: Wad;
  /** Forecast of the next 24 hours with fixed weights. */
  readonly baseline: Wad;
  /** Forecast of the next 24 hours that learns. */
  readonly learned: Wad;
  /** Whether the learned one counts: it does while its score is the better one. */
  readonly learnedCounts: boolean;
  /** Mean QLIKE of both over 90 days; lower is better. */
  readonly baselineScore: Wad;
  readonly learnedScore: Wad;
  /** Forecasts scored so far. */
  readonly scored: number;
  readonly shortVolatility: Wad;
  readonly longVolatility: Wad;
  /** Volatility it widens to while nobody samples. */
  readonly stress: Wad;
  readonly sampledAt: Seconds;
  readonly staleAfter: Seconds;
  /** Returns that met the rail. */
  readonly clips: number;
  /** Value that moves the price by 1 %; `null` for a token that is measured in no pool. */
  readonly depth: Usd | null;
  /** What the depth usually is. */
  readonly slowDepth: Usd | null;
  /** What would move the price in the pools as they are now, from −5 % to +5 %; `null` for a token without a pool. */
  readonly ladder: readonly DepthRung[] | null;
  readonly depthObservedAt: Seconds | null;
}

/** Correlation of two tokens. */
export interface CorrelationPair {
  readonly symbols: readonly [string, string];
  /** As estimated, the lower of the short and the long window. */
  readonly raw: Wad;
  /** What counts as hedge credit: reduced by 0.2 and capped at 0.6. */
  readonly usable: Wad;
  /** Whether the short and the long window disagree. */
  readonly parts: boolean;
}

/** Debt that becomes liquidatable while the price is between `low` and `high`. */
export interface MapBucket {
  /** Price of the market's base asset [USD wad per whole token]. */
  readonly low: Usd;
  readonly high: Usd;
  readonly debt: Usd;
}

/** Means against what a gap would make liquidatable, in the shock that is covered worst. */
export interface Coverage {
  /** Asset that jumps, and which way. */
  readonly symbol: string;
  readonly rises: boolean;
  /** `null` when the gap reaches no debt. */
  readonly ratio: Wad | null;
  /** The gap in price the figures are for. */
  readonly gap: Wad;
  readonly needed: Usd;
  readonly backstop: Usd;
  readonly nettable: Usd;
  readonly throttle: Usd;
  readonly insurance: Usd;
}

/** Value that moves a price by a move. */
export interface DepthRung {
  readonly move: Wad;
  readonly value: Usd;
}

/** What is measured of one market. */
export interface MarketRisk {
  readonly id: number;
  readonly slug: string;
  readonly regime: Regime;
  /** Since when it has been in this regime. */
  readonly since: Seconds;
  /** What put it there. */
  readonly reasons: readonly RegimeReason[];
  /** New leverage is refused. */
  readonly openingsClosed: boolean;
  /** New positions get no hedge credit. */
  readonly hedgeless: boolean;
  /** `null` while a price is down. */
  readonly coverage: Coverage | null;
  /** Liquidation map of longs (debt in the quote asset) and shorts (debt in the base asset), lowest price first; empty for a market with several pairs. */
  readonly longs: readonly MapBucket[];
  readonly shorts: readonly MapBucket[];
}

/** Everything the risk page shows, at one block. */
export interface RiskReport {
  readonly blockNumber: bigint;
  readonly timestamp: Seconds;
  readonly tokens: readonly TokenRisk[];
  readonly correlations: readonly CorrelationPair[];
  readonly markets: readonly MarketRisk[];
}

/** One sample of the volatility oracle. */
export interface ForecastPoint {
  readonly time: Seconds;
  /** [USD wad per whole token] */
  readonly price: Usd;
  readonly volatility: Wad;
  readonly baseline: Wad;
  readonly learned: Wad;
}
