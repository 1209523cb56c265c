import type { Address, Client, ContractFunctionReturnType } from "viem";
import { readContract } from "viem/actions";
import type { DeployedAsset, DeployedMarket, Deployment } from "../deployments/types";
import { explainError } from "../errors/explainError";
import { riskLensAbi } from "../generated/riskAbis";
import { mapBuckets } from "../risk/liquidationMap";
import type {
  CorrelationPair,
  Coverage,
  DepthRung,
  MarketRisk,
  Regime,
  RegimeReason,
  RiskReport,
  TokenRisk,
} from "../risk/report";
import { MAX_UINT256, WAD, type Wad } from "../units";

type Raw = ContractFunctionReturnType<typeof riskLensAbi, "view", "report">;

/** Parameters of {@link readRisk}. */
export interface ReadRiskParameters {
  readonly deployment: Deployment;
  /** Market ids; all of the deployment when left out. */
  readonly markets?: readonly number[] | undefined;
  readonly blockNumber?: bigint | undefined;
}

/** What {@link readRisk} returns. */
export type ReadRiskReturnType = RiskReport;

const REGIMES = ["calm", "elevated", "stress", "halt"] as const satisfies readonly Regime[];
/** Reasons by bit, the lowest first. */
const REASONS = [
  "volatility",
  "depth",
  "clips",
  "correlation",
  "price",
  "stale",
  "cooling",
] as const satisfies readonly RegimeReason[];

/**
 * What is forecast and measured at one block: volatility, depth, correlation, regimes, coverage, liquidation maps.
 *
 * Reads `RiskLens.report`: one `eth_call`.
 *
 * @param client Client of the chain of the deployment.
 * @param parameters.deployment Addresses.
 * @param parameters.markets Markets to read.
 * @param parameters.blockNumber Block to read at; the latest when left out.
 * @returns Tokens and pairs of tokens of all markets, and the markets.
 * @throws {GimbalError} when the chain does not answer.
 *
 * @example
 * const { tokens, markets } = await readRisk(client, { deployment });
 */
export async function readRisk(client: Client, parameters: ReadRiskParameters): Promise<ReadRiskReturnType> {
  const { deployment, blockNumber } = parameters;
  const ids = parameters.markets ?? deployment.markets.map(({ id }) => id);
  const tokens = tokensOf(deployment);
  try {
    const [number, timestamp, tokenRisks, pairRisks, marketRisks] = await readContract(client, {
      address: deployment.contracts.riskLens,
      abi: riskLensAbi,
      functionName: "report",
      args: [ids, [...tokens.keys()]],
      ...(blockNumber === undefined ? {} : { blockNumber }),
    });
    const symbol = (token: Address) => tokens.get(token)?.symbol ?? token;
    const isPooled = new Map(tokenRisks.map(({ token, pooled }) => [token, pooled]));
    return Object.freeze({
      blockNumber: number,
      timestamp,
      tokens: tokenRisks.flatMap((raw) => (raw.seeded ? [tokenRisk(raw, symbol(raw.token))] : [])),
      // a stable token has no correlation worth a look
      correlations: pairRisks
        .filter(({ a, b }) => isPooled.get(a) && isPooled.get(b))
        .map((raw) => correlationPair(raw, [symbol(raw.a), symbol(raw.b)])),
      markets: marketRisks.flatMap((raw) => {
        const deployed = deployment.markets.find(({ id }) => id === raw.market);
        return deployed === undefined ? [] : [marketRisk(raw, deployed)];
      }),
    });
  } catch (error) {
    throw await explainError(error);
  }
}

/** Every token of the markets once. */
function tokensOf(deployment: Deployment): ReadonlyMap<Address, DeployedAsset> {
  return new Map(
    deployment.markets.flatMap(({ assets }) => assets.map((asset) => [asset.address, asset] as const)),
  );
}

function tokenRisk(raw: Raw[2][number], symbol: string): TokenRisk {
  const { volatility: report, pooled } = raw;
  return {
    symbol,
    token: raw.token,
    volatility: report.volatility,
    baseline: report.baseline,
    learned: report.learned,
    learnedCounts: report.learnedCounts,
    baselineScore: report.baselineScore,
    learnedScore: report.learnedScore,
    scored: Number(report.scored),
    shortVolatility: report.ewma6h,
    longVolatility: report.ewma168h,
    stress: report.stress,
    sampledAt: report.lastPoke,
    staleAfter: report.staleAfter,
    clips: Number(report.clips),
    depth: pooled ? raw.depth * WAD : null,
    slowDepth: pooled ? raw.slowDepth * WAD : null,
    ladder: pooled ? ladderOf(raw.ladder) : null,
    depthObservedAt: pooled ? raw.depthObservedAt : null,
  };
}

function correlationPair(raw: Raw[3][number], symbols: readonly [string, string]): CorrelationPair {
  return { symbols, raw: wadOf(raw.raw), usable: wadOf(raw.usable), parts: raw.parts };
}

/** Moves of the ladder, as the lens gives them: down, then up [%]. */
const MOVES = [-1n, -2n, -3n, -5n, 1n, 2n, 3n, 5n] as const;

function ladderOf(values: readonly bigint[]): readonly DepthRung[] {
  return MOVES.map((move, i) => ({ move: (move * WAD) / 100n, value: (values[i] ?? 0n) * WAD })).sort(
    (a, b) => (a.move < b.move ? -1 : 1),
  );
}

/** From 1/256. */
function wadOf(fraction: bigint): Wad {
  return (fraction * WAD) / 256n;
}

function marketRisk(raw: Raw[4][number], deployed: DeployedMarket): MarketRisk {
  const [quote, base] = deployed.assets;
  const isPair = deployed.assets.length === 2 && quote !== undefined && base !== undefined;
  const buckets = (side: "long" | "short") =>
    isPair
      ? mapBuckets(
          side === "long" ? raw.longs : raw.shorts,
          side,
          { price: raw.basePrice, decimals: base.decimals },
          { price: raw.quotePrice, decimals: quote.decimals },
        )
      : [];
  return {
    id: raw.market,
    slug: deployed.slug,
    regime: REGIMES[raw.regime] ?? "halt",
    since: raw.since,
    reasons: REASONS.filter((_, bit) => (raw.reasons & (1 << bit)) !== 0),
    openingsClosed: raw.openingsClosed,
    hedgeless: raw.hedgeless,
    coverage: raw.covered ? coverageOf(raw, deployed) : null,
    longs: buckets("long"),
    shorts: buckets("short"),
  };
}

function coverageOf({ coverage, gap }: Raw[4][number], deployed: DeployedMarket): Coverage {
  return {
    symbol: deployed.assets[coverage.asset]?.symbol ?? "",
    rises: coverage.rises,
    ratio: coverage.ratio === MAX_UINT256 ? null : coverage.ratio,
    gap,
    needed: coverage.atRisk,
    backstop: coverage.backstop,
    nettable: coverage.nettable,
    throttle: coverage.throttle,
    insurance: coverage.insurance,
  };
}
