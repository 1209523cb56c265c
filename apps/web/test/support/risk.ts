import type { Coverage, MapBucket, MarketRisk, RiskReport, Snapshot, TokenRisk } from "@gimbal/sdk";
import { WAD } from "@gimbal/sdk";
import { type RiskView, viewsOf } from "@/features/risk/risk-view";
import { fixture } from "./market";

export const NOW = 1_800_000_000n;
/** Millions of dollars. */
export const million = (value: number) => BigInt(Math.round(value * 100)) * 10n ** 4n * WAD;
/** Percent as a wad. */
export const percent = (value: number) => (BigInt(Math.round(value * 100)) * WAD) / 10_000n;

export const covered: Coverage = {
  symbol: "ETH",
  rises: false,
  ratio: percent(161.25),
  gap: percent(12),
  needed: million(6.84),
  backstop: million(5.2),
  nettable: million(3.62),
  throttle: million(1.81),
  insurance: million(0.4),
};

/** Nothing is owed within reach of the gap. */
export const undisturbed: Coverage = { ...covered, ratio: null, needed: 0n };

export const bucket = (low: number, high: number, debt: number): MapBucket => ({
  low: BigInt(low) * WAD,
  high: BigInt(high) * WAD,
  debt: million(debt),
});

export const ethRisk = (change: Partial<TokenRisk> = {}): TokenRisk => ({
  symbol: "ETH",
  token: fixture().markets[0]?.assets[1]?.token ?? "0x",
  volatility: percent(71),
  baseline: percent(69),
  learned: percent(71),
  learnedCounts: true,
  baselineScore: percent(31),
  learnedScore: percent(29.2),
  scored: 2_000,
  shortVolatility: percent(70),
  longVolatility: percent(50),
  stress: percent(150),
  sampledAt: NOW - 120n,
  staleAfter: NOW + 3_600n,
  clips: 0,
  depth: million(4.2),
  slowDepth: million(4.72),
  depthObservedAt: NOW - 250n,
  ladder: [-5, -3, -2, -1, 1, 2, 3, 5].map((move) => ({
    move: (BigInt(move) * WAD) / 100n,
    value: million(4.2 * Math.abs(move)),
  })),
  ...change,
});

export const ethMarket = (change: Partial<MarketRisk> = {}): MarketRisk => ({
  id: 1,
  slug: "eth-usdc",
  regime: "elevated",
  since: NOW - 11_520n,
  reasons: ["volatility"],
  openingsClosed: false,
  hedgeless: false,
  coverage: covered,
  longs: [bucket(2_500, 2_600, 3), bucket(2_700, 2_800, 2), bucket(2_900, 2_950, 0.5)],
  shorts: [bucket(3_200, 3_300, 0.4), bucket(3_600, 3_700, 1.6)],
  ...change,
});

export const report = (market: Partial<MarketRisk> = {}, token: Partial<TokenRisk> = {}): RiskReport => ({
  blockNumber: 100n,
  timestamp: NOW,
  tokens: [ethRisk(token)],
  correlations: [{ symbols: ["ETH", "BTC"], raw: percent(84), usable: percent(60), parts: false }],
  markets: [ethMarket(market)],
});

/** The ETH market at 3,000 USD with what is measured of it. */
export function viewOf(
  market: Partial<MarketRisk> = {},
  token: Partial<TokenRisk> = {},
  snapshot: Snapshot = fixture(),
): RiskView {
  return viewsOf(snapshot, report(market, token))[0] as RiskView;
}
