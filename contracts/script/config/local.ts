import { parseUnits, zeroHash } from "viem";
import type { AssetConfig, DeploymentConfig, LiquidityConfig, MarketConfig, PoolConfig } from "../lib/config";

/** anvil's public accounts 0 and 7: deployer and administrator, and guardian. */
const ADMIN = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const GUARDIAN = "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955";

const HOUR = 3_600;
/** Blocks of a development chain come at once; a witness of half a minute lets a shock be seen the same minute. */
const TWAP_WINDOW = 30;

const wad = (decimal: string): bigint => parseUnits(decimal, 18);
const usd = (whole: string): bigint => parseUnits(whole, 18);
const answer = (dollars: string): bigint => parseUnits(dollars, 8);
const usdc = (dollars: string): bigint => parseUnits(dollars, 6);

/** A thin layer over the whole range, and most of the value within 30 % of the price. */
function liquidity(full: string, near: string): readonly LiquidityConfig[] {
  return [
    { reach: "full", quoteAmount: usdc(full) },
    { reach: 2_600, quoteAmount: usdc(near) },
  ];
}

function pool(fee: number, positions: readonly LiquidityConfig[]): PoolConfig {
  return {
    fee,
    liquidity: positions,
    twapWindow: TWAP_WINDOW,
    maxDeviation: 200,
    observations: 128,
    minLiquidity: 10n ** 9n,
  };
}

const USDC: AssetConfig = {
  symbol: "USDC",
  name: "USD Coin",
  decimals: 6,
  token: { type: "faucet", symbol: "USDC", limit: usdc("100000") },
  feed: {
    type: "flux",
    description: "USDC / USD",
    initialAnswer: answer("1"),
    minAnswer: 1n,
    maxAnswer: answer("1000"),
  },
  price: { heartbeat: 24 * HOUR, minPrice: usd("0.5"), maxPrice: usd("2"), trigger: 25, maxJump: 200 },
  risk: {
    volatility: wad("0.02"),
    stress: wad("0.5"),
    marginFloor: 100,
    marginCap: 2_000,
    penalty: 100,
    depth: 10_000_000n,
    depthFloor: 10_000_000n,
    depthCap: 10_000_000n,
    debtDepths: 4,
    gap: wad("0.02"),
    correlationCap: 0,
    latency: 24,
  },
  reserve: {
    debtCap: usdc("40000000"),
    supplyCap: usdc("50000000"),
    minDebt: usdc("10"),
    feeShare: 26,
    ratePremium: 0,
  },
};

const ETH: AssetConfig = {
  symbol: "ETH",
  name: "Ether",
  decimals: 18,
  token: { type: "faucet", symbol: "WETH", limit: parseUnits("50", 18) },
  feed: {
    type: "flux",
    description: "ETH / USD",
    initialAnswer: answer("3000"),
    minAnswer: 1n,
    maxAnswer: answer("1000000"),
  },
  price: { heartbeat: HOUR, minPrice: usd("10"), maxPrice: usd("1000000"), trigger: 50, maxJump: 600 },
  pool: pool(500, liquidity("20000000", "10000000")),
  risk: {
    volatility: wad("0.65"),
    stress: wad("1.5"),
    marginFloor: 500,
    marginCap: 4_000,
    penalty: 300,
    depth: 400_000n,
    depthFloor: 20_000n,
    depthCap: 10_000_000n,
    debtDepths: 100,
    gap: wad("0.12"),
    correlationCap: 153,
    latency: 24,
  },
  reserve: {
    debtCap: parseUnits("10000", 18),
    supplyCap: parseUnits("20000", 18),
    minDebt: parseUnits("0.005", 18),
    feeShare: 26,
    ratePremium: 0,
  },
};

