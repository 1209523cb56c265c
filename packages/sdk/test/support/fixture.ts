import { type Address, getAddress, zeroAddress } from "viem";
import {
  type AccountState,
  type AssetState,
  type Deployment,
  InterestRate,
  type MarketState,
  type PoolState,
  positionAccount,
  type ReserveState,
  type RiskState,
  type Side,
  type Snapshot,
  type SourceState,
  supplyRate,
  WAD,
} from "../../src";

export const OWNER: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const USDC: Address = "0x1000000000000000000000000000000000000001";
const ETH: Address = "0x2000000000000000000000000000000000000002";
const POOL: Address = "0x3000000000000000000000000000000000000003";
const CONTRACT = (n: number) => getAddress(`0x${n.toString(16).padStart(40, "4")}`);

/** What a test changes of the ordinary market: 3,000 USD, 5 % margin, deep pool, plenty of cash. */
export interface FixtureOptions {
  readonly price?: bigint;
  readonly status?: "ok" | "guarded" | "down";
  readonly cash?: bigint;
  readonly debtCap?: bigint;
  readonly depth?: bigint;
  readonly liquidity?: bigint;
  readonly margin?: bigint;
  readonly paused?: boolean;
  openingsClosed?: boolean;
  readonly halted?: boolean;
  readonly hedgeless?: boolean;
  readonly positionCap?: bigint;
  readonly balance?: bigint;
  readonly allowance?: bigint;
  readonly accounts?: readonly AccountState[];
}

/** A snapshot of one isolated ETH market, made by hand. */
export function fixture(options: FixtureOptions = {}): Snapshot {
  const { price = 3_000n * WAD, status = "ok", balance = 10_000n * 10n ** 6n, allowance = 0n } = options;
  const deployment = deploymentOf();
  const deployed = deployment.markets[0] as Deployment["markets"][number];
  const usdc = asset(deployed.assets[0] as never, WAD, "ok", options);
  const eth = asset(deployed.assets[1] as never, price, status, options);
  const market: MarketState = {
    id: 1,
    slug: "eth-usdc",
    initialRatio: 12_500n,
    targetHealth: 10_500n,
    paused: options.paused ?? false,
    openingsClosed: options.openingsClosed ?? false,
    halted: options.halted ?? false,
    hedgeless: options.hedgeless ?? false,
    assets: [usdc, eth],
    deployed,
  };
  return {
    deployment,
    blockNumber: 100n,
    timestamp: 1_800_000_000n,
    owner: OWNER,
    markets: [market],
    accounts: options.accounts ?? [empty("long"), empty("short")],
    lender: [{ market: 1, asset: 0, shares: 0n, assets: 0n }],
    wallet: [USDC, ETH].map((token) => ({
      token,
      balance,
      engineAllowance: allowance,
      routerAllowance: allowance,
    })),
    pools: [poolAt(price, options.liquidity ?? 2n * 10n ** 18n)],
  };
}

/** An account of the owner that holds and owes what is given. */
export function holding(side: Side, collateral: readonly bigint[], debt: readonly bigint[]): AccountState {
  return { ...empty(side), market: 1, collateral, debt };
}

function empty(side: Side): AccountState {
  const index = side === "long" ? 256n : 257n;
  const none = { collateral: 0n, debt: 0n, margin: 0n };
  return {
    id: positionAccount(OWNER, 1, side),
    owner: OWNER,
    index,
    market: 0,
    collateral: [],
    debt: [],
    maintenance: none,
    initial: none,
  };
}

function poolAt(price: bigint, liquidity: bigint): PoolState {
  // token 0 is USDC: token 1 per token 0 is 1e12 / price
  const ratio = ((10n ** 30n) << 192n) / price;
  return {
    address: POOL,
    token0: USDC,
    token1: ETH,
    fee: 500,
    sqrtPriceX96: sqrt(ratio),
    tick: 0,
    liquidity,
  };
}

