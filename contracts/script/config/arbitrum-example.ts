import { parseUnits, zeroHash } from "viem";
import type { DeploymentConfig } from "../lib/config";

const HOUR = 3_600;
const usd = (whole: string): bigint => parseUnits(whole, 18);
const wad = (decimal: string): bigint => parseUnits(decimal, 18);

/**
 * Arbitrum One with its real tokens, Chainlink feeds and Uniswap v3 pool: the shape of a real deployment. The roles are
 * placeholders on purpose: validation refuses the zero address, so nobody deploys this without deciding who governs.
 */
export const arbitrumExample: DeploymentConfig = {
  chainId: 42_161,
  name: "Arbitrum One",
  local: false,
  salt: zeroHash,
  roles: {
    admin: "0x0000000000000000000000000000000000000000",
    guardian: "0x0000000000000000000000000000000000000000",
    riskManager: "0x0000000000000000000000000000000000000000",
  },
  uniswap: {
    factory: { type: "existing", address: "0x1F98431c8aD98523631AE4a59f267346ea31F984" },
    swapRouter: { type: "existing", address: "0xE592427A0AEce92De3Edee1F18E0157C05861564" },
    quoter: { type: "existing", address: "0x61fFE014bA17989E743c5F6cB21bF9697530B21e" },
  },
  oracle: {
    minWindow: HOUR / 12,
    blockInterval: 1,
    samplePeriod: HOUR,
    depthSpacing: HOUR / 2,
    shadowPeriod: 48 * HOUR,
    pyth: "0xff1a0f4744e8582DF1aE09D5611b887B6a12925C",
    sequencer: { feed: "0xFdB631F5EE196F0ed6FAa767959853A9F217697D", gracePeriod: HOUR / 2 },
  },
  factor: "ETH",
  quote: "USDC",
  assets: {
    USDC: {
      symbol: "USDC",
      name: "USD Coin",
      decimals: 6,
      token: { type: "existing", address: "0xaf88d065e77c8cC2239327C5EDb3A432268e5831" },
      feed: { type: "existing", address: "0x50834F3163758fcC1Df9973b6e91f0F0F0434aD3" },
      price: { heartbeat: 25 * HOUR, minPrice: usd("0.9"), maxPrice: usd("1.1"), trigger: 10, maxJump: 100 },
      risk: {
        volatility: wad("0.02"),
        stress: wad("0.5"),
        marginFloor: 100,
        marginCap: 2_000,
        penalty: 100,
        depth: 10_000_000n,
        depthFloor: 10_000_000n,
        depthCap: 10_000_000n,
        debtDepths: 1,
        gap: wad("0.02"),
        correlationCap: 0,
        latency: 60,
      },
      reserve: {
        debtCap: parseUnits("4000000", 6),
        supplyCap: parseUnits("5000000", 6),
        minDebt: parseUnits("50", 6),
        feeShare: 26,
        ratePremium: 0,
      },
    },
    ETH: {
      symbol: "ETH",
      name: "Ether",
      decimals: 18,
      token: { type: "existing", address: "0x82aF49447D8a07e3bd95BD0d56f35241523fBab1" },
      feed: { type: "existing", address: "0x639Fe6ab55C921f74e7fac1ee960C0B6293ba612" },
      price: {
        heartbeat: 25 * HOUR,
        minPrice: usd("100"),
        maxPrice: usd("100000"),
        trigger: 5,
        maxJump: 600,
      },
      pyth: {
        id: "0xff61491a931112ddf1bd8147cd1b641375f79f5825126d665480874634fd0ace",
        maxAge: 60,
        maxConfidence: 50,
        maxDeviation: 100,
      },
      pool: {
        fee: 500,
        twapWindow: HOUR / 12,
        maxDeviation: 200,
        // A pool writes at most one observation a second, however fast the blocks come.
        observations: HOUR / 12 + 1,
        minLiquidity: 10n ** 15n,
      },
      risk: {
        volatility: wad("0.65"),
        stress: wad("1.5"),
        marginFloor: 500,
        marginCap: 4_000,
        penalty: 300,
        depth: 2_000_000n,
        depthFloor: 100_000n,
        depthCap: 20_000_000n,
        debtDepths: 2,
        gap: wad("0.12"),
        correlationCap: 153,
        latency: 60,
      },
      reserve: {
        debtCap: parseUnits("1000", 18),
        supplyCap: parseUnits("2000", 18),
        minDebt: parseUnits("0.02", 18),
        feeShare: 26,
        ratePremium: 0,
      },
    },
  },
  markets: [
    {
      id: 1,
      slug: "eth-usdc",
      kind: "isolated",
      assets: ["USDC", "ETH"],
      initialRatio: 12_500,
      targetHealth: 10_500,
      multiple: wad("7"),
      horizon: HOUR,
    },
  ],
  backstop: {
    cooldown: 14 * 24 * HOUR,
    window: 2 * 24 * HOUR,
    gas: "ETH",
    parameters: {
      depositCap: parseUnits("1000000", 6),
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