const BTC: AssetConfig = {
  symbol: "BTC",
  name: "Bitcoin",
  decimals: 8,
  token: { type: "faucet", symbol: "WBTC", limit: parseUnits("2", 8) },
  feed: {
    type: "flux",
    description: "BTC / USD",
    initialAnswer: answer("90000"),
    minAnswer: 1n,
    maxAnswer: answer("10000000"),
  },
  price: { heartbeat: HOUR, minPrice: usd("100"), maxPrice: usd("10000000"), trigger: 50, maxJump: 350 },
  pool: pool(500, liquidity("20000000", "12000000")),
  risk: {
    volatility: wad("0.5"),
    stress: wad("1.2"),
    marginFloor: 400,
    marginCap: 4_000,
    penalty: 250,
    depth: 450_000n,
    depthFloor: 20_000n,
    depthCap: 10_000_000n,
    debtDepths: 100,
    gap: wad("0.07"),
    correlationCap: 153,
    latency: 24,
  },
  reserve: {
    debtCap: parseUnits("400", 8),
    supplyCap: parseUnits("800", 8),
    minDebt: parseUnits("0.0002", 8),
    feeShare: 26,
    ratePremium: 0,
  },
};

const LINK: AssetConfig = {
  symbol: "LINK",
  name: "Chainlink",
  decimals: 18,
  token: { type: "faucet", symbol: "LINK", limit: parseUnits("10000", 18) },
  feed: {
    type: "flux",
    description: "LINK / USD",
    initialAnswer: answer("15"),
    minAnswer: 1n,
    maxAnswer: answer("100000"),
  },
  price: { heartbeat: HOUR, minPrice: usd("0.1"), maxPrice: usd("100000"), trigger: 50, maxJump: 1_000 },
  pool: pool(3_000, liquidity("6000000", "3000000")),
  risk: {
    volatility: wad("0.85"),
    stress: wad("2"),
    marginFloor: 800,
    marginCap: 4_000,
    penalty: 400,
    depth: 100_000n,
    depthFloor: 5_000n,
    depthCap: 5_000_000n,
    debtDepths: 150,
    gap: wad("0.2"),
    correlationCap: 153,
    latency: 24,
  },
  reserve: {
    debtCap: parseUnits("1000000", 18),
    supplyCap: parseUnits("2000000", 18),
    minDebt: parseUnits("1", 18),
    feeShare: 26,
    ratePremium: 0,
  },
};

function market(
  id: number,
  slug: string,
  kind: MarketConfig["kind"],
  assets: readonly string[],
): MarketConfig {
  return {
    id,
    slug,
    kind,
    assets,
    initialRatio: 12_500,
    targetHealth: 10_500,
    multiple: wad("7"),
    horizon: HOUR,
  };
}

/** Everything on a fresh anvil: tokens with a faucet, our own feeds, Uniswap v3 with liquidity. */
export const local: DeploymentConfig = {
  chainId: 31_337,
  name: "Local chain",
  local: true,
  salt: zeroHash,
  roles: { admin: ADMIN, guardian: GUARDIAN, riskManager: ADMIN },
  uniswap: { factory: "deploy", swapRouter: "deploy", quoter: "deploy", positionManager: "deploy" },
  oracle: { minWindow: TWAP_WINDOW, blockInterval: 1, samplePeriod: 30, depthSpacing: 30, shadowPeriod: 128 },
  factor: "BTC",
  quote: "USDC",
  assets: { USDC, ETH, BTC, LINK },
  markets: [
    market(1, "eth-usdc", "isolated", ["USDC", "ETH"]),
    market(2, "btc-usdc", "isolated", ["USDC", "BTC"]),
    market(3, "link-usdc", "isolated", ["USDC", "LINK"]),
    market(4, "cross", "cross", ["USDC", "ETH", "BTC", "LINK"]),
  ],
  // minutes, so that an exit can be seen
  backstop: {
    cooldown: 3 * 60,
    window: 10 * 60,
    gas: "ETH",
    parameters: {
      depositCap: usdc("10000000"),
      haircut: 500,
      assetShare: 9_000,
      ownerShare: 2_000,
      coverShare: 5_000,
      assumeMargin: 10_000,
      hedgeFloor: 5_000,
      hedgeBand: 1_000,
      depthShare: 2_500,
      maxSlippage: 100,
      callerShare: 5,
      fullHedgeVolatility: wad("0.6"),
    },
  },
};