function sqrt(x: bigint): bigint {
  let root = 1n << BigInt((x.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + x / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function asset(
  deployed: Deployment["markets"][number]["assets"][number],
  price: bigint,
  status: "ok" | "guarded" | "down",
  options: FixtureOptions,
): AssetState {
  const raw = price * 10n ** BigInt(18 - deployed.decimals);
  const bounds = status === "down" ? { low: 0n, high: 0n } : { low: raw, high: raw };
  const usdc = deployed.index === 0;
  const unit = 10n ** BigInt(deployed.decimals);
  const risk: RiskState = {
    maintenanceMargin: usdc ? WAD / 100n : (options.margin ?? WAD / 20n),
    initialMargin: usdc ? WAD / 100n : (options.margin ?? WAD / 20n),
    targetMargin: usdc ? WAD / 100n : (options.margin ?? WAD / 20n),
    penalty: WAD / 50n,
    depth: options.depth ?? 1_000_000n,
    correlations: 0n,
  };
  return {
    market: 1,
    index: deployed.index,
    symbol: deployed.symbol,
    name: deployed.name,
    decimals: deployed.decimals,
    token: deployed.address,
    price: {
      status,
      reasons: status === "guarded" ? ["deviation"] : [],
      feed: {
        ...NO_SOURCE,
        status: status === "down" ? "stale" : "ok",
        price: status === "down" ? 0n : price,
      },
      pyth: NO_SOURCE,
      pool: NO_SOURCE,
      quarantineEnd: 0n,
      sequencer: "absent",
      settledAt: 0n,
      proposal: undefined,
      primary: status === "down" ? 0n : price,
      witness: 0n,
      mid: status === "down" ? 0n : price,
      updatedAt: 1_799_999_990n,
      staleAfter: 1_800_003_600n,
      deviation: status === "guarded" ? WAD / 40n : 0n,
      maxDeviation: WAD / 50n,
      opening: bounds,
      maintenance: bounds,
    },
    reserve: reserve(
      options.cash ?? 1_000_000n * unit,
      250_000n * unit,
      options.debtCap ?? 10_000_000n * unit,
    ),
    risk,
    positionCap: options.positionCap,
    deployed,
  };
}

const NO_SOURCE: SourceState = {
  status: "absent",
  price: 0n,
  confidence: 0n,
  updatedAt: 0n,
  staleAfter: 0n,
};

function reserve(cash: bigint, debt: bigint, debtCap: bigint): ReserveState {
  const utilisation = InterestRate.utilizationOf(debt, cash);
  const rateAtTarget = WAD / 25n;
  const borrowRate = InterestRate.borrowRateAt(rateAtTarget, utilisation, 0n);
  return {
    cash,
    debt,
    fees: 0n,
    supplyShares: (cash + debt) * 1_000_000n,
    supplied: cash + debt,
    index: (1n << 60n) + 123_456_789n,
    rateAtTarget,
    borrowRate,
    supplyRate: supplyRate(borrowRate, utilisation, 26),
    utilisation,
    limits: {
      debtCap,
      supplyCap: 2n * (cash + debt),
      minDebt: 1n,
      feeShare: 26,
      ratePremium: 0,
      collateralEnabled: true,
      borrowEnabled: true,
    },
  };
}

function deploymentOf(): Deployment {
  const names = [
    "accessManager",
    "marginEngineExtension",
    "marginEngineLiquidation",
    "marginEngineClearing",
    "marginEngineNetting",
    "marginEngine",
    "priceOracle",
    "volatilityOracle",
    "depthOracle",
    "riskEngine",
    "coverageGate",
    "riskLens",
    "tradeRouter",
    "liquidationTaker",
    "lens",
    "uniswapFactory",
    "uniswapQuoter",
    "uniswapSwapRouter",
    "multicall3",
    "permit2",
    "positionRouter",
    "accountMover",
  ] as const;
  return {
    chainId: 31_337,
    name: "Fixture",
    contracts: Object.fromEntries(names.map((name, i) => [name, CONTRACT(i + 1)])) as never,
    markets: [
      {
        id: 1,
        slug: "eth-usdc",
        kind: "isolated",
        backstop: null,
        assets: [
          {
            index: 0,
            symbol: "USDC",
            name: "USD Coin",
            decimals: 6,
            address: USDC,
            feed: zeroAddress,
            poolFee: null,
            pool: null,
            lendingVault: CONTRACT(100),
          },
          {
            index: 1,
            symbol: "ETH",
            name: "Ether",
            decimals: 18,
            address: ETH,
            feed: zeroAddress,
            poolFee: 500,
            pool: POOL,
            lendingVault: CONTRACT(101),
          },
        ],
      },
    ],
    codeHashes: {},
  };
}
