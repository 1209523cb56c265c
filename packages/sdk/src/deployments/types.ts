import type { Address, Hex } from "viem";

/** Two assets, or several under one margin requirement; the contracts know no difference. */
export type MarketKind = "isolated" | "cross";

/** Contracts of one chain, by what they do. */
export interface DeployedContracts {
  readonly accessManager: Address;
  /** Second half of the engine's code; nobody calls it but the engine. */
  readonly marginEngineExtension: Address;
  /** Third part of it, likewise. */
  readonly marginEngineLiquidation: Address;
  /** Fourth part of it, likewise. */
  readonly marginEngineClearing: Address;
  /** Fifth part of it, likewise. */
  readonly marginEngineNetting: Address;
  readonly marginEngine: Address;
  readonly priceOracle: Address;
  readonly volatilityOracle: Address;
  readonly depthOracle: Address;
  readonly riskEngine: Address;
  readonly coverageGate: Address;
  readonly riskLens: Address;
  readonly tradeRouter: Address;
  /** Takes liquidations without own capital. */
  readonly liquidationTaker: Address;
  /** Flips positions and swaps collateral or debt. */
  readonly positionRouter: Address;
  /** Moves positions between accounts of one owner. */
  readonly accountMover: Address;
  readonly lens: Address;
  readonly uniswapFactory: Address;
  readonly uniswapQuoter: Address;
  readonly uniswapSwapRouter: Address;
  readonly multicall3: Address;
  readonly permit2: Address;
}

/** One asset of a market, and where its token, feed and pool are. */
export interface DeployedAsset {
  /** Index of the asset in its market; 0 is the quote asset. */
  readonly index: number;
  /** What people call it: `ETH`, although the token is WETH. */
  readonly symbol: string;
  readonly name: string;
  readonly decimals: number;
  /** ERC-20. */
  readonly address: Address;
  /** Chainlink proxy of the asset in USD. */
  readonly feed: Address;
  /** Uniswap v3 pool against asset 0 that orders trade in [1e-6]; null for asset 0. */
  readonly poolFee: number | null;
  readonly pool: Address | null;
  /** ERC-4626 token of the reserve; null if it takes no lenders. */
  readonly lendingVault: Address | null;
}

/** One market and its assets, in the order of their index. */
export interface DeployedMarket {
  readonly id: number;
  /** Path of the market in the app, e.g. `eth-usdc`. */
  readonly slug: string;
  readonly kind: MarketKind;
  /** Vault that stands behind the market; null if none does. */
  readonly backstop: Address | null;
  readonly assets: readonly DeployedAsset[];
}

/** What the deployment wrote about one chain: the only source of addresses. */
export interface Deployment {
  readonly chainId: number;
  readonly name: string;
  readonly contracts: DeployedContracts;
  readonly markets: readonly DeployedMarket[];
  /** keccak-256 of the runtime code of every contract above and of every token and feed this deployment created. */
  readonly codeHashes: Readonly<Record<Address, Hex>>;
}
